/** A MongoDB for tests and benches: the one that the environment names, else a private `mongod`, else a stand-in from Maven Central. */
import { startMongod } from '../packages/services/src/mongod.ts';
import { startStandIn } from './mongo-stand-in/start.ts';

export interface MongoService {
  /** without a database (`databaseAt` names one); null where there is no server: `what` then says why */
  readonly url: string | null;
  readonly what: string;
  /** false for the stand-in, which has no transactions and explains no queries */
  readonly real: boolean;
  readonly pid: number | null;
  stop(): Promise<void>;
}

interface MongoOptions {
  readonly log?: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
}

export async function startMongo({
  log = () => {},
  env = process.env,
}: MongoOptions = {}): Promise<MongoService> {
  if (env.MONGODB_URL) {
    const url = withoutDatabase(env.MONGODB_URL);
    return { url, what: 'MongoDB of MONGODB_URL', real: true, pid: null, stop: async () => {} };
  }
  const reasons: string[] = [];
  try {
    const { url, what, members, stop } = await startMongod({ log, env });
    return { url, what, real: true, pid: members[0]!.pid, stop };
  } catch (error) {
    reasons.push((error as Error).message);
  }
  try {
    const standIn = await startStandIn(log, env);
    return { ...standIn, what: `the stand-in mongo-java-server (${reasons[0]})`, real: false };
  } catch (error) {
    const why = [...reasons, (error as Error).message].join('; ');
    const what = `no MongoDB: set MONGODB_URL, or put mongod on PATH (${why})`;
    return { url: null, what, real: false, pid: null, stop: async () => {} };
  }
}

/**
 * The address without its database: tests make databases of their own. Options stay (replicaSet, tls, …); who logs in does so at the
 * database that the address named, which has to be said once that database is no longer in it.
 */
export function withoutDatabase(address: string): string {
  const [, hosts, database, options = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?([^?]*)(?:\?(.*))?$/.exec(address) ?? [];
  if (!hosts) throw new Error('MONGODB_URL is no mongodb://… address');
  const parts = options.split('&').filter(Boolean);
  const loginAt = database && hosts.includes('@') && !parts.some((part) => /^authSource=/i.test(part));
  if (loginAt) parts.push(`authSource=${database}`);
  return parts.length ? `${hosts}/?${parts.join('&')}` : hosts;
}

/** @param url what `startMongo` gave */
export const databaseAt = (url: string, database: string): string =>
  url.replace(/\/?(\?|$)/, `/${database}$1`);
