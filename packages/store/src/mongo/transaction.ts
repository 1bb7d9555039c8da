import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientSession, MongoError, MongoServerError } from 'mongodb';
import { StoreUnavailableError } from '../errors.ts';
import { definitions, type Job, type Tables, tableNames } from '../tables/definitions.ts';
import type { Rows } from '../tables/rows.ts';
import { isDuplicate, type MongoConnection, nameMongoFault } from './connect.ts';
import { HeldTable } from './held.ts';
import { MongoTable } from './table.ts';

const TRIES = 5;

/** Rows that are right whoever wrote them: two transactions need not exclude one another for a name that both have met. */
const common: ReadonlySet<string> = new Set(['terms', 'places', 'givers']);

/** Tables that are read by ids and written row by row: what a transaction writes to them goes out in one request. */
const held = ['documents', 'extractions', 'versions', 'statements', 'stretches', 'texts', 'figures'] as const;
type Holding = { readonly [K in (typeof held)[number]]: HeldTable<Rows[K]> };

/**
 * A row for whatever a job is at. Transactions do not see what others are about to write, and the rule that of two messages of one page at
 * least one sees the other would be broken: so both write this row, and one of them has to wait, or begins again.
 */
const TURNS = 'turns';

interface Turn {
  _id: string;
  taken: number;
}

/** @returns whether the deployment has transactions: a replica set or a sharded cluster */
export async function hasTransactions({ db }: MongoConnection): Promise<boolean> {
  try {
    const { setName, msg } = await db.command({ hello: 1 });
    if (!setName && msg !== 'isdbgrid') return false;
    await db.createCollection(TURNS).catch((error: unknown) => {
      if ((error as MongoServerError).code !== 48) throw error; // NamespaceExists
    });
    return true;
  } catch (error) {
    if (error instanceof MongoServerError) return false;
    throw error;
  }
}

/** Does jobs in one transaction; those that cannot be done so each in one of its own, and what no transaction takes without one. */
export async function atOnce<T>(
  connection: MongoConnection,
  outside: Tables,
  jobs: readonly Job<T>[],
): Promise<PromiseSettledResult<T>[]> {
  let fault: unknown;
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const values = await transact(connection, outside, jobs);
      return values.map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      fault = nameMongoFault(error, connection.name);
      if (fault instanceof StoreUnavailableError) throw fault;
      // Whoever was refused a row that is there would be refused it again, unless somebody has just written it.
      if (!isConflict(error) || (isDuplicate(error) && tries > 0)) break;
      await sleep(Math.random() * 10 * (tries + 1));
    }
  }
  if (jobs.length > 1) {
    const results: PromiseSettledResult<T>[] = [];
    for (const job of jobs) results.push(...(await atOnce(connection, outside, [job])));
    return results;
  }
  if (!isConflict(fault)) return [{ status: 'rejected', reason: fault }];
  return Promise.allSettled(jobs.map((job) => withoutOne(connection, outside, job)));
}

async function transact<T>(
  connection: MongoConnection,
  outside: Tables,
  jobs: readonly Job<T>[],
): Promise<T[]> {
  const session = connection.client.startSession();
  try {
    session.startTransaction({ readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } });
    await takeTurns(
      connection,
      jobs.map(({ key }) => key),
      session,
    );
    const { within, holding, flush } = tablesWithin(connection, outside, session);
    await readAhead(holding, jobs);
    const values: T[] = [];
    for (const job of jobs) values.push(await job.work(within));
    await flush();
    await session.commitTransaction();
    return values;
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => {});
    throw error;
  } finally {
    await session.endSession();
  }
}

/**
 * In the order of writes that needs no transaction. It is done twice: transactions that were under way did not see the
 * first, and have ended
 * when their turn was taken; the second sees what they have written.
 */
async function withoutOne<T>(connection: MongoConnection, outside: Tables, job: Job<T>): Promise<T> {
  const first = await job.work(outside);
  await takeTurns(connection, [job.key]).catch((error: unknown) => {
    throw nameMongoFault(error, connection.name);
  });
  await job.work(outside);
  return first;
}

async function takeTurns(
  { db }: MongoConnection,
  keys: readonly string[],
  session?: ClientSession,
): Promise<void> {
  const turns = new Set(keys.map((key) => createHash('sha256').update(key).digest('hex').slice(0, 4)));
  // In one order, whoever takes several.
  const writes = [...turns].sort().map((_id) => ({
    updateOne: { filter: { _id }, update: { $inc: { taken: 1 } }, upsert: true },
  }));
  await db.collection<Turn>(TURNS).bulkWrite(writes, session ? { session } : {});
}

/** @returns the tables of a transaction, and what writes the rows that some of them hold */
function tablesWithin(
  connection: MongoConnection,
  outside: Tables,
  session: ClientSession,
): { within: Tables; holding: Holding; flush: () => Promise<void> } {
  const tableOf = (name: keyof Rows) => new MongoTable<object>(connection, definitions[name], session);
  const holding = Object.fromEntries(held.map((name) => [name, new HeldTable(tableOf(name))]));
  const others = tableNames.map((name) => [name, common.has(name) ? outside[name] : tableOf(name)]);
  return {
    within: { ...outside, ...Object.fromEntries(others), ...holding },
    holding: holding as unknown as Holding,
    flush: async () => {
      for (const table of Object.values(holding)) await table.flush();
    },
  };
}

/** Reads in a request for each table what every job begins with: one after the other they would ask a dozen times each. */
async function readAhead(holding: Holding, jobs: readonly Job<unknown>[]): Promise<void> {
  const pages = jobs.map(({ key }) => key);
  await holding.extractions.load('page', pages);
  await holding.documents.load('page', pages);
  await holding.documents.getMany(jobs.flatMap(({ reads }) => reads?.documents ?? []));
  await holding.texts.getMany(jobs.flatMap(({ reads }) => reads?.texts ?? []));
}

/** LockTimeout, WriteConflict, LockBusy, SnapshotUnavailable, NoSuchTransaction */
const CONFLICTS = new Set([24, 112, 46, 246, 251]);

/** @returns whether others came in between, so that trying again helps */
const isConflict = (error: unknown): boolean =>
  error instanceof MongoError &&
  (error.hasErrorLabel('TransientTransactionError') ||
    CONFLICTS.has(Number(error.code)) ||
    isDuplicate(error));
