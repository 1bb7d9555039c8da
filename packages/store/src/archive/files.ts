import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fdatasync,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BlobKey } from '@zhibiao/shared';
import { ArchiveFullError } from '../errors.ts';
import { type Blobs, hexOf, RENEWAL_MS } from './content.ts';

const isCode = (error: unknown, ...codes: string[]) =>
  codes.includes((error as NodeJS.ErrnoException)?.code ?? '');

/** @returns an ArchiveFullError where the system said that it cannot take more, else the error itself */
export function nameWriteFault(error: unknown, where: string): unknown {
  const code = (error as NodeJS.ErrnoException)?.code ?? '';
  if (!['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'SQLITE_FULL'].includes(code)) return error;
  return new ArchiveFullError(
    `No room to write to ${where} (${code}). Make room or move the archive.`,
    where,
    {
      cause: error,
    },
  );
}

const flush = promisify(fdatasync);

/**
 * Blobs as gzip files `abc/<64 hex digits>.gz` in 4096 folders: the large ones of an archive, and all of a backup.
 * Each is written beside its place and renamed into it. Without `sync` a power cut (not a killed process) can lose
 * the newest blobs or leave a torn one: reading notices by the hash, and the next `put` mends it.
 *
 * A blob is some kilobytes in the page cache: asking the system for it at once takes a tenth of what Node's thread pool does.
 */
export class FileBlobs implements Blobs {
  readonly #root: string;
  readonly #sync: boolean;

  constructor(root: string, sync: boolean) {
    this.#root = root;
    this.#sync = sync;
  }

  async write(key: BlobKey, packed: Buffer): Promise<void> {
    const path = this.#path(key);
    const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
    try {
      const file = this.#create(draft, this.#folder(key));
      try {
        writeFileSync(file, packed);
        if (this.#sync) await flush(file);
      } finally {
        closeSync(file);
      }
      renameSync(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw nameWriteFault(error, path);
    }
  }

  async read(key: BlobKey): Promise<Buffer | null> {
    return orNull(() => readFileSync(this.#path(key)));
  }

  async has(key: BlobKey): Promise<boolean> {
    return (await this.writtenAt(key)) !== null;
  }

  async writtenAt(key: BlobKey): Promise<number | null> {
    return statSync(this.#path(key), { throwIfNoEntry: false })?.mtimeMs ?? null;
  }

  /** A gzip file ends with its content's length modulo 2^32: a torn one does not. */
  async renew(key: BlobKey, size: number): Promise<boolean> {
    const path = this.#path(key);
    if (!statSync(path, { throwIfNoEntry: false })) return false;
    const file = orNull(() => openSync(path, 'r'));
    if (file === null) return false;
    try {
      const { size: length, mtimeMs } = fstatSync(file);
      if (length < 18) return false;
      const end = Buffer.alloc(4);
      readSync(file, end, 0, 4, length - 4);
      if (end.readUInt32LE() !== size % 2 ** 32) return false;
      if (Date.now() - mtimeMs > RENEWAL_MS) futimesSync(file, new Date(), new Date());
      return true;
    } finally {
      closeSync(file);
    }
  }

  async remove(key: BlobKey): Promise<void> {
    await unlink(this.#path(key)).catch((error: unknown) => {
      if (!isCode(error, 'ENOENT')) throw error;
    });
  }

  async *keys(): AsyncIterable<BlobKey> {
    const folders = await readdir(this.#root).catch(() => [] as string[]);
    for (const folder of folders.sort()) {
      if (!/^[0-9a-f]{3}$/.test(folder)) continue;
      for (const file of (await readdir(join(this.#root, folder))).sort())
        if (/^[0-9a-f]{64}\.gz$/.test(file)) yield `sha256-${file.slice(0, 64)}`;
    }
  }

  async close(): Promise<void> {}

  #folder(key: BlobKey): string {
    const digits = hexOf(key);
    return join(this.#root, digits.slice(0, 3));
  }

  #path(key: BlobKey): string {
    return join(this.#folder(key), `${hexOf(key)}.gz`);
  }

  #create(draft: string, folder: string): number {
    const file = orNull(() => openSync(draft, 'wx'));
    if (file !== null) return file;
    mkdirSync(folder, { recursive: true });
    return openSync(draft, 'wx');
  }
}

/** @returns null where there is no such file or folder */
function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}
