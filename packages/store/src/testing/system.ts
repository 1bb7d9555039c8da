import type { Snapshot } from '@zhibiao/shared';
import { blobKey } from '@zhibiao/shared';
import type { KeptArchive } from '../archive/index.ts';
import type { CommitResult, DocumentStore } from '../document-store.ts';
import { type SampleReport, sampleCommit } from './sample.ts';

/** Puts a page through as the workers do: snapshot, article and extraction into the archive, then the commit. */
export async function storePage(
  store: DocumentStore,
  archive: KeptArchive,
  page: string,
  reports: SampleReport[],
  options: Parameters<typeof sampleCommit>[2] & { time: number },
): Promise<CommitResult> {
  const html = `<html>${page} ${options.time}</html>`;
  const body = await archive.put(html);
  const snapshot: Snapshot = {
    key: blobKey(`${page}\n${options.time}\n${body}`),
    url: page,
    finalUrl: page,
    time: options.time,
    status: 200,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Encoding', 'gzip'],
    ],
    chain: [],
    body,
    bytes: Buffer.byteLength(html),
    rendered: false,
  };
  await archive.addSnapshot(snapshot);
  const input = sampleCommit(page, reports, { snapshots: [snapshot.key], ...options });
  await archive.put(JSON.stringify(input.article));
  await archive.put(JSON.stringify(input.extraction));
  await archive.setDerived('clean', '1', body, input.articleKey);
  await archive.setDerived('parse', input.extraction.parser, input.articleKey, input.extractionKey);
  return store.commit(input);
}
