import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { type BlobKey, blobKey, CorruptInputError, type Snapshot } from '@zhibiao/shared';
import { WARCParser, type WARCRecord } from 'warcio';
import { z } from 'zod';
import type { KeptArchive } from '../archive/index.ts';
import { contentOf } from './content.ts';
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

/** Larger bodies are no pages. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Puts the responses of a WARC file (gzipped or not, of any crawler) into the archive as snapshots. Doing it again adds nothing.
 * @param taken hears of every snapshot that the file holds, new to the archive or not
 * @throws CorruptInputError when the file is no WARC or is cut off
 */
export async function importWarc(
  archive: KeptArchive,
  file: string,
  taken: (snapshot: Snapshot) => void = () => {},
): Promise<WarcImport> {
  const result: WarcImport = { snapshots: 0, passed: 0, refused: [] };
  /** payload digest -> body, for the revisits that refer to it */
  const bodies = new Map<string, BlobKey>();
  try {
    for await (const record of new WARCParser(await plainBytes(file), { keepHeadersCase: true })) {
      if (!record.warcHeaders.statusline.startsWith('WARC/')) throw new Error('it does not start with WARC/');
      const url = record.warcTargetURI ?? '';
      if (!/^https?:/.test(url) || (record.warcType !== 'response' && record.warcType !== 'revisit')) {
        result.passed++;
        continue;
      }
      const found = await importRecord(archive, record, url, bodies);
      if (typeof found === 'string') {
        result.refused.push({ url, reason: found });
        continue;
      }
      result.snapshots++;
      taken(found);
    }
  } catch (cause) {
    throw new CorruptInputError(`${file} is no WARC file, or is cut off: ${(cause as Error).message}`, file, {
      cause,
    });
  }
  if (result.snapshots + result.passed + result.refused.length === 0)
    throw new CorruptInputError(`${file} holds no WARC record.`, file);
  return result;
}

/** Node's gunzip notices a member that is cut off, where the parser's own takes it for the end. */
async function plainBytes(file: string): Promise<AsyncIterable<Uint8Array>> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  await handle.close();
  const content = createReadStream(file);
  if (bytesRead < 2 || buffer.readUInt16BE() !== 0x1f8b) return content;
  const plain = createGunzip();
  content.on('error', (error) => plain.destroy(error));
  return content.pipe(plain);
}

/** @returns the snapshot, or why the record was left out */
async function importRecord(
  archive: KeptArchive,
  record: WARCRecord,
  url: string,
  bodies: Map<string, BlobKey>,
): Promise<Snapshot | string> {
  const digest = record.warcHeader('WARC-Payload-Digest') ?? '';
  const declared = Number(record.warcHeader('Content-Length') ?? 0);
  if (declared > LARGEST) return `its ${declared} bytes are more than ${LARGEST}`;
  const time = Date.parse(record.warcDate ?? '');
  if (Number.isNaN(time)) return 'it has no date';
  const status = Number(record.httpHeaders?.statusCode);
  if (!Number.isInteger(status)) return 'it has no HTTP status';
  const headers = [...(record.httpHeaders?.headers ?? [])] as [string, string][];
  const content = await contentOf(record, LARGEST);
  if (content === null) return `its body is longer than ${LARGEST} bytes`;
  // The parser takes the end of the file for the end of the record.
  if (((record._reader as { limit?: number }).limit ?? 0) > 0)
    throw new Error(`the record of ${url} is cut off`);
  const known =
    record.warcType === 'revisit' ? (bodies.get(digest) ?? bodies.get(referred(record))) : undefined;
  if (record.warcType === 'revisit' && !known) return 'it repeats a record that is not in this file';
  const body = known ?? (await archive.put(content));
  bodies.set(digest, body);
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
