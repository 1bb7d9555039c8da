import { expect } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import type { Connection } from '../embedded/connection.ts';
import type { MongoConnection } from '../mongo/connect.ts';
import { MongoTable } from '../mongo/table.ts';
import { storeOver } from '../store.ts';
import { definitions } from '../tables/definitions.ts';
import type { Rows } from '../tables/rows.ts';
import type { Filter, FindOptions } from '../tables/table.ts';
import { keysRead } from './keys-read.ts';
import { watched } from './served.ts';

/**
 * Rows that may be sorted in memory: the few of one document or version, of one indicator and year, of the regions and
 * years of a rare source.
 */
const SORTED = 1_000;
/**
 * Where what narrows an answer lies in no one index with its order, the index that is walked holds it: keys are passed
 * over, and no row is read. They
 * are as many as the part that fits makes them, or as are sorted where few fit.
 */
const passedOver: readonly RegExp[] = [
  // A third of the figures has a target.
  /"kinds":\{"in":\["t","at"\]\}/,
  // What an indicator has of the other kind or measure.
  /^figures \{"topic":.*"by":"id"/,
  // Places of disputes and changes.
  /^figures .*"by":"(dispute|changed)"/,
  /^texts .*"year":/,
];
const PASSED = 5_500;
/** Keys that any question may read beyond twice what it answers: the ends of ranges, and the words of a question. */
const SLACK = 120;

interface Find {
  name: keyof Rows;
  filter: Filter;
  options: FindOptions;
}

/** @returns every find that a question makes */
async function findsOf(
  store: DocumentStore,
  ask: (store: DocumentStore) => Promise<unknown>,
): Promise<Find[]> {
  const finds: Find[] = [];
  const tables = watched(store.tables, (name, filter, options) => {
    if (options) finds.push({ name, filter, options });
  });
  await ask(storeOver(tables, Date.now));
  expect(finds.length, 'finds of the question').toBeGreaterThan(0);
  return finds;
}

const about = ({ name, filter, options }: Find) =>
  `${name} ${JSON.stringify(filter).slice(0, 500)} ${JSON.stringify(options)}`;

const mostKeys = (find: Find, rows: number): number =>
  passedOver.some((those) => those.test(about(find))) ? PASSED : 2 * rows + SLACK;

/** Puts a question and looks at each find that it makes: no scan, no large sort, no keys that are read for nothing. */
export async function explainMongo(
  connection: MongoConnection,
  store: DocumentStore,
  ask: (store: DocumentStore) => Promise<unknown>,
): Promise<void> {
  for (const find of await findsOf(store, ask)) {
    const cursor = new MongoTable(connection, definitions[find.name]).cursor(find.filter, find.options);
    const { executionStats: stats } = await cursor.explain('executionStats');
    const stages = [...walk(stats.executionStages)];
    expect(
      stages.map(({ stage }) => stage),
      about(find),
    ).not.toContain('COLLSCAN');
    for (const { stage, nReturned } of stages)
      if (stage === 'SORT') expect(nReturned, `sorted: ${about(find)}`).toBeLessThanOrEqual(SORTED);
    expect(stats.totalKeysExamined, `keys for ${stats.nReturned} rows: ${about(find)}`).toBeLessThanOrEqual(
      mostKeys(find, stats.nReturned),
    );
  }
}

/** The same of the embedded store. */
export async function explainEmbedded(
  db: Connection,
  store: DocumentStore,
  ask: (store: DocumentStore) => Promise<unknown>,
): Promise<void> {
  for (const find of await findsOf(store, ask)) {
    const { keys, returned, plan } = await keysRead(db, find.name, find.filter, find.options);
    expect(keys, `keys for ${returned} rows: ${about(find)}: ${plan}`).toBeLessThanOrEqual(
      mostKeys(find, returned),
    );
  }
}

interface Stage {
  stage: string;
  nReturned?: number;
  inputStage?: Stage;
  inputStages?: Stage[];
}

function* walk(stage: Stage): Generator<Stage> {
  yield stage;
  for (const inner of [stage.inputStage, ...(stage.inputStages ?? [])]) if (inner) yield* walk(inner);
}
