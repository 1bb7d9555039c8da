import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, QuarantineRecord, RunInput, Source } from '@zhibiao/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from './archive/index.ts';
import type { DocumentStore } from './document-store.ts';
import { documentId } from './documents/identity.ts';
import { openStore } from './store.ts';
import { databases } from './testing/databases.ts';
import { sampleCommit } from './testing/sample.ts';

const URL_A = 'http://example.com/a.html';
const URL_B = 'http://example.com/b';
const id = documentId(URL_A, 1);

describe.each(databases())('document store: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  let now = 1_000_000;
  const clock = () => now++;
  beforeEach(async (context) => {
    if (missing) context.skip();
    now = 1_000_000;
    store = await openStore(fresh(), clock);
  });
  afterEach(() => store?.close());

  const values = async (query?: Parameters<DocumentStore['observations']>[0]) =>
    (await store.observations(query)).rows.map((row) => row.observation.value);

  describe('commit', () => {
    it('makes a document with a version and its observations', async () => {
      const result = await store.commit(
        sampleCommit(URL_A, [{ figures: [{ value: 5 }, { value: 6, kind: 'target' }] }]),
      );
      expect(result).toEqual({
        documents: [{ document: id, n: 1, cause: 'first', created: true, moved: true }],
        retired: [],
      });
      const detail = await store.document(id);
      expect(detail).toMatchObject({
        isHead: true,
        retired: false,
        version: { n: 1, cause: 'first', count: 2 },
      });
      expect(detail?.observations.map((row) => row.observation.value)).toEqual([5, 6]);
      expect((await store.documents()).rows.map((row) => row.id)).toEqual([`${id}.1`]);
      expect(await values()).toEqual([5, 6]);
    });

    it('does nothing when it is repeated', async () => {
      const input = sampleCommit(URL_A, [{ figures: [{ value: 5 }] }], { time: 10 });
      await store.commit(input);
      const before = await store.tables.documents.get(id);
      const again = await store.commit(input);
      expect(again.documents).toMatchObject([{ n: 1, created: false, moved: false }]);
      expect(await store.tables.documents.get(id)).toEqual(before);
      expect(await store.history(id)).toHaveLength(1);
    });

    it('makes a new version when the content changed, with the cause', async () => {
      const figures = [{ value: 5 }];
      const steps = [
        sampleCommit(URL_A, [{ figures }], { time: 10, snapshots: ['s1'] }),
        sampleCommit(URL_A, [{ figures: [{ value: 6 }] }], { time: 20, snapshots: ['s2'] }),
        sampleCommit(URL_A, [{ figures: [{ value: 6 }] }], { time: 20, snapshots: ['s2'], extra: 'more' }),
        sampleCommit(URL_A, [{ figures: [{ value: 6, code: 'X' }] }], {
          time: 20,
          extra: 'more',
          parser: '1.0.0+bbbb',
        }),
        sampleCommit(URL_A, [{ figures: [{ value: 6, code: 'Y' }] }], {
          time: 20,
          extra: 'more',
          parser: '1.1.0+bbbb',
        }),
      ];
      for (const step of steps) await store.commit(step);
      const history = await store.history(id);
      expect(history.map((entry) => entry.cause)).toEqual([
        'first',
        'content',
        'cleaner',
        'lexicon',
        'parser',
      ]);
      expect(history.map((entry) => entry.version.n)).toEqual([1, 2, 3, 4, 5]);
      expect(await values()).toEqual([6]);
    });

    it('makes no version when a new parser finds the same, but remembers that it looked', async () => {
      await store.commit(sampleCommit(URL_A, [{ figures: [{ value: 5 }] }], { time: 10 }));
      const result = await store.commit(
        sampleCommit(URL_A, [{ figures: [{ value: 5 }] }], { time: 10, parser: '2.0.0+aaaa' }),
      );
      expect(result.documents).toMatchObject([{ n: 1, created: false, moved: false }]);
      expect((await store.tables.documents.get(id))?.head).toMatchObject({ n: 1, parser: '2.0.0+aaaa' });
      expect(await store.tables.extractions.count({ page: { eq: URL_A } })).toBe(2);
    });

    it('keeps the newest snapshot at the head when messages come in the wrong order or twice', async () => {
      const old = sampleCommit(URL_A, [{ figures: [{ value: 5 }] }], { time: 10 });
      const recent = sampleCommit(URL_A, [{ figures: [{ value: 6 }] }], { time: 20 });
      await store.commit(recent);
      expect((await store.commit(old)).documents).toMatchObject([{ n: 2, created: true, moved: false }]);
      await store.commit(recent);
      expect(await values()).toEqual([6]);
      const reverted = await store.commit({ ...old, time: 30 });
      expect(reverted.documents).toMatchObject([{ n: 2, created: false, moved: true }]);
      expect(await values()).toEqual([5]);
      expect((await store.history(id)).map((entry) => [entry.n, entry.cause])).toEqual([
        [1, 'first'],
        [2, 'content'],
      ]);
    });

    it('gives an observation the same id in every version', async () => {
      await store.commit(sampleCommit(URL_A, [{ figures: [{ value: 5 }, { value: 1 }] }], { time: 10 }));
      await store.commit(
        sampleCommit(URL_A, [{ figures: [{ value: 7 }, { value: 1 }] }], { time: 20, extra: 'x' }),
      );
      const [first, second] = [await store.observationsOf(id, 1), await store.observationsOf(id, 2)];
      expect(first.map((row) => row.id)).toEqual(second.map((row) => row.id));
      expect(new Set(first.map((row) => row.id)).size).toBe(2);
    });

    it('retires a report that its page no longer holds, and takes it back', async () => {
      const both = [{ figures: [{ value: 1 }] }, { figures: [{ value: 2 }] }];
      await store.commit(sampleCommit(URL_A, both, { time: 10 }));
      const result = await store.commit(sampleCommit(URL_A, both.slice(0, 1), { time: 20 }));
      const second = documentId(URL_A, 2);
      expect(result.retired).toEqual([second]);
      expect(await values()).toEqual([1]);
      expect(await store.document(second)).toMatchObject({ retired: true, isHead: true });
      expect((await store.documents({ retired: true })).rows).toHaveLength(2);
      await store.commit(sampleCommit(URL_A, both, { time: 30 }));
      expect((await values()).sort()).toEqual([1, 2]);
      expect((await store.history(second)).map((entry) => entry.cause)).toEqual([
        'first',
        'retired',
        'returned',
      ]);
    });

    it('retires a report that an older snapshot brings after the newer one that lacks it', async () => {
      const both = [{ figures: [{ value: 1 }] }, { figures: [{ value: 2 }] }];
      await store.commit(sampleCommit(URL_A, both.slice(0, 1), { time: 20 }));
      await store.commit(sampleCommit(URL_A, both, { time: 10 }));
      expect(await values()).toEqual([1]);
    });

    it('refuses a wrong quote, another article and an unknown schema before it writes', async () => {
      const good = sampleCommit(URL_A, [{ figures: [{ value: 5 }] }]);
      const wrongQuote = structuredClone(good);
      wrongQuote.extraction.reports[0]!.observations[0]!.quote = '6亿元';
      await expect(store.commit(wrongQuote)).rejects.toMatchObject({
        name: 'CorruptInputError',
        retryable: false,
      });
      const otherArticle = { ...good, articleKey: good.extractionKey };
      await expect(store.commit(otherArticle)).rejects.toMatchObject({ name: 'CorruptInputError' });
      const unknown = structuredClone(good);
      (unknown.extraction as { schema: number }).schema = 2;
      await expect(store.commit(unknown)).rejects.toMatchObject({ name: 'UnknownSchemaError' });
      const large = structuredClone(good);
      large.extraction.reports[0]!.title = 'x'.repeat(6_000_000);
      await expect(store.commit(large)).rejects.toMatchObject({ name: 'RowTooLargeError' });
      expect(await store.tables.documents.count({})).toBe(0);
      expect(await store.tables.extractions.count({})).toBe(0);
    });

    it('lets twenty workers race on one document', async () => {
      const inputs = Array.from({ length: 20 }, (_, i) =>
        sampleCommit(URL_A, [{ figures: [{ value: i % 7 }] }], { time: 100 + (i % 7) }),
      );
      await Promise.all(inputs.map((input) => store.commit(input)));
      expect(await store.tables.versions.count({ document: { eq: id } })).toBe(7);
      expect(await values()).toEqual([6]);
      const numbers = (await store.tables.versions.find({ document: { eq: id } }, { by: 'n' })).map(
        (row) => row.n,
      );
      expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });
  });

  describe('reprocess', () => {
    const run: RunInput = {
      id: 'r1',
      type: 'reprocess',
      selection: {},
      state: 'running',
      startedAt: 1,
      finishedAt: null,
      counts: {},
    };
    const URL_B = 'http://example.com/b.html';
    const live = async () => {
      await store.saveRun(run);
      for (const page of [URL_A, URL_B])
        await store.commit(sampleCommit(page, [{ figures: [{ value: 1 }] }], { time: 10 }));
    };
    const shadow = (page: string, value: number) =>
      sampleCommit(page, [{ figures: [{ value }] }], {
        time: 10,
        parser: '2.0.0+b',
        run: 'r1',
        shadow: true,
      });

    it('is invisible until it is promoted, then visible as a whole', async () => {
      await live();
      for (const page of [URL_A, URL_B]) await store.commit(shadow(page, 2));
      expect(await values()).toEqual([1, 1]);
      expect(await store.history(id)).toHaveLength(1);
      expect(await store.promote('r1', 'anna')).toEqual({ moved: 2, overtaken: 0 });
      expect(await values()).toEqual([2, 2]);
      expect((await store.history(id)).at(-1)).toMatchObject({ n: 2, cause: 'cleaner', by: 'anna' });
      expect((await store.getRun('r1'))?.state).toBe('promoted');
      await store.saveRun({ ...run, state: 'done' });
      expect((await store.getRun('r1'))?.state).toBe('promoted');
      await expect(store.drop('r1', 'bert')).rejects.toThrow(/was promoted already/);
      expect(await store.promote('r1', 'bert')).toEqual({ moved: 0, overtaken: 0 });
    });

    it('leaves no trace for readers when it is dropped', async () => {
      await live();
      await store.commit(shadow(URL_A, 2));
      await store.drop('r1', 'anna');
      expect(await values()).toEqual([1, 1]);
      await store.commit(shadow(URL_B, 2));
      expect(await values()).toEqual([1, 1]);
      await expect(store.promote('r1', 'anna')).rejects.toThrow(/was dropped already/);
      await expect(store.promote('r9', 'anna')).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    it('steps back behind a newer snapshot', async () => {
      await live();
      await store.commit(shadow(URL_A, 2));
      await store.commit(sampleCommit(URL_A, [{ figures: [{ value: 3 }] }], { time: 20 }));
      expect(await store.promote('r1', 'anna')).toEqual({ moved: 0, overtaken: 1 });
      expect(await values({ document: id })).toEqual([3]);
    });

    it('goes back to an older version when the older parser is promoted again', async () => {
      await live();
      await store.commit(shadow(URL_A, 2));
      await store.promote('r1', 'anna');
      await store.saveRun({ ...run, id: 'r2' });
      const back = sampleCommit(URL_A, [{ figures: [{ value: 1 }] }], { time: 10, run: 'r2', shadow: true });
      await store.commit(back);
      await store.promote('r2', 'anna');
      expect(await values({ document: id })).toEqual([1]);
      expect((await store.history(id)).map((entry) => [entry.n, entry.cause])).toEqual([
        [1, 'first'],
        [2, 'cleaner'],
        [1, 'reverted'],
      ]);
    });

    it('retires and adds reports as a shadow too', async () => {
      await live();
      const other = sampleCommit(URL_A, [{ ordinal: 2, figures: [{ value: 9 }] }], {
        time: 10,
        run: 'r1',
        shadow: true,
      });
      await store.commit(other);
      expect(await values()).toEqual([1, 1]);
      await store.promote('r1', 'anna');
      expect((await values()).sort()).toEqual([1, 9]);
      expect(await store.document(id)).toMatchObject({ retired: true });
    });
  });

  describe('reading', () => {
    it('reads as of a time', async () => {
      await store.commit(sampleCommit(URL_A, [{ figures: [{ value: 5 }] }], { time: 10 }));
      const then = now;
      now += 1_000;
      await store.commit(sampleCommit(URL_A, [{ figures: [{ value: 6 }] }], { time: 20 }));
      expect(await values()).toEqual([6]);
      expect(await values({ asOf: then })).toEqual([5]);
      expect(await values({ asOf: 1 })).toEqual([]);
      expect((await store.document(id, { asOf: then }))?.version.n).toBe(1);
      expect((await store.documents({ asOf: then })).rows.map((row) => row.n)).toEqual([1]);
    });

    it('narrows by region with sub-regions, year, code, name, kind, source, flag and confidence', async () => {
      const regions = ['320000', '321100', '321182', '110000'];
      for (const [i, adcode] of regions.entries())
        await store.commit(
          sampleCommit(
            `http://example.com/${adcode}`,
            [
              {
                region: { name: `地区${adcode}`, adcode },
                year: 2020 + i,
                figures: [
                  { value: i, confidence: 0.5 },
                  {
                    value: 100 + i,
                    kind: 'target',
                    name: '人口',
                    code: 'POP',
                    flags: ['share-inconsistent', 'x'],
                  },
                ],
              },
            ],
            { source: i === 0 ? 'first' : 'rest' },
          ),
        );
      const sorted = async (query: Parameters<DocumentStore['observations']>[0]) =>
        (await values(query)).sort((a, b) => a - b);
      expect(await sorted({ region: '320000' })).toEqual([0, 1, 2, 100, 101, 102]);
      expect(await sorted({ region: '321100' })).toEqual([1, 2, 101, 102]);
      expect(await sorted({ region: '321182' })).toEqual([2, 102]);
      expect(await sorted({ year: 2021 })).toEqual([2, 101]);
      expect(await sorted({ code: 'POP' })).toEqual([100, 101, 102, 103]);
      expect(await sorted({ name: '人口', region: '110000' })).toEqual([103]);
      expect(await sorted({ kind: 'actual' })).toEqual([0, 1, 2, 3]);
      expect(await sorted({ source: 'first' })).toEqual([0, 100]);
      expect(await sorted({ flags: ['share-inconsistent'] })).toEqual([100, 101, 102, 103]);
      expect(await sorted({ flags: ['x', 'nothing'] })).toEqual([]);
      expect(await sorted({ minConfidence: 0.6 })).toEqual([100, 101, 102, 103]);
      expect((await store.documents({ year: 2021 })).rows.map((row) => row.report.region?.adcode)).toEqual([
        '321100',
      ]);
    });

    it('pages in a stable order without loss or repetition', async () => {
      for (let i = 0; i < 10; i++)
        await store.commit(
          sampleCommit(`http://example.com/${i}`, [{ figures: [{ value: i }, { value: 100 + i }] }]),
        );
      const all = await values();
      const paged: number[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await store.observations({ limit: 3, after });
        paged.push(...page.rows.map((row) => row.observation.value));
        if (!page.next) break;
        after = page.next;
      }
      expect(paged).toEqual(all);
      expect(all).toHaveLength(20);
    });

    it('takes filter values as values, whatever they hold', async () => {
      await store.commit(sampleCommit(URL_A, [{ figures: [{ value: 5 }] }]));
      const hostile = ["' OR 1=1 --", '{"$gt":""}', '$where', '\u0000', '.*', '%'];
      for (const source of hostile) expect(await values({ source })).toEqual([]);
      for (const query of [
        ...hostile.map((code) => ({ code })),
        { code: { $gt: '' } },
        { $where: '1' },
        { region: '32%' },
        { limit: -1 },
        { limit: 1e9 },
      ])
        await expect(store.observations(query as never)).rejects.toMatchObject({ name: 'UsageError' });
    });
  });

  describe('comparing', () => {
    it('shows what two versions differ in, text and observations', async () => {
      const archive = await openArchive(await mkdtemp(join(tmpdir(), 'zhibiao-archive-')));
      for (const [value, time] of [
        [5, 10],
        [6, 20],
      ] as const) {
        const input = sampleCommit(
          URL_A,
          [{ figures: [{ value }, { value: 1, name: '人口', code: 'POP' }] }],
          { time },
        );
        await archive.put(JSON.stringify(input.article));
        await store.commit(input);
      }
      const diff = await store.diff({ document: id, n: 1 }, { document: id, n: 2 }, archive);
      expect(diff.observations.byField).toEqual({ value: 1, quote: 1, sentence: 1 });
      expect(diff.text).toMatchObject({ added: { sentences: 1 }, removed: { sentences: 1 } });
      expect((await store.diff({ document: id, n: 1 }, { document: id, n: 2 })).text).toBeNull();
      await expect(store.diff({ document: id, n: 1 }, { document: id, n: 9 })).rejects.toMatchObject({
        name: 'NotFoundError',
      });
      await archive.close();
    });

    it('puts a promise beside its result, and a series in the order of years', async () => {
      const report = (year: number, actual: number, target: number) =>
        sampleCommit(`http://example.com/${year}`, [
          {
            year,
            figures: [
              { value: actual, measure: 'growth', unit: '%' },
              { value: target, kind: 'target', measure: 'growth', unit: '%', bound: '>=' },
            ],
          },
        ]);
      await store.commit(report(2023, 3, 5));
      await store.commit(report(2024, 5.8, 6));
      const { rows: kept } = await store.promiseList({ region: '321100', code: 'GDP' });
      expect(kept.map(({ target, actual, verdict }) => [target.value, actual?.value, verdict])).toEqual([
        [5, 5.8, 'met'],
        [6, undefined, 'open'],
      ]);
      expect(kept[0]?.judgement?.difference).toBe(0.8);
      const { rows } = await store.seriesLines({ region: '321100', code: 'GDP' });
      expect(rows.map(({ figures }) => figures.map((f) => [f.period?.start, f.kind, f.value]))).toEqual([
        [
          [2022, 'actual', 3],
          [2023, 'actual', 5.8],
          [2023, 'target', 5],
          [2024, 'target', 6],
        ],
      ]);
      await expect(store.seriesLines({ region: '321100' })).rejects.toMatchObject({ name: 'UsageError' });
    });

    const growth = { measure: 'growth', unit: '%' } as const;
    const kept = async (query: object = { region: '321100' }) =>
      (await store.promiseList(query)).rows.map(({ target, actual, judgement }) => [
        target.value,
        actual?.value,
        judgement?.verdict,
      ]);

    it('holds a promise against the surest actual value, in whatever order they came', async () => {
      for (const [i, confidence] of [0.9, 0.95, 0.6].entries())
        await store.commit(
          sampleCommit(`http://example.com/${i}`, [
            { year: 2024, figures: [{ ...growth, value: 5 + i, confidence }] },
          ]),
        );
      await store.commit(
        sampleCommit('http://example.com/t', [{ figures: [{ ...growth, value: 6, kind: 'target' }] }]),
      );
      expect(await kept()).toEqual([[6, 6, 'met']]);
    });

    it('has no verdict without a year on either side', async () => {
      const figures = [
        { ...growth, value: 3.8, period: null },
        { ...growth, value: 7, kind: 'target' as const, period: null },
      ];
      await store.commit(sampleCommit(URL_A, [{ figures }]));
      expect(await kept()).toEqual([[7, undefined, undefined]]);
    });

    it('takes the whole of a region for what it is without the word, and a part of it for another figure', async () => {
      const target = { ...growth, value: 6, kind: 'target' as const, year: 2023 };
      const actual = (scope: string, year = 2023) => ({ ...growth, value: 7, scope, year });
      await store.commit(sampleCommit(URL_A, [{ figures: [target, { ...target, year: 2024 }] }]));
      await store.commit(
        sampleCommit(URL_B, [{ year: 2024, figures: [actual('全市'), actual('市本级', 2024)] }]),
      );
      expect(await kept()).toEqual([
        [6, 7, 'met'],
        [6, undefined, undefined],
      ]);
    });

    it('never holds a promise for a year against a part of it, an average over years or another base', async () => {
      const target = { ...growth, value: 6, kind: 'target' as const, year: 2023 };
      const others = [
        { ...growth, value: 9, basis: '较2006年' },
        { ...growth, value: 9, basis: '年均' },
        { ...growth, value: 9, period: { start: 2023, end: 2023, from: '2023-01-01', to: '2023-06-30' } },
        { ...growth, value: 9, period: { start: 2019, end: 2023 } },
      ].map((figure) => ({ year: 2023, ...figure }));
      await store.commit(sampleCommit(URL_A, [{ figures: [target] }]));
      await store.commit(sampleCommit(URL_B, [{ year: 2024, figures: others }]));
      expect(await kept()).toEqual([[6, undefined, undefined]]);
    });

    it('keeps what is comparable in one line of a series, and spans of years behind the single ones', async () => {
      const of = (year: number, more: object) => ({ value: year, unit: '吨', year, ...more });
      await store.commit(
        sampleCommit(URL_A, [
          {
            figures: [
              of(2001, { period: { start: 2001, end: 2006 } }),
              of(2004, { scope: '全市', unit: '公斤' }),
              of(2003, {}),
              of(2005, { scope: '县域' }),
            ],
          },
        ]),
      );
      const { rows } = await store.seriesLines({ code: 'GDP' });
      const years = (figures: (typeof rows)[number]['figures']) =>
        figures.map(({ period, value }) => [period?.start, period?.end, value]);
      expect(rows.map(({ scope, figures, others }) => [scope, years(figures), years(others)])).toEqual([
        [
          null,
          [
            [2003, 2003, 2003],
            [2004, 2004, 2.004],
          ],
          [[2001, 2006, 2001]],
        ],
        ['县域', [[2005, 2005, 2005]], []],
      ]);
    });

    it('sees no conflict within one document, nor between 国考 and 省考', async () => {
      const water = (name: string, value: number) => ({
        name,
        code: 'surface_water_good_ratio',
        unit: '%',
        value,
      });
      const figures = [water('国考断面水质优良比例', 90), water('省考断面水质优良比例', 95)];
      await store.commit(sampleCommit(URL_A, [{ figures: [...figures, { value: 10 }, { value: 12 }] }]));
      await store.commit(sampleCommit(URL_B, [{ figures: [...figures, { value: 10 }] }]));
      const { rows: found } = await store.copyList({ region: '321100' });
      const seen = found.map(({ values, conflict }) => [values.map(({ value }) => value), conflict] as const);
      expect(seen.sort(([[a = 0]], [[b = 0]]) => a - b)).toEqual([
        [[10], false],
        [[90], false],
        [[95], false],
      ]);
    });

    it('finds one figure in several documents, agreeing within rounding or in conflict', async () => {
      const copy = (name: string, value: number, other: number) =>
        sampleCommit(`http://${name}.example.com/`, [
          { figures: [{ value }, { value: other, name: '人口', code: 'POP' }] },
        ]);
      await store.commit(copy('a', 1234.5, 10));
      await store.commit(copy('b', 1235, 10));
      await store.commit(copy('c', 1234.5, 99));
      const { rows: found } = await store.copyList({ region: '321100' });
      const byCode = new Map(found.map((f) => [f.indicator.code, f]));
      expect(byCode.get('GDP')).toMatchObject({ conflict: false, values: [{ value: 1234.5 }] });
      expect(byCode.get('GDP')?.values[0]?.documents).toHaveLength(3);
      expect(byCode.get('POP')).toMatchObject({ conflict: true, values: [{ value: 10 }, { value: 99 }] });
    });
  });

  describe('books', () => {
    it('keeps page states and says which are due', async () => {
      const page = (url: string, nextDueAt: number | null): Page => ({
        url,
        address: null,
        source: 'demo',
        role: 'article',
        partOf: null,
        etag: '"x"',
        lastModified: null,
        body: null,
        textHash: null,
        simhash: null,
        bands: [],
        article: null,
        status: 200,
        movedTo: null,
        deletedAt: null,
        fetchedAt: 1_790_000_000_000,
        changedAt: null,
        nextDueAt,
        intervalMs: null,
        failures: 0,
      });
      for (const [url, due] of [
        ['u1', 30],
        ['u2', 10],
        ['u3', null],
        ['u4', 99],
      ] as const)
        await store.savePage(page(url, due));
      expect((await store.duePages('demo', 50, 10)).map((p) => p.url)).toEqual(['u2', 'u1']);
      expect((await store.duePages('demo', 50, 1)).map((p) => p.url)).toEqual(['u2']);
      expect(await store.duePages('other', 50, 10)).toEqual([]);
      await store.savePage(page('u2', 60));
      expect((await store.duePages('demo', 50, 10)).map((p) => p.url)).toEqual(['u1']);
      expect(await store.getPage('u1')).toEqual(page('u1', 30));
      expect(await store.getPage('u9')).toBeNull();
    });

    it('keeps sources', async () => {
      const source = {
        id: 'demo',
        name: '演示',
        start: ['http://example.com/'],
        enabled: true,
      } as unknown as Source;
      await store.saveSource(source);
      await store.saveSource({ ...source, id: 'a' });
      expect((await store.listSources()).map((s) => s.id)).toEqual(['a', 'demo']);
      expect(await store.getSource('demo')).toEqual(source);
      await store.removeSource('a');
      expect(await store.getSource('a')).toBeNull();
    });

    it('keeps runs and quarantine, whatever names their inner fields have', async () => {
      const run: RunInput = {
        id: 'c1',
        type: 'crawl',
        selection: { 'a.b': 1, $where: 'x', __proto__x: null },
        state: 'running',
        startedAt: 5,
        finishedAt: null,
        counts: { 'crawl.$fetched': 3 },
      };
      await store.saveRun(run);
      await store.saveRun({ ...run, id: 'c2', startedAt: 6 });
      expect(await store.getRun('c1')).toMatchObject(run);
      expect((await store.listRuns()).map((r) => r.id)).toEqual(['c2', 'c1']);
      const record: QuarantineRecord = {
        id: 'q1',
        stage: 'parse',
        input: 'sha256-x',
        error: 'CorruptInputError',
        reason: 'bad',
        run: 'c1',
        source: null,
        message: { $ne: { 'x.y': [1, { $gt: '' }] } },
        time: 7,
        resolvedAt: null,
      };
      await store.quarantine(record);
      await store.quarantine(record);
      expect(await store.listQuarantine()).toEqual([record]);
      await store.resolveQuarantine('q1', 9);
      expect(await store.listQuarantine()).toEqual([]);
      expect(await store.listQuarantine({ resolved: true })).toEqual([{ ...record, resolvedAt: 9 }]);
    });
  });
});
