import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { documentId } from '../documents/identity.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { type SampleReport, sampleCommit } from '../testing/sample.ts';

const growth = { measure: 'growth', unit: '%' } as const;
const pageOf = (name: string) => `http://example.com/${name}`;
const yangzhong = { name: '扬中市', adcode: '321182' };
const jiangsu = { name: '江苏省', adcode: '320000' };

describe.each(databases())('figures: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  let now = 1_000;
  beforeEach(async () => {
    now = 1_000;
    if (!missing) store = await openStore(fresh(), () => ++now);
  });
  afterEach(() => store?.close());
  const test = it.skipIf(missing);
  const put = (name: string, report: SampleReport, options = {}) =>
    store.commit(sampleCommit(pageOf(name), [report], options));
  const chosen = async (query: object = {}) =>
    (await store.figures(query)).rows.map(({ value, chosenBecause }) => [value, chosenBecause]);
  const observationOf = async (name: string, value: number) => {
    const { rows } = await store.observations({ document: documentId(pageOf(name), 1) });
    return rows.find((row) => row.observation.value === value)!;
  };

  test('chooses by the rules, and says by which', async () => {
    await put('a', { year: 2023, figures: [{ value: 10 }] });
    expect(await chosen()).toEqual([[10, 'only one']]);
    await put('copy', { year: 2023, figures: [{ value: 10 }] });
    expect(await chosen()).toEqual([[10, 'all agree']]);
    await put('surer', { year: 2023, figures: [{ value: 11, confidence: 0.95 }] });
    expect(await chosen()).toEqual([[11, 'surest']]);
    await put('later', { year: 2024, figures: [{ value: 12, year: 2022, confidence: 0.5 }] });
    expect(await chosen()).toEqual([[12, 'later report']]);
    await put('expected', { year: 2026, figures: [{ value: 15, year: 2022, commitment: '预计' }] });
    expect(await chosen()).toEqual([[12, 'later report']]);
    await put('communique', { year: 2023, genre: 'communique', figures: [{ value: 13 }] });
    expect(await chosen()).toEqual([[13, 'communique']]);
    const of = { name: '镇江市', adcode: '321100' };
    await put('other', {
      year: 2027,
      region: jiangsu,
      genre: 'communique',
      figures: [{ value: 14, year: 2022, region: of }],
    });
    expect(await chosen()).toEqual([[13, 'communique']]);
    const [figure] = (await store.figures()).rows;
    expect(figure).toMatchObject({ documents: 7, conflict: true, reportYears: [2023, 2024, 2026, 2027] });
    expect(figure?.chosen).toMatchObject({ genre: 'communique', own: true, page: pageOf('communique') });
    expect(await store.figure(figure!.id)).toEqual(figure);
  });

  test('pages through figures by every filter, with a cursor for its own question only', async () => {
    const figures = (value: number) =>
      Array.from({ length: 6 }, (_, i) => [
        { value: value + i, name: `指标${i}`, code: null },
        { value: value + i, name: `指标${i}`, code: null, kind: 'target' as const, year: 2022 },
      ]).flat();
    await put('a', { figures: figures(10) });
    await put('b', { region: yangzhong, genre: 'communique', figures: figures(20) });
    const all = (await store.figures()).rows;
    expect(all).toHaveLength(24);
    for (const [query, count] of [
      [{ region: '321100' }, 24],
      [{ region: '321182' }, 12],
      [{ kind: 'target' }, 12],
      [{ name: '指标3' }, 4],
      [{ name: '指标3', region: '321182', kind: 'actual' }, 1],
      [{ year: 2022 }, 24],
      [{ year: 2021 }, 0],
      [{ measure: 'level' }, 24],
      [{ measure: 'rank' }, 0],
      [{ genre: 'communique' }, 12],
      [{ source: 'demo' }, 24],
      [{ source: 'none' }, 0],
    ] as const) {
      const seen: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await store.figures({ ...query, limit: 5, after });
        expect(page.rows.length).toBeLessThanOrEqual(5);
        seen.push(...page.rows.map(({ id }) => id));
        if (!page.next) break;
        after = page.next;
      }
      expect(seen, JSON.stringify(query)).toHaveLength(count);
      expect(new Set(seen).size).toBe(count);
    }
    const { next } = await store.figures({ limit: 5 });
    for (const wrong of [
      { kind: 'target', limit: 5, after: next },
      { after: 'nonsense' },
      { year: 9999 },
      { region: '朝阳区' },
      { code: { $gt: '' } },
      { limit: 0 },
    ])
      await expect(store.figures(wrong as never)).rejects.toMatchObject({ name: 'UsageError' });
    await expect(store.promiseList({ after: next! })).rejects.toMatchObject({ name: 'UsageError' });
  });

  test('holds promises against results, and counts the verdicts', async () => {
    const target = (code: string, value: number, more = {}) => ({
      ...growth,
      name: code,
      code,
      value,
      kind: 'target' as const,
      ...more,
    });
    const actual = (code: string, value: number) => ({ ...growth, name: code, code, value });
    await put('a', {
      year: 2023,
      figures: [
        target('gdp', 6),
        target('tax_revenue', 5),
        target('cpi', 3),
        target('retail_sales', 7),
        target('exports', 7, { period: null }),
      ],
    });
    await put('b', {
      year: 2024,
      figures: [
        actual('gdp', 6.5),
        actual('tax_revenue', 4),
        actual('cpi', 1),
        { ...actual('exports', 8), period: null },
      ],
    });
    const { rows } = await store.promiseList();
    expect(
      Object.fromEntries(rows.map(({ target: { indicator }, verdict }) => [indicator.code, verdict])),
    ).toEqual({
      gdp: 'met',
      tax_revenue: 'missed',
      cpi: 'cannot tell',
      retail_sales: 'open',
      exports: 'open',
    });
    expect(await store.promiseCounts()).toEqual({ met: 1, missed: 1, 'cannot tell': 1, open: 2 });
    expect(await store.promiseCounts({ code: 'gdp' })).toEqual({
      met: 1,
      missed: 0,
      'cannot tell': 0,
      open: 0,
    });
    expect((await store.promiseList({ verdict: 'missed' })).rows.map(({ actual }) => actual?.value)).toEqual([
      4,
    ]);
  });

  test('ranks regions, the worst conflicts and the lines of a series', async () => {
    const report = (region: { name: string; adcode: string }, values: number[]) => ({
      region,
      year: 2024,
      figures: values.map((value, i) => ({ ...growth, value, year: 2023 - i })),
    });
    await put('a', report({ name: '镇江市', adcode: '321100' }, [6, 5]));
    await put('b', report({ name: '苏州市', adcode: '320500' }, [7, 4]));
    await put('c', report({ name: '无锡市', adcode: '320200' }, [6, 9]));
    await put('d', report(yangzhong, [9, 9]));
    const ranked = await store.ranking({ code: 'GDP', year: 2023, region: '320000', level: 'city' });
    expect(ranked.rows.map(({ place, figure }) => [place, figure.region.name])).toEqual([
      [1, '苏州市'],
      [2, '无锡市'],
      [2, '镇江市'],
    ]);
    const lowest = await store.ranking({ code: 'GDP', year: 2022, order: 'lowest', limit: 2 });
    expect([lowest.of, lowest.rows.map(({ figure }) => figure.value)]).toEqual([4, [4, 5]]);
    await put('e', report({ name: '镇江市', adcode: '321100' }, [6.6, 50]));
    const conflicts = (await store.copyList({ conflicts: true })).rows;
    expect(conflicts.map(({ period, spread }) => [period?.start, spread])).toEqual([
      [2022, 0.9],
      [2023, 0.0909091],
    ]);
    const lines = (await store.seriesLines({ code: 'GDP', region: '320500' })).rows;
    expect(lines.map((line) => line.figures.map(({ value }) => value))).toEqual([[4, 7]]);
    await expect(store.ranking({ year: 2023 })).rejects.toMatchObject({ name: 'UsageError' });
  });

  test('tells which reports there are, and what is new, changed or gone', async () => {
    await put('a', { year: 2020, figures: [{ value: 1, code: 'gdp' }] }, { time: 10 });
    await put('b', { year: 2023, figures: [{ value: 1, code: 'POP', name: '人口' }] });
    const { rows } = await store.coverage();
    expect(rows).toMatchObject([
      {
        region: { adcode: '321100' },
        missing: [2021, 2022],
        years: [
          { year: 2020, has: ['gdp'] },
          { year: 2023, has: [] },
        ],
      },
    ]);
    expect(rows[0]?.years[1]?.lacks).toContain('gdp');
    const since = now;
    await put('a', { year: 2020, figures: [{ value: 2, code: 'gdp' }] }, { time: 20 });
    await put('c', { year: 2023, figures: [{ value: 1, code: 'cpi', name: '物价' }] });
    await store.commit(sampleCommit(pageOf('b'), [], { time: Date.now() + 1_000 }));
    const changed = (await store.changes({ since })).rows;
    expect(changed.map(({ state, indicator, before }) => [indicator.code, state, before?.actual])).toEqual([
      ['gdp', 'changed', 1],
      ['cpi', 'new', undefined],
      ['POP', 'retired', 1],
    ]);
    const newest: string[] = [];
    let after: string | undefined;
    do {
      const page = await store.changes({ since, order: 'newest', limit: 2, after });
      newest.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(newest).toEqual(changed.map(({ id }) => id).reverse());
    expect((await store.figures({ code: 'POP' })).rows).toEqual([]);
    expect((await store.indicators({ text: '地区' })).rows).toEqual([
      { code: 'gdp', name: '地区生产总值', figures: 1 },
    ]);
    // The one that nobody gives any more does not count.
    expect((await store.regions({ text: '3211' })).rows).toEqual([
      { adcode: '321100', name: '镇江市', figures: 2 },
    ]);
    expect(await store.codeCounts(['gdp', 'cpi', 'POP'])).toEqual(
      new Map([
        ['gdp', 1],
        ['cpi', 1],
        ['POP', 0],
      ]),
    );
    const counts = await Promise.all([
      store.figureCount(),
      store.figureCount({ region: '321100' }),
      store.figureCount({ code: 'gdp', kind: 'target' }),
      store.tables.figures.count({}, 2),
    ]);
    expect(counts).toEqual([2, 2, 0, 2]);
    expect((await store.regions({ text: '镇江' })).rows).toHaveLength(1);
  });

  test('shows the figures of a reprocess with its promotion, and none of a dropped one', async () => {
    await put('a', { figures: [{ value: 1 }] }, { time: 10 });
    await put(
      'a',
      { figures: [{ value: 2 }, { value: 5, name: '人口', code: 'POP' }] },
      { time: 10, run: 'rp', shadow: true, parser: '2-x' },
    );
    await put('a', { figures: [{ value: 3 }] }, { time: 10, run: 'no', shadow: true, parser: '3-x' });
    expect(await chosen()).toEqual([[1, 'only one']]);
    await store.tables.promotions.insert([{ run: 'rp', state: 'promoted', at: now, by: 'test' }]);
    expect(await chosen({ code: 'GDP' })).toEqual([[2, 'only one']]);
    await store.promote('rp', 'test');
    await store.drop('no', 'test');
    expect(await chosen({ code: 'GDP' })).toEqual([[2, 'only one']]);
    expect(await chosen({ code: 'POP' })).toEqual([[5, 'only one']]);
  });

  test('chooses a value before a bound of actual values, in one report and among several, and the promise with its bound', async () => {
    const rate = { name: '人口自然增长率', code: 'natural_growth_rate', unit: '%', year: 2022 } as const;
    const bound = { ...rate, value: 0.74, bound: '<=', confidence: 0.99 } as const;
    await put('a', { year: 2023, figures: [bound, { ...rate, value: 0.694, confidence: 0.8 }] });
    expect(await chosen()).toEqual([[0.694, 'all agree']]);
    await put('b', { year: 2024, figures: [{ ...bound, value: 0.6 }] });
    expect(await chosen()).toEqual([[0.694, 'exact value']]);
    await put('c', { year: 2022, figures: [{ ...bound, kind: 'target', value: 0.75 }] });
    const [target] = (await store.figures({ kind: 'target' })).rows;
    expect([target?.value, target?.bound]).toEqual([0.75, '<=']);
  });

  test('never chooses what a person found wrong, and takes a correction, also after a reprocess', async () => {
    await put('a', { figures: [{ value: 10, confidence: 0.99 }] }, { time: 10 });
    await put('b', { figures: [{ value: 12 }] });
    const wrong = await observationOf('a', 10);
    const about = { document: wrong.document, observation: wrong.id, by: 'ada' };
    await store.review({ ...about, verdict: 'wrong' });
    expect(await chosen()).toEqual([[12, 'only one']]);
    await store.review({ ...about, verdict: 'corrected', fields: { value: 11 } });
    expect(await chosen()).toEqual([[11, 'reviewed']]);
    await store.review({ ...about, verdict: 'corrected', fields: { period: { start: 2021, end: 2021 } } });
    expect(await chosen()).toEqual([
      [10, 'reviewed'],
      [12, 'only one'],
    ]);
    await put('a', { figures: [{ value: 10, code: 'gdp', confidence: 0.99 }] }, { time: 10, parser: '2-x' });
    expect(await chosen({ year: 2021 })).toEqual([[10, 'reviewed']]);
    expect(await store.reviews({ document: wrong.document })).toHaveLength(1);
    await store.unreview(wrong.id);
    expect(await chosen({ year: 2021 })).toEqual([]);
    await expect(store.review({ ...about, observation: 'x', verdict: 'wrong' })).rejects.toMatchObject({
      name: 'NotFoundError',
    });
    await expect(store.review({ ...about, verdict: 'corrected' })).rejects.toMatchObject({
      name: 'UsageError',
    });
  });

  test('takes a report for that of another region or year, or leaves it out, until that is taken back', async () => {
    await put('a', { year: 2023, figures: [{ value: 10 }] });
    const document = documentId(pageOf('a'), 1);
    await store.override({ document, by: 'ada', region: { name: '苏州市', adcode: '320500' }, year: 2013 });
    expect((await store.figures()).rows.map(({ region, period }) => [region.adcode, period?.start])).toEqual([
      ['320500', 2012],
    ]);
    await store.override({ document, by: 'ada', excluded: true });
    expect((await store.figures()).rows).toEqual([]);
    await store.unoverride(document);
    expect((await store.figures()).rows.map(({ region }) => region.adcode)).toEqual(['321100']);
  });

  test('makes all figures anew, taking out what no document says', async () => {
    await put('a', { figures: [{ value: 10 }, { value: 4, name: '人口', code: 'POP' }] });
    const [row] = await store.tables.figures.find({ topic: { eq: 'POP' } });
    const [lone] = await store.tables.figures.find({ topic: { eq: 'GDP' } });
    const stray = { ...lone!.documents[0]!, rev: 0 };
    await store.tables.figures.replace(row!.rev, { ...row!, rev: row!.rev + 1, documents: [], kinds: '' });
    await store.tables.figures.put({ ...lone!, id: '999999 2022 stray', documents: [stray] });
    expect((await store.figures()).rows).toHaveLength(2);
    expect(await store.rebuildFigures()).toEqual({ documents: 1, figures: 2 });
    expect((await store.figures()).rows.map(({ indicator }) => indicator.code).sort()).toEqual([
      'GDP',
      'POP',
    ]);
  });
});
