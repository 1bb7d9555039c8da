import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { documentId } from '../documents/identity.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { type SampleReport, sampleCommit } from '../testing/sample.ts';
import type { PageOf } from './query.ts';

const yangzhong = { name: '扬中市', adcode: '321182' };
const pageOf = (name: string) => `http://example.com/${name}`;

/** What each list of figures and regions is counted by, beside the list itself. */
describe.each(databases())('counts of lists: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  let now = 1_000;
  const put = (name: string, report: SampleReport) =>
    store.commit(sampleCommit(pageOf(name), [report], { time: now }));
  beforeAll(async () => {
    if (missing) return;
    store = await openStore(fresh(), () => ++now);
    await put('a', { year: 2023, figures: [{ value: 10 }, { value: 7, name: '人口', code: 'POP' }] });
    await put('copy', { year: 2023, figures: [{ value: 11 }, { value: 7, name: '人口', code: 'POP' }] });
    await put('b', { year: 2024, figures: [{ value: 12 }] });
    await put('c', { year: 2023, region: yangzhong, genre: 'budget', figures: [{ value: 5 }] });
  });
  afterAll(() => store?.close());
  const test = it.skipIf(missing);

  async function all<T>(ask: (after: string | undefined) => Promise<PageOf<T>>): Promise<T[]> {
    const rows: T[] = [];
    let after: string | undefined;
    do {
      const page = await ask(after);
      rows.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return rows;
  }

  test.each([{}, { region: '321182' }, { genre: 'budget' as const }, { region: '110000' }])(
    'regions with reports: %o',
    async (query) => {
      const rows = await all((after) => store.coverage({ ...query, limit: 1, after }));
      expect(await store.coverageCount(query)).toBe(rows.length);
      expect(await all((after) => store.coverage({ ...query, after }))).toEqual(rows);
    },
  );

  test('regions with reports, where a person has moved a report', async () => {
    const document = documentId(pageOf('c'), 1);
    await store.override({
      document,
      by: 'Ada',
      note: 'of another region',
      region: { name: '北京市', adcode: '110000' },
    });
    const rows = await all((after) => store.coverage({ limit: 1, after }));
    expect(rows.map(({ region }) => region.adcode)).toEqual(['321100', '110000']);
    expect(await store.coverageCount()).toBe(2);
    expect(await store.coverageCount({ region: '321182' })).toBe(0);
    await store.unoverride(document);
    expect(await store.coverageCount()).toBe(2);
  });

  test.each([{}, { code: 'POP' }, { region: '321182' }])('changes: %o', async (query) => {
    const rows = await all((after) => store.changes({ ...query, since: 0, limit: 1, after }));
    expect(await store.changeCount({ ...query, since: 0 })).toBe(rows.length);
    expect(await store.changeCount({ ...query, since: 9e12 })).toBe(0);
  });

  test.each([{}, { conflicts: true }, { code: 'POP' }, { code: 'POP', conflicts: true }])(
    'figures that several documents give: %o',
    async (query) => {
      const rows = await all((after) => store.copyList({ ...query, limit: 1, after }));
      expect(await store.copyCount(query)).toBe(rows.length);
      expect(rows.every(({ conflict }) => conflict)).toBe(Boolean(query.conflicts) || rows.length === 0);
    },
  );

  test('nothing where no index tells', async () => {
    expect(await store.changeCount({ since: 0, source: 'a' })).toBeNull();
    expect(await store.copyCount({ genre: 'budget' })).toBeNull();
  });
});
