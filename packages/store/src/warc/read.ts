import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import {
  type BlobKey,
  blobKey,
  CorruptInputError,
  Moment,
  type Snapshot,
  ZhibiaoError,
} from '@zhibiao/shared';
import type { WARCRecord } from 'warcio';
import { z } from 'zod';
import type { KeptArchive } from '../archive/index.ts';
import { ByteReader } from '../reading/byte-reader.ts';
import { contentOf } from './content.ts';
import { LARGEST_BODY, warcRecords } from './records.ts';
import { ownHeader } from './write.ts';

export interface WarcImport {
  snapshots: number;
  /** records that are no answer to a crawler: requests, metadata, other protocols */
  passed: number;
  /** why an answer was left out, with its URL */
  refused: { url: string; reason: string }[];
}

const Own = z.object({
  key: z.string(),
  url: z.string(),
  chain: z.array(z.object({ url: z.string(), status: z.int() })),
  rendered: z.boolean(),
});

const answers: ReadonlySet<string> = new Set(['response', 'revisit']);
/** What a report needs to name the refused; a file of ten million bad records names the first of them. */
const MOST_REFUSED = 10_000;

/** Bodies by payload digest, and by address and date: what the repeating records of a set of files refer to. */
export type WarcBodies = Map<string, BlobKey>;

/** Why a record was left out that another file may help: read it again when that one has been imported. */
export const withoutOriginal =
  'it repeats a record that is neither in the files read so far nor in the archive: import the file that holds it, then this one again';

/**
 * Puts the responses of a WARC file (gzipped or not, of any crawler) into the archive as snapshots. Doing it again adds nothing.
 * @param taken hears of every snapshot that the file holds, new to the archive or not
 * @param bodies one map for all files of a set: crawls are split, and later files repeat what earlier ones hold
 * @throws CorruptInputError when the file is no WARC or is cut off
 */
export async function importWarc(
  archive: KeptArchive,
  file: string,
  taken: (snapshot: Snapshot) => void = () => {},
  bodies: WarcBodies = new Map(),
): Promise<WarcImport> {
  const result: WarcImport = { snapshots: 0, passed: 0, refused: [] };
  const refuse = (url: string, reason: string) => {
    if (result.refused.length < MOST_REFUSED) result.refused.push({ url, reason });
    else if (result.refused.length === MOST_REFUSED)
      result.refused.push({ url: file, reason: 'more records are refused, which are not named' });
  };
  const reader = new ByteReader(plainBytes(file));
  try {
    for await (const found of warcRecords(reader, file, answers)) {
      const { name, url, content } = found;
      if (found.refused !== null) refuse(url || name, found.refused);
      else if (!content || !/^https?:/i.test(url)) result.passed++;
      else {
        const imported = URL.canParse(url)
          ? await importRecord(archive, content, url, bodies).catch(namedIn(file, name))
          : 'its address is none';
        if (typeof imported === 'string') refuse(url, imported);
        else {
          result.snapshots++;
          taken(imported);
        }
      }
    }
  } finally {
    await reader.close();
  }
  if (result.snapshots + result.passed + result.refused.length === 0)
    throw new CorruptInputError(`${file} holds no WARC record.`, file);
  return result;
}

/** What the parser cannot read is that record's fault; what our own classes say is not. */
const namedIn =
  (file: string, name: string) =>
  (error: unknown): string => {
    if (error instanceof ZhibiaoError) throw error;
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError)
      return `${name} of ${file} cannot be read: ${error.message}`;
    throw error;
  };

/**
 * Node's gunzip notices a member that is cut off, where the parser's own takes it for the end.
 * @throws CorruptInputError where the file cannot be read, or its compression is damaged
 */
