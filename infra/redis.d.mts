export interface RedisService {
  readonly url: string;
  readonly own: boolean;
  readonly pid: number | null;
  stop(): Promise<void>;
}
export function startRedis(options: {
  dir: string;
  log: (line: string) => void;
  env?: NodeJS.ProcessEnv;
}): Promise<RedisService>;
export function freePort(): Promise<number>;
