import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startMongod } from '@zhibiao/services/mongod';
import { type Config, privateMongo } from '@zhibiao/shared';
import { readRunning } from './running.ts';

/** Where the document store is, and how to end a server that was started for it. */
export interface StorePlace {
  readonly location: string;
  stop(): Promise<void>;
}

const nothingToStop = async () => {};

/**
 * Starts a private MongoDB where the configuration asks for one; it keeps its data under the data folder, and is started
 * again when it dies.
 * @throws Error with what to install
 */
export async function startStore(config: Config, log: (line: string) => void): Promise<StorePlace> {
  if (config.store !== privateMongo) return { location: config.store, stop: nothingToStop };
  const dir = resolve(join(config.dataDir, 'mongod'));
  mkdirSync(dir, { recursive: true });
  const { url, stop } = await startMongod({ dir, log, keep: true });
  return { location: url.replace('/?', '/zhibiao?'), stop };
}

/**
 * The store that a command works on: the configured one, or that of the `up` that runs here, or a private one for the
 * time of the command.
 */
export async function findStore(config: Config): Promise<StorePlace> {
  const running = config.store === privateMongo ? readRunning(config.dataDir)?.store : undefined;
  return running ? { location: running, stop: nothingToStop } : startStore(config, () => {});
}
