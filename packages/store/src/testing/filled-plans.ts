import { expect } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import type { MongoConnection } from '../mongo/connect.ts';
import { MongoTable } from '../mongo/table.ts';
import { storeOver } from '../store.ts';
import { definitions } from '../tables/definitions.ts';
import type { Rows } from '../tables/rows.ts';
import type { Filter, FindOptions } from '../tables/table.ts';
import { watched } from './served.ts';

/** Rows that may be sorted in memory: the few of one document or version. */
const SORTED = 1_000;
/** Keys that any question may read beyond twice what it answers: the ends of ranges, and the words of a question. */
const SLACK = 120;

/** What readers ask, with values that a filled store has. */
export const questions: Record<string, (store: DocumentStore) => Promise<unknown>> = {
  documents: (s) => s.documents(),
  'documents of a region': (s) => s.documents({ region: '110100' }),
  'documents of a source': (s) => s.documents({ source: 'source3' }),
  'documents of a year': (s) => s.documents({ year: 2022 }),
  observations: (s) => s.observations(),
  'observations of a region': (s) => s.observations({ region: '110100' }),
  'observations of a code': (s) => s.observations({ code: 'C7' }),
  'observations of a name': (s) => s.observations({ name: '指标7' }),
  'observations of a year': (s) => s.observations({ year: 2022 }),
  'observations of a source': (s) => s.observations({ source: 'source3' }),
  'observations of a kind': (s) => s.observations({ kind: 'target' }),
  'observations of reports of a year': (s) => s.observations({ reportYear: 2022 }),
  'observations with a flag': (s) => s.observations({ flags: ['x'] }),
  'observations of a code, region and year': (s) =>
    s.observations({ code: 'C7', region: '110100', year: 2022 }),
  figures: (s) => s.figures(),
  'figures of a region': (s) => s.figures({ region: '110100' }),
  'figures of a code': (s) => s.figures({ code: 'C7' }),
  'figures of a year': (s) => s.figures({ year: 2022 }),
  'figures of a measure': (s) => s.figures({ measure: 'growth' }),
  'figures of a code and year': (s) => s.figures({ code: 'C7', year: 2022 }),
  'promises that are open': (s) => s.promiseList({ verdict: 'open' }),
  copies: (s) => s.copyList(),
  'a series': (s) => s.seriesLines({ code: 'C7' }),
  'a ranking': (s) => s.ranking({ code: 'C7', year: 2022, measure: 'level' }),
  'coverage of a province': (s) => s.coverage({ region: '110000' }),
  changes: (s) => s.changes({ since: 0 }),
  indicators: (s) => s.indicators(),
  regions: (s) => s.regions(),
  'a search': (s) => s.search({ words: '指标7' }),
  'a search in a region': (s) => s.search({ words: '完成了', region: '110100' }),
};

/** What reads more keys than it should: no index begins with these, and each row of the order is looked at. */
export const wasteful: typeof questions = {
  'figures of a kind': (s) => s.figures({ kind: 'target' }),
  'promises of a region': (s) => s.promiseList({ region: '110100' }),
  'observations of a confidence': (s) => s.observations({ minConfidence: 0.95 }),
  'observations since a time': (s) => s.observations({ since: 9_000_000_000_000 }),
};

interface Stage {
  stage: string;
  nReturned?: number;
  inputStage?: Stage;
  inputStages?: Stage[];
}

/** Puts a question and explains each find that it makes: no scan, no large sort, no keys that are read for nothing. */
export async function explain(
  connection: MongoConnection,
  store: DocumentStore,
  ask: (store: DocumentStore) => Promise<unknown>,
): Promise<void> {
  const finds: { name: keyof Rows; filter: Filter; options: FindOptions }[] = [];
  const tables = watched(store.tables, (name, filter, options) => {
    if (options) finds.push({ name, filter, options });
  });
  await ask(storeOver(tables, Date.now));
  expect(finds.length, 'finds of the question').toBeGreaterThan(0);
  for (const { name, filter, options } of finds) {
    const cursor = new MongoTable(connection, definitions[name]).cursor(filter, options);
    const { executionStats: stats } = await cursor.explain('executionStats');
    const about = `${name} ${JSON.stringify(filter)} ${JSON.stringify(options)}`;
    const stages = [...walk(stats.executionStages)];
    expect(
      stages.map(({ stage }) => stage),
      about,
    ).not.toContain('COLLSCAN');
    for (const { stage, nReturned } of stages)
      if (stage === 'SORT') expect(nReturned, `sorted: ${about}`).toBeLessThanOrEqual(SORTED);
    expect(stats.totalKeysExamined, `keys for ${stats.nReturned} rows: ${about}`).toBeLessThanOrEqual(
      2 * stats.nReturned + SLACK,
    );
  }
}

function* walk(stage: Stage): Generator<Stage> {
  yield stage;
  for (const inner of [stage.inputStage, ...(stage.inputStages ?? [])]) if (inner) yield* walk(inner);
}
