import { UsageError } from '@zhibiao/shared';
import {
  type Db,
  MongoBulkWriteError,
  MongoClient,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  ReadConcern,
} from 'mongodb';
import { StoreUnavailableError } from '../errors.ts';
import { databaseOf } from './address.ts';

export interface MongoConnection {
  readonly client: MongoClient;
  readonly db: Db;
  /** address without user and password: for messages */
  readonly name: string;
}

/**
 * Connects and checks that the server answers. Writes wait for the majority of a replica set (a single server is its own
 * majority); reads see what the majority has, so that nothing read can be rolled back.
 * @throws StoreUnavailableError, UsageError where the address is none
 */
export async function connectMongo(url: string, waitMs = 10_000): Promise<MongoConnection> {
  const name = url.replace(/\/\/[^@/]*@/, '//');
  const client = clientOf(url, name, waitMs);
  try {
    await client.connect();
    // Without a database in its path an address means `test`, which nobody wants.
    // Of the database, not of the client, where an address may weaken them.
    const db = client.db(databaseOf(url) || 'zhibiao', {
      writeConcern: { w: 'majority' },
      readConcern: new ReadConcern('majority'),
    });
    await db.command({ ping: 1 });
    return { client, db, name };
  } catch (error) {
    await client.close().catch(() => {});
    throw nameMongoFault(error, name);
  }
}

/** @throws UsageError where the address is none */
function clientOf(url: string, name: string, waitMs: number): MongoClient {
  try {
    return new MongoClient(url, {
      appName: 'zhibiao',
      serverSelectionTimeoutMS: waitMs,
      retryWrites: true,
      ignoreUndefined: true,
    });
  } catch (cause) {
    throw new UsageError(
      `${name} is no address of MongoDB: ${
        (cause as Error).message
      }. Write mongodb://HOST:PORT/DATABASE; a password's special characters as %XX.`,
      name,
      { cause },
    );
  }
}

/** @throws StoreUnavailableError where the server does not answer, or has no primary to write to */
export async function pingMongo({ db, name }: MongoConnection): Promise<void> {
  try {
    await db.command({ ping: 1 });
  } catch (error) {
    throw nameMongoFault(error, name);
  }
}

/** What a server says that is going down or is no longer the primary (retryable errors of MongoDB's specification of retryable reads). */
const GOING_AWAY = new Set([6, 7, 89, 91, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** @returns a StoreUnavailableError where waiting helps, else the error itself */
export function nameMongoFault(error: unknown, name: string): unknown {
  if (!(error instanceof MongoError)) return error;
  // A line that is lost in the middle of a bulk comes wrapped in the bulk's error, which has none of its marks.
  const inner = (error as { errorResponse?: unknown }).errorResponse;
  const lost = isLost(error) || (error instanceof MongoBulkWriteError && isLost(inner));
  if (!lost) return error;
  return new StoreUnavailableError(
    `MongoDB at ${name} cannot be reached or broke off: ${error.message}. Start it or correct the address.`,
    name,
    { cause: error },
  );
}

function isLost(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error.hasErrorLabel('RetryableWriteError') ||
    GOING_AWAY.has(Number(error.code)) ||
    /^(MongoNotConnectedError|MongoTopologyClosedError|MongoPoolClearedError|MongoPoolClosedError|MongoWriteConcernError|MongoExpiredSessionError)$/.test(
      error.name,
    )
  );
}

/** True when a row of this name (or unique key) was there already. */
export const isDuplicate = (error: unknown): boolean =>
  (error instanceof MongoServerError || error instanceof MongoBulkWriteError) && error.code === 11000;
