import { present } from '@zhibiao/shared';
import { z } from 'zod';
import { readDataFile } from '../discovery/data-file.ts';
import { BlockPageError } from './errors.ts';
import { header } from './types.ts';

const WholeMatch = z.string().transform((pattern) => new RegExp(`^(?:${pattern})$`, 'iu'));

/** The rows of `data/block-pages.yaml`; the file explains the fields. */
const BlockPages = z.array(
  z
    .strictObject({
      name: z.string(),
      status: z.array(z.int()).optional(),
      header: z.strictObject({ name: z.string(), value: WholeMatch }).optional(),
      contains: z.array(z.string().transform((text) => Buffer.from(text))).optional(),
      title: WholeMatch.optional(),
    })
    .refine(
      (row) => row.status || row.header || row.contains || row.title,
      'a row without a condition matches all',
    ),
);

const blockPages = readDataFile('block-pages.yaml', BlockPages);

/** Larger bodies are pages. */
const maxBytes = 64 * 1024;
/** Markers stand in the first script; looking further costs more than it finds. */
const searchedBytes = 16 * 1024;

/**
 * @param body after content decoding
 * @returns the name of the firewall that wrote this answer, or null where it is not recognised as one's
 */
export function blockedBy(
  status: number,
  headers: readonly (readonly [string, string])[],
  body: Uint8Array,
): string | null {
  // Searched as bytes: decoding every page for this would cost more than fetching it.
  const bytes = body.length <= maxBytes ? Buffer.from(body.buffer, body.byteOffset, body.length) : null;
  const title = bytes && titleOf(bytes);
  const searched = bytes?.subarray(0, searchedBytes);
  const row = blockPages.find(
    (candidate) =>
      (candidate.status?.includes(status) ?? true) &&
      (candidate.header?.value.test(header(headers, candidate.header.name) ?? '') ?? true) &&
      (candidate.title?.test(title ?? '') ?? true) &&
      (candidate.contains?.some((marker) => searched?.includes(marker)) ?? true),
  );
  return row?.name ?? null;
}

/** @throws BlockPageError where a firewall answered in place of the page, whatever the status */
export function refuseBlockPage(
  url: string,
  status: number,
  headers: readonly (readonly [string, string])[],
  body: Uint8Array,
): void {
  const name = blockedBy(status, headers, body);
  if (name === null) return;
  throw new BlockPageError(
    `${url}: a block page came in place of the page (${name}, status ${status}). ` +
      'Crawl the site more slowly, ask its owner, or try the source with render: browser.',
    url,
  );
}

/** @returns the text of the first <title>, '' where there is none in the first 4 KB */
function titleOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 4096).toString('latin1');
  const found = /<title[^<>]*>([^<]*)<\/title/i.exec(start);
  return found ? decode(Buffer.from(present(found[1], 'group 1 of the match'), 'latin1')).trim() : '';
}

/** Good enough for a title; the real decision on the charset is taken when cleaning. */
function decode(text: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return new TextDecoder('gb18030').decode(text);
  }
}
