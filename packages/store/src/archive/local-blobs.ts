import type { BlobKey } from '@zhibiao/shared';
import type { BlobRows } from './blob-rows.ts';
import type { Blobs } from './content.ts';
import type { FileBlobs } from './files.ts';

/** Up to here, packed bytes, a blob becomes a row: beyond, the system moves a file's bytes faster than SQLite its pages. */
const LARGEST_ROW = 128 * 1024;

/**
 * The blobs of one machine: small ones as rows, large ones as files. Small ones that an earlier release has written as
 * files are found there
 * and stay.
 */
export class LocalBlobs implements Blobs {
  readonly #rows: BlobRows;
  readonly #files: FileBlobs;

  constructor(rows: BlobRows, files: FileBlobs) {
    this.#rows = rows;
    this.#files = files;
  }

  write(key: BlobKey, packed: Buffer): Promise<void> {
    return (packed.byteLength > LARGEST_ROW ? this.#files : this.#rows).write(key, packed);
  }

  async read(key: BlobKey): Promise<Buffer | null> {
    return (await this.#rows.read(key)) ?? this.#files.read(key);
  }

  async has(key: BlobKey): Promise<boolean> {
    return (await this.#rows.has(key)) || this.#files.has(key);
  }

  async renew(key: BlobKey, size: number): Promise<boolean> {
    return (await this.#rows.renew(key)) || this.#files.renew(key, size);
  }

  async writtenAt(key: BlobKey): Promise<number | null> {
    return (await this.#rows.writtenAt(key)) ?? this.#files.writtenAt(key);
  }

  async remove(key: BlobKey): Promise<void> {
    await this.#rows.remove(key);
    await this.#files.remove(key);
  }

  async *keys(): AsyncIterable<BlobKey> {
    yield* this.#rows.keys();
    // A torn file was mended by a row.
    for await (const key of this.#files.keys()) if (!(await this.#rows.has(key))) yield key;
  }

  async close(): Promise<void> {
    await this.#rows.close();
    await this.#files.close();
  }
}
