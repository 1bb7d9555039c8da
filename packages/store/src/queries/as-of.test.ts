import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { documentId } from '../documents/identity.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { type SampleReport, sampleCommit } from '../testing/sample.ts';

const growth = { measure: 'growth', unit: '%' } as const;

describe.each(databases())('as of a time: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  let now = 1_000;
  beforeEach(async () => {
    now = 1_000;
    if (!missing) store = await openStore(fresh(), () => ++now);
  });
  afterEach(() => store?.close());
  const test = it.skipIf(missing);
  const put = (name: string, report: SampleReport, time = now) =>
    store.commit(sampleCommit(`http://example.com/${name}`, [report], { time }));
  const asked = { region: '321100', code: 'GDP' };

  test('gives what readers saw then: figures, promises, series and copies', async () => {
    await put('a', { figures: [{ ...growth, value: 5 }] });
    await put('t', { figures: [{ ...growth, value: 6, kind: 'target', year: 2022 }] });
    const before = now;
    await put('a', { figures: [{ ...growth, value: 7 }] });
    await put('b', { figures: [{ ...growth, value: 9 }] });
    const verdicts = async (asOf?: number) =>
      (await store.promiseList({ ...asked, asOf })).rows.map(({ actual, verdict }) => [
        actual?.value,
        verdict,
      ]);
    expect(await verdicts(before)).toEqual([[5, 'missed']]);
    expect(await verdicts()).toEqual([[7, 'met']]);
    expect(await verdicts(now)).toEqual(await verdicts());
    expect(await store.promiseCounts({ ...asked, asOf: before })).toMatchObject({ missed: 1, met: 0 });
    expect((await store.copyList({ ...asked, asOf: before })).rows).toEqual([]);
    expect((await store.copyList({ ...asked, asOf: now })).rows.map(({ conflict }) => conflict)).toEqual([
      true,
    ]);
    const ofNow = (await store.figures(asked)).rows.map(({ id, value, chosenBecause }) => [
      id,
      value,
      chosenBecause,
    ]);
    const atNow = await store.figures({ ...asked, asOf: now });
    expect(atNow.rows.map(({ id, value, chosenBecause }) => [id, value, chosenBecause])).toEqual(ofNow);
    const [line] = (await store.seriesLines({ ...asked, asOf: before })).rows;
    expect(line?.figures.map(({ value }) => value)).toEqual([5, 6]);
  });

  test('pages, and narrows by year, measure, kind and an older name', async () => {
    const figures = [2019, 2020, 2021, 2022].map((year) => ({ ...growth, value: year, year }));
    await put('a', { figures: [...figures, { value: 3, name: '国内生产总值', year: 2022 }] });
    const seen: number[] = [];
    let after: string | undefined;
    do {
      const page = await store.figures({ ...asked, asOf: now, limit: 2, after });
      seen.push(...page.rows.map(({ value }) => value));
      after = page.next ?? undefined;
    } while (after);
    expect(seen.sort((a, b) => a - b)).toEqual([3, 2019, 2020, 2021, 2022]);
    const values = async (query: object) =>
      (await store.figures({ region: '320000', name: '国内生产总值', asOf: now, ...query })).rows.map(
        ({ value }) => value,
      );
    expect(await values({ year: 2020 })).toEqual([2020]);
    expect(await values({ measure: 'level' })).toEqual([3]);
    expect(await values({ kind: 'target' })).toEqual([]);
  });

  test('knows what people had said by then', async () => {
    await put('a', { figures: [{ ...growth, value: 5 }] });
    const document = documentId('http://example.com/a', 1);
    const [row] = (await store.observations({ document })).rows;
    const before = now;
    await store.review({ document, observation: row!.id, verdict: 'wrong', by: 'test' });
    expect((await store.figures({ ...asked, asOf: before })).rows).toHaveLength(1);
    expect((await store.figures({ ...asked, asOf: now })).rows).toEqual([]);
  });

  test('is refused, by name, where it is wider or where a question is of now', async () => {
    const wrong = { name: 'UsageError', message: expect.stringMatching(/^asOf: /) };
    for (const query of [{}, { region: '321100' }, { code: 'GDP' }])
      for (const ask of [store.figures, store.promiseList, store.promiseCounts, store.copyList])
        await expect(ask({ ...query, asOf: 5 })).rejects.toMatchObject(wrong);
    await expect(store.seriesLines({ code: 'GDP', asOf: 5 })).rejects.toMatchObject(wrong);
    await expect(store.ranking({ ...asked, year: 2022, asOf: 5 })).rejects.toMatchObject(wrong);
    await expect(store.changes({ ...asked, since: 0, asOf: 5 })).rejects.toMatchObject(wrong);
  });

  test('a page of a series holds whole lines', async () => {
    for (const [adcode, name] of [
      ['321100', '镇江市'],
      ['321181', '丹阳市'],
      ['321182', '扬中市'],
    ] as const)
      await put(adcode, {
        region: { name, adcode },
        figures: [2020, 2021, 2022].map((year) => ({ ...growth, value: year, year })),
      });
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const page = await store.seriesLines({ code: 'GDP', limit: 4, after });
      pages.push(page.rows.map(({ region, figures }) => `${region.name} ${figures.length}`));
      after = page.next ?? undefined;
    } while (after);
    expect(pages).toEqual([['镇江市 3', '丹阳市 3'], ['扬中市 3']]);
  });
});
