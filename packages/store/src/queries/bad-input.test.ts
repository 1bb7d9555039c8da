import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { sampleCommit } from '../testing/sample.ts';

type Ask = (store: DocumentStore, query: object) => Promise<unknown>;

/** Every question with what it needs to be asked at all. */
const questions: Record<string, { ask: Ask; needs: object; indicator: boolean; year: boolean }> = {
  documents: { ask: (s, q) => s.documents(q), needs: {}, indicator: false, year: true },
  observations: { ask: (s, q) => s.observations(q), needs: {}, indicator: true, year: true },
  figures: { ask: (s, q) => s.figures(q), needs: {}, indicator: true, year: true },
  seriesLines: { ask: (s, q) => s.seriesLines(q), needs: { code: 'GDP' }, indicator: true, year: true },
  promiseList: { ask: (s, q) => s.promiseList(q), needs: {}, indicator: true, year: true },
  promiseCounts: { ask: (s, q) => s.promiseCounts(q), needs: {}, indicator: true, year: true },
  copyList: { ask: (s, q) => s.copyList(q), needs: {}, indicator: true, year: true },
  ranking: {
    ask: (s, q) => s.ranking(q as never),
    needs: { code: 'GDP', year: 2022 },
    indicator: true,
    year: true,
  },
  changes: { ask: (s, q) => s.changes(q as never), needs: { since: 0 }, indicator: true, year: true },
  coverage: { ask: (s, q) => s.coverage(q), needs: {}, indicator: false, year: false },
  search: { ask: (s, q) => s.search(q as never), needs: { words: '增长' }, indicator: false, year: true },
  indicators: { ask: (s, q) => s.indicators(q), needs: {}, indicator: false, year: false },
  regions: { ask: (s, q) => s.regions(q), needs: {}, indicator: false, year: false },
};

describe.each(databases())('bad input: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  beforeAll(async () => {
    if (missing) return;
    store = await openStore(fresh());
    for (const name of ['a', 'b', 'c'])
      await store.commit(
        sampleCommit(`http://example.com/${name}`, [
          { figures: [{ value: 5 }, { value: 7, name: '粮食总产量', code: 'grain_output' }] },
        ]),
      );
  });
  afterAll(() => store?.close());
  const wrong = (field: string) => ({
    name: 'UsageError',
    message: expect.stringMatching(new RegExp(`^${field}: `)),
  });

  it.skipIf(missing).each(Object.entries(questions))('%s', async (name, { ask, needs, indicator, year }) => {
    const refused = (query: object, field: string) =>
      expect(ask(store, { ...needs, ...query }), JSON.stringify(query)).rejects.toMatchObject(wrong(field));
    await expect(ask(store, needs)).resolves.toBeDefined();
    if (!['indicators', 'regions'].includes(name)) {
      for (const region of ['朝阳区', '32', '32110x', { $gt: '' }]) await refused({ region }, 'region');
    }
    if (year)
      for (const when of [9999, 0, -1, 2022.5, '2022', Number.NaN]) await refused({ year: when }, 'year');
    if (indicator) {
      const { code: _, ...others } = needs as { code?: string };
      const asked = (query: object) => ask(store, { ...others, ...query });
      await expect(asked({ code: 'grain_outputs' })).rejects.toMatchObject({
        ...wrong('code'),
        suggestions: [{ name: 'grain_output', code: 'grain_output' }],
      });
      await expect(asked({ code: '粮食' })).rejects.toMatchObject({
        suggestions: [{ name: '粮食总产量', code: 'grain_output' }],
      });
      await expect(asked({ name: '粮食产量' })).rejects.toMatchObject({
        ...wrong('name'),
        suggestions: [{ name: '粮食总产量', code: 'grain_output' }],
      });
      await expect(asked({ code: "' OR 1=1 --" })).rejects.toMatchObject(wrong('code'));
      await refused({ measure: 'size' }, 'measure');
      // What the lexicon knows and no report has said is no mistake.
      await expect(asked({ code: 'cpi' })).resolves.toBeDefined();
    }
    if (name !== 'promiseCounts') {
      for (const limit of [0, -1, 1e9, 1.5]) await refused({ limit }, 'limit');
      for (const after of [
        'x',
        '',
        'W10',
        Buffer.from('["a","b",-1]').toString('base64url'),
        '9'.repeat(2_000),
      ])
        await refused({ after }, 'after');
      const { next } = await store.figures({ limit: 1 });
      if (name !== 'figures') await refused({ after: next }, 'after');
    }
    await expect(ask(store, { ...needs, $where: '1' })).rejects.toMatchObject({ name: 'UsageError' });
  });

  it.skipIf(missing)('a cursor serves its own question with its own filters alone', async () => {
    for (const [name, { ask, needs }] of Object.entries(questions)) {
      const page = (await ask(store, { ...needs, limit: 1 })) as { next?: string | null };
      if (!page.next) continue;
      await expect(ask(store, { ...needs, limit: 1, after: page.next }), name).resolves.toBeDefined();
      const other = name === 'indicators' || name === 'regions' ? { text: '地' } : { region: '320000' };
      await expect(ask(store, { ...needs, ...other, after: page.next }), name).rejects.toMatchObject(
        wrong('after'),
      );
    }
  });

  it
    .skipIf(missing)
    .each([
      '"',
      "'",
      '*',
      'a OR b',
      'NEAR(增长 完成)',
      '增长" OR "1',
      '%_',
      '\u0000增长',
      '('.repeat(50),
      '增',
    ])('a search for %j answers or is refused by name', async (words) => {
    const answer = await store.search({ words }).catch((error: Error) => error);
    if (answer instanceof Error) expect(answer).toMatchObject(wrong('words'));
    else for (const { passages } of answer.rows) expect(passages.length).toBeGreaterThan(0);
  });
});
