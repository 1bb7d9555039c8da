import type { DocumentStore } from '../../packages/store/src/document-store.ts';
import { CODES, firstYear, rankedYear, SOURCES } from './reports.ts';

/** Asks a question for the `i`th time, of another region, indicator or year each time. */
export type Ask = (store: DocumentStore, i: number) => Promise<unknown>;

type Filter = Record<string, unknown>;
type FilterOf = (i: number) => Filter;

const province: FilterOf = (i) => ({ region: `${11 + ((i * 7) % 31)}0000` });
const county: FilterOf = (i) => ({ region: String(110_001 + (i % 10) * 10_101) });
const codeOf = (i: number) => {
  const code = (i * 7) % CODES;
  return code % 5 === 0 ? code + 1 : code;
};
const code: FilterOf = (i) => ({ code: `code_${codeOf(i) % 10 === 0 ? 7 : [7, 14, 21, 28][i % 4]}` });
const name: FilterOf = (i) => ({ name: `指标${[35, 70][i % 2]}` });
const year: FilterOf = (i) => ({ year: firstYear + 1 + (i % 14) });
const source: FilterOf = (i) => ({ source: `source-${(i * 7) % SOURCES}` });
const both =
  (...filters: FilterOf[]): FilterOf =>
  (i) =>
    Object.assign({}, ...filters.map((filter) => filter(i)));
const fixed =
  (filter: Filter): FilterOf =>
  () =>
    filter;

const figureFilters: Record<string, FilterOf> = {
  none: fixed({}),
  province,
  county,
  code,
  name,
  year,
  measure: fixed({ measure: 'growth' }),
  'measure that is rare': fixed({ measure: 'gap' }),
  genre: fixed({ genre: 'communique' }),
  'genre that is rare': fixed({ genre: 'budget' }),
  source,
  'province, code': both(province, code),
  'code, year': both(code, year),
  'province, year': both(province, year),
  'province, measure': both(province, fixed({ measure: 'level' })),
  'code, source': both(code, source),
  'code, genre that is rare': both(code, fixed({ genre: 'budget' })),
  'province, source': both(province, source),
  'province, code, year, measure': both(province, code, year, fixed({ measure: 'growth' })),
};
const kind = { kind: fixed({ kind: 'target' }), 'province, kind': both(province, fixed({ kind: 'actual' })) };
const counted = Object.fromEntries(
  Object.entries(figureFilters).filter(([what]) => !/genre|source/.test(what)),
);
const verdicts = Object.fromEntries(
  (['met', 'missed', 'open', 'cannot tell'] as const).flatMap((verdict) => [
    [verdict, fixed({ verdict })],
    [`${verdict}, province`, both(province, fixed({ verdict }))],
    [`${verdict}, code`, both(code, fixed({ verdict }))],
    [`${verdict}, year`, both(year, fixed({ verdict }))],
    [`${verdict}, measure`, fixed({ verdict, measure: 'level' })],
  ]),
);
const { none: _none, ...narrowed } = figureFilters;
const ofIndicator = Object.fromEntries(
  Object.entries(narrowed).filter(([what]) => /code|name/.test(what) && !/year/.test(what)),
);
const observationFilters: Record<string, FilterOf> = {
  none: fixed({}),
  province,
  code,
  name,
  year,
  kind: fixed({ kind: 'target' }),
  measure: fixed({ measure: 'growth' }),
  source,
  flags: fixed({ flags: ['share-inconsistent'] }),
  'flags, confidence': fixed({ flags: ['share-inconsistent'], minConfidence: 0.5 }),
  confidence: fixed({ minConfidence: 0.9 }),
  'report year': (i) => ({ reportYear: firstYear + 1 + (i % 14) }),
  'province, code': both(province, code),
  'province, code, year': both(province, code, year),
  'as of a time, code': both(code, fixed({ asOf: 1_900_000_000_000 })),
};
const documentFilters: Record<string, FilterOf> = {
  none: fixed({}),
  province,
  year,
  source,
  page: (i) => ({ page: `http://example.com/${i}` }),
  'province, year': both(province, year),
};

/**
 * A question, its filters, and how they are asked. A query that is narrowed otherwise than the store's types know is a
 * mistake of this file.
 */
const questions: [
  question: string,
  filters: Record<string, FilterOf>,
  ask: (store: DocumentStore, query: never) => Promise<unknown>,
][] = [
  ['figures', { ...figureFilters, ...kind }, (s, query) => s.figures(query)],
  ['figure count', { ...counted, ...kind }, (s, query) => s.figureCount(query)],
  ['series', ofIndicator, (s, query) => s.seriesLines(query)],
  ['promises', { ...figureFilters, ...verdicts }, (s, query) => s.promiseList(query)],
  ['promise counts', counted, (s, query) => s.promiseCounts(query)],
  ['copies', figureFilters, (s, query) => s.copyList(query)],
  [
    'conflicts',
    { none: fixed({ conflicts: true }), province: both(province, fixed({ conflicts: true })) },
    (s, query) => s.copyList(query),
  ],
  [
    'ranking',
    {
      'every region': fixed({ code: 'ranked', year: rankedYear }),
      'counties, lowest first': fixed({ code: 'ranked', year: rankedYear, level: 'county', order: 'lowest' }),
      province: both(province, fixed({ code: 'ranked', year: rankedYear })),
      'code, year': both(code, year),
      'code, year, kind': both(code, year, fixed({ kind: 'target' })),
    },
    (s, query) => s.ranking(query),
  ],
  [
    'coverage',
    {
      none: fixed({}),
      province,
      genre: fixed({ genre: 'communique' }),
      'genre that is rare': fixed({ genre: 'budget' }),
    },
    (s, query) => s.coverage(query),
  ],
  [
    'changes',
    Object.fromEntries(
      Object.entries(figureFilters).map(([what, of]) => [what, (i: number) => ({ since: 0, ...of(i) })]),
    ),
    (s, query) => s.changes(query),
  ],
  ['indicators', { none: fixed({}), text: fixed({ text: '指标7' }) }, (s, query) => s.indicators(query)],
  [
    'regions',
    {
      none: fixed({}),
      '500 rows': fixed({ limit: 500 }),
      code: fixed({ text: '32' }),
      name: fixed({ text: '地区' }),
    },
    (s, query) => s.regions(query),
  ],
  [
    'search',
    {
      'a word of all reports': fixed({ words: '工作报告' }),
      'a word of one region': (i) => ({ words: `地区${110_101 + i}` }),
      'a word of none': fixed({ words: '扬中市' }),
      province: both(province, fixed({ words: '工作报告' })),
      year: both(year, fixed({ words: '工作报告' })),
      source: both(source, fixed({ words: '工作报告' })),
      genre: fixed({ words: '工作报告', genre: 'communique' }),
      'genre that is rare': fixed({ words: '工作报告', genre: 'budget' }),
    },
    (s, query) => s.search(query),
  ],
  ['observations', observationFilters, (s, query) => s.observations(query)],
  ['documents', documentFilters, (s, query) => s.documents(query)],
];

/** Every question with no filter and with each: `[question, filter, ask]`. */
export const asked: readonly [question: string, filter: string, ask: Ask][] = questions.flatMap(
  ([question, filters, ask]) =>
    Object.entries(filters).map(([filter, of]): [string, string, Ask] => [
      question,
      filter,
      (store, i) => ask(store, of(i) as never),
    ]),
);
