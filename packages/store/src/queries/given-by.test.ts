import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { documentId } from '../documents/identity.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { type Figure, sampleCommit } from '../testing/sample.ts';

const CODES = ['gdp', 'cpi', 'population', 'grain_output'];
type Genre = 'work-report' | 'communique' | 'budget';

/** Report `i`: three of four are work reports of `common`; figures of one region and year come from several of them. */
function reportOf(i: number) {
  const genre: Genre = i % 40 === 7 ? 'budget' : i % 4 === 3 ? 'communique' : 'work-report';
  const source = i % 30 === 11 ? 'rare' : i % 3 === 0 ? 'other' : 'common';
  const adcode = String(110_000 + (i % 5) * 10_000 + (i % 8) * 100);
  return { page: `http://example.com/${i}`, genre, source, adcode, year: 2010 + (i % 6) };
}
const reports = Array.from({ length: 48 }, (_, i) => ({ ...reportOf(i), i }));

const figuresOf = (i: number): Figure[] =>
  CODES.flatMap((code, k) => [
    { name: code, code, value: 100 + k + (i % 3) },
    ...(k < 2 ? [{ name: code, code, value: 200 + k, kind: 'target' as const }] : []),
  ]);

interface Asked {
  genre?: Genre;
  source?: string;
  region?: string;
  code?: string;
  year?: number;
}

const questions: Asked[] = [
  { genre: 'work-report' },
  { genre: 'communique' },
  { genre: 'budget' },
  { source: 'rare' },
  { source: 'common' },
  { source: 'none' },
  { source: 'other', genre: 'budget' },
  { source: 'rare', genre: 'communique' },
  { source: 'other', region: '110000' },
  { genre: 'budget', region: '130000' },
  { genre: 'budget', code: 'cpi' },
  { source: 'common', code: 'gdp' },
  { genre: 'communique', year: 2012 },
  { source: 'other', year: 2013, code: 'cpi' },
];

describe.each(databases())('figures that a genre or a source gives: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  let now = 1_000;
  beforeAll(async () => {
    if (missing) return;
    store = await openStore(fresh(), () => ++now);
    const commits = reports.map(({ i, page, adcode, year, genre, source }) => {
      const report = { region: { name: `地区${adcode}`, adcode }, year, genre, figures: figuresOf(i) };
      return store.commit(sampleCommit(page, [report], { source }));
    });
    await Promise.all(commits);
  }, 120_000);
  afterAll(() => store?.close());
  const test = it.skipIf(missing);

  /** What the reports themselves say: `region year code`, of a kind, given by `least` of them, one of which is asked for. */
  function expected({ genre, source, region, code, year }: Asked, kind: 'actual' | 'target', least = 1) {
    const givers = new Map<string, typeof reports>();
    for (const report of reports)
      for (const figure of figuresOf(report.i)) {
        if ((figure.kind ?? 'actual') !== kind) continue;
        const of = kind === 'actual' ? report.year - 1 : report.year;
        const key = `${report.adcode} ${of} ${figure.code}`;
        givers.set(key, [...(givers.get(key) ?? []), report]);
      }
    return [...givers]
      .filter(([key, by]) => {
        const [adcode, of, topic] = key.split(' ');
        return (
          by.length >= least &&
          by.some((r) => (!genre || r.genre === genre) && (!source || r.source === source)) &&
          (!region || adcode!.startsWith(region.slice(0, 2))) &&
          (!code || topic === code) &&
          (!year || Number(of) === year)
        );
      })
      .map(([key]) => key)
      .sort();
  }

  async function pages<T>(
    ask: (after?: string) => Promise<{ rows: T[]; next: string | null }>,
  ): Promise<T[]> {
    const rows: T[] = [];
    for (let after: string | undefined; ; ) {
      const page = await ask(after);
      rows.push(...page.rows);
      if (page.next === null) return rows;
      after = page.next;
    }
  }

  interface Named {
    region: { adcode: string | null };
    period: { start: number } | null;
    indicator: { code: string | null };
  }
  const nameOf = ({ region, period, indicator }: Named) =>
    `${region.adcode} ${period?.start} ${indicator.code}`;

  test.each(questions)('%o: all of them, each once, whatever the page', async (query) => {
    for (const kind of ['actual', 'target'] as const)
      for (const limit of [7, 1_000]) {
        const rows = await pages((after) => store.figures({ ...query, kind, limit, after }));
        expect(rows.map(nameOf).sort(), `${kind}, ${limit}`).toEqual(expected(query, kind));
        expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
      }
    const promises = await pages((after) => store.promiseList({ ...query, limit: 9, after }));
    expect(promises.map(({ target }) => nameOf(target)).sort()).toEqual(expected(query, 'target'));
    const tally = { open: 0, met: 0, missed: 0, 'cannot tell': 0 };
    for (const { verdict } of promises) tally[verdict]++;
    expect(await store.promiseCounts(query)).toEqual(tally);
    const copies = await pages((after) => store.copyList({ ...query, limit: 5, after }));
    expect(copies.map((row) => `${nameOf(row)} ${row.kind}`).sort()).toEqual(
      (['actual', 'target'] as const)
        .flatMap((kind) => expected(query, kind, 2).map((name) => `${name} ${kind}`))
        .sort(),
    );
    const spreads = copies.map(({ conflict, spread }) => (conflict ? spread : -1));
    expect(spreads).toEqual([...spreads].sort((a, b) => b - a));
    if (query.code) {
      const lines = await pages((after) => store.seriesLines({ ...query, limit: 5, after }));
      const found = lines.flatMap(({ figures }) => figures);
      expect(
        found
          .filter(({ kind }) => kind === 'actual')
          .map(nameOf)
          .sort(),
      ).toEqual(expected(query, 'actual'));
    }
  });

  test.each(questions)('%o: changes, from either end', async (query) => {
    const ask = (order: 'oldest' | 'newest') =>
      pages((after) => store.changes({ ...query, since: 0, order, limit: 11, after }));
    const oldest = await ask('oldest');
    expect((await ask('newest')).map(({ id }) => id)).toEqual(oldest.map(({ id }) => id).reverse());
    const given = new Set([...expected(query, 'actual'), ...expected(query, 'target')]);
    expect([...new Set(oldest.map(nameOf))].sort()).toEqual([...given].sort());
  });

  test('a genre that somebody corrected, a region that he corrected, and a report that is gone', async () => {
    const other = await openStore(fresh(), () => ++now);
    try {
      const commit = sampleCommit('http://example.com/a', [{ figures: [{ value: 5 }] }], { source: 'one' });
      await other.commit(commit);
      const document = documentId('http://example.com/a', 1);
      const count = async (query: object) => (await other.figures(query)).rows.length;
      expect(await count({ genre: 'budget' })).toBe(0);
      const region = { name: '苏州市', adcode: '320500' };
      await other.override({ document, by: 'ada', genre: 'budget', region });
      expect(await count({ genre: 'budget', region: '320500' })).toBe(1);
      expect(await count({ genre: 'work-report' })).toBe(0);
      expect(await count({ source: 'one', region: '320500' })).toBe(1);
      await other.unoverride(document);
      expect(await count({ genre: 'work-report', region: '321100' })).toBe(1);
      const gone = sampleCommit('http://example.com/a', [], { time: 2_000_000_000_000, source: 'one' });
      await other.commit(gone);
      expect(await count({ source: 'one' })).toBe(0);
    } finally {
      await other.close();
    }
  });
});
