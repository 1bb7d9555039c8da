export interface MongoService {
  url: string | null;
  what: string;
  real: boolean;
  pid: number | null;
  stop: () => Promise<void>;
}
export interface MongoSet {
  url: string;
  what: string;
  members: { port: number; pid: number }[];
  stop: () => Promise<void>;
}
interface Options {
  log?: (line: string) => void;
  env?: NodeJS.ProcessEnv;
}
export function startMongo(options?: Options): Promise<MongoService>;
export function startMongod(options?: Options & { dir?: string; members?: number }): Promise<MongoSet>;
export function withoutDatabase(address: string): string;
export function databaseAt(url: string, database: string): string;
