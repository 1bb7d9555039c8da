import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isLocked } from './folder-lock.ts';

/** What a running `zhibiao up` tells the other commands. */
const Running = z.object({
  pid: z.int(),
  redisUrl: z.string(),
  console: z.string().nullable(),
  /** where its store is: of a private server nobody else knows */
  store: z.string().optional(),
});
export type Running = z.infer<typeof Running>;

const fileOf = (dataDir: string) => join(dataDir, 'up.json');

/** @returns the note of the `up` that runs on this data folder, null where none does */
export function readRunning(dataDir: string): Running | null {
  try {
    const note = Running.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
    // A killed process leaves its note behind, and its number may be another's by now: only the lock tells.
    return isLocked(dataDir) ? note : null;
  } catch {
    return null;
  }
}

export function writeRunning(dataDir: string, note: Running): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(fileOf(dataDir), JSON.stringify(note));
}

export function clearRunning(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}
