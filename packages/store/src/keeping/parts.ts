import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { CorruptInputError, UsageError } from '@zhibiao/shared';
import { z } from 'zod';
import { nameWriteFault } from '../archive/files.ts';
import { UnknownSchemaError } from '../errors.ts';

export const backupFormat = 1;

const Part = z.object({ rows: z.int(), sha256: z.string() });
type Part = z.infer<typeof Part>;

/** What a backup holds: rows and hash of each part, and how many blobs. */
export const Manifest = z.object({
  format: z.int(),
  at: z.string(),
  parts: z.record(z.string(), Part),
  blobs: z.int(),
});
export type Manifest = z.infer<typeof Manifest>;

const fileOf = (directory: string, name: string) => join(directory, `${name}.jsonl.gz`);

/** Writes rows as gzipped JSON lines. @throws ArchiveFullError */
export async function writeLines(
  directory: string,
  name: string,
  rows: AsyncIterable<unknown>,
): Promise<Part> {
  const hash = createHash('sha256');
  let count = 0;
  async function* lines() {
    for await (const row of rows) {
      count++;
      yield `${JSON.stringify(row)}\n`;
    }
  }
  const hashed = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const file = fileOf(directory, name);
  await pipeline(Readable.from(lines()), createGzip({ level: 4 }), hashed, createWriteStream(file)).catch(
    (error: unknown) => {
      throw nameWriteFault(error, file);
    },
  );
  return { rows: count, sha256: hash.digest('hex') };
}

export async function* readLines<T>(directory: string, name: string): AsyncGenerator<T> {
  const content = createReadStream(fileOf(directory, name)).pipe(createGunzip());
  for await (const line of createInterface({ input: content, crlfDelay: Number.POSITIVE_INFINITY }))
    yield JSON.parse(line) as T;
}

/** @throws CorruptInputError when the part is missing or is not what was written */
export async function checkPart(directory: string, name: string, part: Part): Promise<void> {
  const file = fileOf(directory, name);
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (cause) {
    throw new CorruptInputError(`${file} of the backup cannot be read. Take another backup.`, file, {
      cause,
    });
  }
  if (hash.digest('hex') !== part.sha256)
    throw new CorruptInputError(`${file} is not what the backup wrote. Take another backup.`, file);
}

/** @throws UsageError when there is no finished backup, CorruptInputError, UnknownSchemaError */
export async function readManifest(directory: string): Promise<Manifest> {
  const file = join(directory, 'manifest.json');
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`${directory} holds no finished backup (no manifest.json).`, directory, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw new CorruptInputError(`${file} is torn. Take another backup.`, file, { cause });
  }
  const manifest = Manifest.safeParse(value);
  if (manifest.success && manifest.data.format === backupFormat) return manifest.data;
  throw new UnknownSchemaError(`${file} is not of a format that this release knows (${backupFormat}).`, file);
}
