import { createWriteStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { STATUS_CODES } from 'node:http';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Snapshot } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { getSurt, WARCRecord, WARCSerializer } from 'warcio';
import { nameWriteFault } from '../archive/files.ts';
import type { KeptArchive } from '../archive/index.ts';
import { send } from '../exports/send.ts';
import { makeFolder } from '../folder.ts';

/** Extension header with what a snapshot knows and WARC has no field for; other tools pass over it. */
export const ownHeader = 'X-Zhibiao-Snapshot';

const VERSION = 'WARC/1.1';
/** What replay tools handle well, and what the standard's guidelines recommend. */
const FILE_BYTES = 1024 ** 3;

export interface WarcExport {
  files: string[];
  records: number;
  /** snapshots whose body is no longer in the archive */
  missing: string[];
}

/**
 * Writes all snapshots as WARC 1.1 files (each record a gzip member) with one sorted CDXJ index. Bodies are archived
 * after content decoding,
 * so the headers that spoke of their transfer are kept under other names. A body that a URL has had before becomes a `revisit`.
 * @throws ArchiveFullError, CorruptInputError
 */
export async function exportWarc(
  archive: KeptArchive,
  directory: string,
  name = 'zhibiao',
): Promise<WarcExport> {
  makeFolder(directory);
  const result: WarcExport = { files: [], records: 0, missing: [] };
  const index: string[] = [];
  let file: WarcFile | null = null;
  let last: { snapshot: Snapshot; digest: string } | null = null;
  try {
    for await (const snapshot of archive.index.snapshots()) {
      const revisits: Snapshot | null =
        last && last.snapshot.url === snapshot.url && last.snapshot.body === snapshot.body
          ? last.snapshot
          : null;
      if (!revisits && !(await archive.has(snapshot.body))) {
        result.missing.push(snapshot.key);
        continue;
      }
      if (file && file.offset > FILE_BYTES) await file.close();
      if (!file || file.offset > FILE_BYTES) {
        file = new WarcFile(directory, `${name}-${String(result.files.length).padStart(5, '0')}.warc.gz`);
        result.files.push(file.name);
        await file.add(
          WARCRecord.createWARCInfo(
            { filename: file.name, warcVersion: VERSION },
            { software: 'zhibiao', format: VERSION },
          ),
        );
      }
      const record = recordOf(
        snapshot,
        revisits,
        revisits ? new Uint8Array() : await archive.get(snapshot.body),
      );
      const { offset, length } = await file.add(record);
      const digest: string = revisits
        ? present(last, 'the last').digest
        : (record.warcHeader('WARC-Payload-Digest') ?? '');
      index.push(
        cdxjLine(snapshot, { digest, offset, length, filename: file.name, revisit: revisits !== null }),
      );
      last = { snapshot, digest };
      result.records++;
    }
  } finally {
    await file?.close();
  }
  const draft = join(directory, `${name}.cdxj.tmp`);
  await writeFile(draft, index.sort().join(''));
  await rename(draft, join(directory, `${name}.cdxj`));
  return result;
}

class WarcFile {
  readonly name: string;
  offset = 0;
  readonly #sink: ReturnType<typeof createWriteStream>;
  readonly #written: Promise<void>;

  constructor(directory: string, name: string) {
    this.name = name;
    this.#sink = createWriteStream(join(directory, name));
    this.#written = finished(this.#sink).catch((error: unknown) => {
      throw nameWriteFault(error, join(directory, name));
    });
    // A fault shows when the file is closed; until then nobody listens.
    this.#written.catch(() => {});
  }

  async add(record: WARCRecord): Promise<{ offset: number; length: number }> {
    const bytes = await WARCSerializer.serialize(record, { gzip: true });
    const place = { offset: this.offset, length: bytes.byteLength };
    this.offset += bytes.byteLength;
    await Promise.race([send(this.#sink, Buffer.from(bytes)), this.#written]);
    return place;
  }

  async close(): Promise<void> {
    this.#sink.end();
    await this.#written;
  }
}

function recordOf(snapshot: Snapshot, revisits: Snapshot | null, body: Uint8Array): WARCRecord {
  const { key, url, finalUrl, time, status, chain, rendered } = snapshot;
  return WARCRecord.create(
    {
      url: finalUrl,
      date: new Date(time).toISOString(),
      type: revisits ? 'revisit' : 'response',
      warcVersion: VERSION,
      warcHeaders: { [ownHeader]: encodeURI(JSON.stringify({ key, url, chain, rendered })) },
      statusline: `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd(),
      httpHeaders: [...httpHeaders(snapshot.headers), ['Content-Length', String(body.byteLength)]],
      ...(revisits
        ? { refersToUrl: revisits.finalUrl, refersToDate: new Date(revisits.time).toISOString() }
        : {}),
    },
    [body],
  );
}

const transferHeaders = /^(content-encoding|transfer-encoding|content-length)$/i;

const httpHeaders = (headers: Snapshot['headers']): [string, string][] =>
  headers.map(([name, value]) => [transferHeaders.test(name) ? `X-Archive-Orig-${name}` : name, value]);

interface Place {
  digest: string;
  offset: number;
  length: number;
  filename: string;
  revisit: boolean;
}

function cdxjLine(snapshot: Snapshot, { digest, offset, length, filename, revisit }: Place): string {
  const stamp = new Date(snapshot.time).toISOString().replace(/\D/g, '').slice(0, 14);
  const type = snapshot.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'unk';
  const mime = revisit ? 'warc/revisit' : present(type.split(';')[0], 'the first of split').trim();
  const fields = {
    url: snapshot.finalUrl,
    mime,
    status: String(snapshot.status),
    digest,
    length: String(length),
    offset: String(offset),
    filename,
  };
  return `${getSurt(snapshot.finalUrl)} ${stamp} ${JSON.stringify(fields)}\n`;
}
