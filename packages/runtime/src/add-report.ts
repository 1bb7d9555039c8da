import { extname } from 'node:path';
import { canonicalUrl } from '@zhibiao/crawler/discovery';
import { type Archive, blobKey, type Snapshot, UsageError } from '@zhibiao/shared';
import { ImportedPages, type OfflineCrawl, startOffline } from './crawl-offline.ts';
import type { RunDeps } from './runs.ts';

export interface AddedReport {
  readonly bytes: Uint8Array;
  /** of the file; its ending says whether it is a page, a plain text, or something else, which the bytes tell */
  readonly name: string;
  /** where it was published; a made-up one that nobody can ask where that is not known */
  readonly url?: string | undefined;
}

export interface Added extends OfflineCrawl {
  /** the address under which it is kept */
  readonly page: string;
}

/** The most that is taken. Bytes */
export const mostBytes = 32 * 1024 * 1024;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.shtml': 'text/html',
  '.txt': 'text/plain',
};

/**
 * Takes a file or a text as if it had been crawled from its address: it is archived, and goes through the queues to be cleaned, parsed and
 * stored. No host is asked. Added again under its address, it is the newer state of the same page.
 * @throws UsageError where it is empty, too large, or the address is none
 */
export async function addReport(
  { archive, now = Date.now, ...deps }: RunDeps & { readonly archive: Archive },
  { bytes, name, url }: AddedReport,
): Promise<Added> {
  if (bytes.length === 0) throw new UsageError(`file: ${name} is empty.`, 'file');
  if (bytes.length > mostBytes)
    throw new UsageError(`file: ${name} has ${bytes.length} bytes; ${mostBytes} are the most.`, 'file');
  const address = url ? canonicalUrl(url) : madeUp(bytes, name);
  if (!address || !/^https?:/.test(address))
    throw new UsageError(`url: ${url} is no http:// or https:// address.`, 'url');
  const body = await archive.put(bytes);
  const time = now();
  const snapshot: Snapshot = {
    url: address,
    finalUrl: address,
    time,
    status: 200,
    chain: [],
    body,
    bytes: bytes.length,
    key: blobKey(`${address}\n${time}\n${body}`),
    headers: [['content-type', types[extname(name).toLowerCase()] ?? 'application/octet-stream']],
    rendered: false,
  };
  await archive.addSnapshot(snapshot);
  const imported = new ImportedPages();
  imported.add(snapshot);
  return { ...(await startOffline(deps.store, deps.producer, imported, null)), page: address };
}

/** `.invalid` is reserved: no resolver answers for it (RFC 2606). */
const madeUp = (bytes: Uint8Array, name: string): string =>
  `http://added.invalid/${blobKey(bytes).slice(-16)}/${encodeURIComponent(name.slice(0, 100))}`;
