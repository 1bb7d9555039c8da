import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { toFile } from '@zhibiao/store/exports';

/** What became of a file of a data package. */
export interface Written {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** digest of its bytes */
  readonly sha256: string;
  readonly state: 'new' | 'changed' | 'same';
}

/**
 * Writes a file of a folder, and leaves one that holds the same bytes as it is: its time stays too, so that only what
 * has changed is copied on.
 * @param path within the folder, with `/`
 * @returns null, and writes nothing, where there are no rows
 */
export async function writeWhereChanged(
  folder: string,
  path: string,
  write: (sink: Writable) => Promise<number>,
): Promise<Written | null> {
  const file = join(folder, path);
  const draft = `${file}.draft`;
  await mkdir(dirname(file), { recursive: true });
  try {
    const rows = await toFile(draft, write);
    if (rows === 0) return null;
    const [sha256, before] = [await digestOf(draft), await digestOf(file)];
    if (sha256 === null) throw new Error(`${draft} is gone: does another export write to ${folder}?`);
    const { size: bytes } = await stat(draft);
    const state = before === null ? 'new' : before === sha256 ? 'same' : 'changed';
    if (state !== 'same') await rename(draft, file);
    return { path, rows, bytes, sha256, state };
  } finally {
    await rm(draft, { force: true });
  }
}

/** @returns sha256 of a file's bytes; null where there is none */
async function digestOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return hash.digest('hex');
}
