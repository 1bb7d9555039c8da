import type { DocumentStore } from '../document-store.ts';

type Ask = (store: DocumentStore, query: never) => Promise<unknown>;

/** Every filter that figures know, with a value that a filled store has. */
const common = {
  region: '110100',
  code: 'C7',
  name: '指标7',
  year: 2022,
  measure: 'growth',
  genre: 'communique',
  source: 'source3',
};
/** What few documents are of. */
const rare = { genre: 'budget', source: 'archive' };

/** Every question with what it needs, and every filter that it can be narrowed by, one at a time. */
const table: Record<string, { ask: Ask; needs?: object; filters: object[] }> = {
  figures: {
    ask: (s, q) => s.figures(q),
    filters: [
      ...each(common),
      ...each(rare),
      { kind: 'actual' },
      { kind: 'target' },
      { code: 'C7', year: 2022 },
    ],
  },
  promises: {
    ask: (s, q) => s.promiseList(q),
    filters: [...each(common), ...each(rare), ...verdicts()],
  },
  copies: {
    ask: (s, q) => s.copyList(q),
    filters: [...each(common), ...each(rare), { conflicts: true }],
  },
  changes: {
    ask: (s, q) => s.changes(q),
    needs: { since: 0 },
    filters: [...each(common), ...each(rare), { order: 'newest' }, { since: 9_000_000_000_000 }],
  },
  series: {
    ask: (s, q) => s.seriesLines(q),
    needs: { code: 'C7' },
    filters: [...each({ ...common, code: undefined, name: undefined }), ...each(rare), { kind: 'target' }],
  },
  ranking: {
    ask: (s, q) => s.ranking(q),
    needs: { code: 'C7', year: 2022, measure: 'level' },
    filters: [
      ...each({ region: '110100', genre: 'communique', source: 'source3' }),
      { kind: 'target' },
      { level: 'county' },
      { order: 'lowest' },
    ],
  },
  coverage: {
    ask: (s, q) => s.coverage(q),
    filters: [{ region: '110000' }, { genre: 'communique' }, { genre: 'budget' }],
  },
  documents: {
    ask: (s, q) => s.documents(q),
    filters: each({
      region: '110100',
      source: 'source3',
      year: 2022,
      page: 'http://example.com/7/work-report/2022',
      flags: ['x'],
      retired: true,
    }),
  },
  observations: {
    ask: (s, q) => s.observations(q),
    filters: [
      ...each({ region: '110100', code: 'C7', name: '指标7', year: 2022, source: 'source3' }),
      ...each({
        kind: 'target',
        reportYear: 2022,
        flags: ['x'],
        minConfidence: 0.95,
        since: 9_000_000_000_000,
      }),
      { code: 'C7', region: '110100', year: 2022 },
    ],
  },
  indicators: { ask: (s, q) => s.indicators(q), filters: [{ text: '指标7' }] },
  regions: { ask: (s, q) => s.regions(q), filters: [{ text: '11' }, { text: '镇江' }] },
  search: {
    ask: (s, q) => s.search(q),
    needs: { words: '完成了' },
    filters: each({ region: '110100', year: 2022, source: 'source3', genre: 'communique', words: '指标7' }),
  },
};

function each(filters: object): object[] {
  return Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ [name]: value }));
}

function verdicts(): object[] {
  return ['open', 'met', 'missed', 'cannot tell'].map((verdict) => ({ verdict }));
}

/** Each question with no filter and with each, by its name. */
export const questions: Record<string, (store: DocumentStore) => Promise<unknown>> = Object.fromEntries(
  Object.entries(table).flatMap(([question, { ask, needs = {}, filters }]) =>
    [{}, ...filters].map((filter) => [
      `${question} ${JSON.stringify(filter)}`,
      (store: DocumentStore) => ask(store, { ...needs, ...filter } as never),
    ]),
  ),
);