async function* plainBytes(file: string): AsyncGenerator<Uint8Array> {
  try {
    const { packed, bytes } = await sniff(file);
    const content = createReadStream(file);
    const gunzip = packed ? createGunzip() : null;
    // The pipeline passes the errors of both on to the reader, and closes both when the reader stops.
    if (gunzip) pipeline(content, gunzip).catch(() => {});
    yield* gunzip ?? content;
    // What stands behind a member and is none itself, gunzip takes for filling.
    if (gunzip && gunzip.bytesWritten < bytes)
      throw new Error(`what stands at byte ${gunzip.bytesWritten} is not compressed`);
  } catch (cause) {
    const { message } = cause as Error;
    throw new CorruptInputError(`${file} cannot be read, or is cut off: ${message}.`, file, { cause });
  }
}

async function sniff(file: string): Promise<{ packed: boolean; bytes: number }> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return { packed: bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b, bytes: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

/** @returns the snapshot, or why the record was left out */
async function importRecord(
  archive: KeptArchive,
  record: WARCRecord,
  url: string,
  bodies: WarcBodies,
): Promise<Snapshot | string> {
  const digest = record.warcHeader('WARC-Payload-Digest') ?? '';
  const time = Date.parse(record.warcDate ?? '');
  if (!Moment.safeParse(time).success) return 'it has no date';
  const status = Number(record.httpHeaders?.statusCode);
  if (!Number.isInteger(status)) return 'it has no HTTP status';
  const headers = [...(record.httpHeaders?.headers ?? [])] as [string, string][];
  const content = await contentOf(record, LARGEST_BODY);
  if (content === null) return `its body is longer than ${LARGEST_BODY} bytes`;
  const isRevisit = record.warcType === 'revisit';
  const known = isRevisit
    ? (bodies.get(digest) ?? bodies.get(referred(record)) ?? (await archived(archive, record)))
    : null;
  if (isRevisit && !known) return withoutOriginal;
  const body = known ?? (await archive.put(content));
  if (digest !== '') bodies.set(digest, body);
  bodies.set(`${url} ${record.warcDate}`, body);
  const own = ownPart(record);
  const snapshot: Snapshot = {
    key: own?.key ?? blobKey(`${url}\n${time}\n${body}`),
    url: own?.url ?? url,
    finalUrl: url,
    time,
    status,
    headers: own ? restored(headers) : lowered(headers),
    chain: own?.chain ?? [],
    body,
    bytes: known ? (await archive.get(known)).byteLength : content.byteLength,
    rendered: own?.rendered ?? false,
  };
  await archive.addSnapshot(snapshot);
  return snapshot;
}

const referred = (record: WARCRecord) =>
  `${record.warcHeader('WARC-Refers-To-Target-URI')} ${record.warcHeader('WARC-Refers-To-Date')}`;

/** The body of the snapshot that a record refers to, as an earlier import or a crawl kept it. */
async function archived(archive: KeptArchive, record: WARCRecord): Promise<BlobKey | null> {
  const url = record.warcHeader('WARC-Refers-To-Target-URI') ?? '';
  const time = Date.parse(record.warcHeader('WARC-Refers-To-Date') ?? '');
  if (url === '' || Number.isNaN(time)) return null;
  const found = (await archive.snapshotsOf(url)).find((snapshot) => snapshot.time === time);
  return found?.body ?? null;
}

function ownPart(record: WARCRecord): z.infer<typeof Own> | null {
  const value = record.warcHeader(ownHeader);
  if (!value) return null;
  try {
    return Own.parse(JSON.parse(decodeURI(value)));
  } catch {
    return null; // somebody else's header of this name
  }
}

/** Others keep the case in which a server wrote its headers; a snapshot's are in lower case. */
const lowered = (headers: [string, string][]): [string, string][] =>
  headers.map(([name, value]) => [name.toLowerCase(), value]);

/** Takes back what the export renamed. */
const restored = (headers: [string, string][]): [string, string][] =>
  headers
    .filter(([name]) => name.toLowerCase() !== 'content-length')
    .map(([name, value]) => [name.replace(/^X-Archive-Orig-/i, ''), value]);
