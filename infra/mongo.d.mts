export function startMongo(options?: {
  log?: (line: string) => void;
  env?: NodeJS.ProcessEnv;
  dataFile?: string;
  port?: number;
}): Promise<{ url: string | null; what: string; pid: number | null; stop: () => Promise<void> }>;
export function withoutDatabase(address: string): string;
export function databaseAt(url: string, database: string): string;
