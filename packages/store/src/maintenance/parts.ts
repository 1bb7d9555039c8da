import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { CorruptInputError, present, UsageError } from '@zhibiao/shared';
import { z } from 'zod';
import { nameWriteFault } from '../archive/files.ts';
import { UnknownSchemaError } from '../errors.ts';
import { ByteReader } from '../reading/byte-reader.ts';

/** 1, of older releases: observations in rows of their own. */
export const backupFormat = 2;

/** The largest row is an extraction's, which MongoDB holds to 16 MB before it is written as JSON. */
const LARGEST_LINE = 64 * 1024 * 1024;
const LARGEST_MANIFEST = 1024 * 1024;

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

/**
 * Reads the rows of a part and checks each.
 * @throws CorruptInputError that names the line which is too long, is no JSON or does not fit
 */
export async function* readLines<T>(
  directory: string,
  name: string,
  schema: z.ZodType<T>,
): AsyncGenerator<T> {
  const file = fileOf(directory, name);
  const content = createGunzip();
  // The pipeline passes the errors of both on to the reader, and closes both when the reader stops.
  pipeline(createReadStream(file), content).catch(() => {});
  const reader = new ByteReader(content);
  const wrong = (n: number, what: string, cause?: unknown) =>
    new CorruptInputError(`${file}: line ${n} ${what}. Take another backup.`, file, { cause });
  try {
    for (let n = 1; ; n++) {
      const line = await reader.line(LARGEST_LINE).catch((cause: Error) => {
        throw wrong(n, `cannot be read (${cause.message})`, cause);
      });
      if (line === null) return;
      if (line === 'too-long') throw wrong(n, `is longer than ${LARGEST_LINE} bytes`);
      yield rowOf(line, schema, (what, cause) => wrong(n, what, cause));
    }
  } finally {
    await reader.close();
  }
}

function rowOf<T>(
  line: Uint8Array,
  schema: z.ZodType<T>,
  wrong: (what: string, cause?: unknown) => CorruptInputError,
): T {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8'));
  } catch (cause) {
    throw wrong('is no JSON', cause);
  }
  const row = schema.safeParse(value);
  if (row.success) return row.data;
  const { path, message } = present(row.error.issues[0], 'the first of issues');
  throw wrong(`does not fit: ${path.join('.') || 'the row'}: ${message}`);
}

/** @throws CorruptInputError when the part is missing, is not what was written, or holds a row that does not fit */
export async function checkPart(
  directory: string,
  name: string,
  part: Part,
  schema: z.ZodType,
): Promise<void> {
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
  let rows = 0;
  for await (const _ of readLines(directory, name, schema)) rows++;
  if (rows !== part.rows)
    throw new CorruptInputError(
      `${file} holds ${rows} rows, not the ${part.rows} that its manifest tells. Take another backup.`,
      file,
    );
}

/** @throws UsageError when there is no finished backup, CorruptInputError, UnknownSchemaError */
export async function readManifest(directory: string): Promise<Manifest> {
  const file = join(directory, 'manifest.json');
  const content = await readStart(file).catch((cause: unknown) => {
    throw new UsageError(`${directory} holds no finished backup (no manifest.json).`, directory, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw new CorruptInputError(`${file} is torn. Take another backup.`, file, { cause });
  }
  const manifest = Manifest.safeParse(value);
  if (manifest.success && manifest.data.format >= 1 && manifest.data.format <= backupFormat)
    return manifest.data;
  throw new UnknownSchemaError(
    `${file} is not of a format that this release knows (1 to ${backupFormat}).`,
    file,
  );
}

/** @returns the file's text, cut where it is longer than a manifest can be */
async function readStart(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LARGEST_MANIFEST), 0, LARGEST_MANIFEST, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
