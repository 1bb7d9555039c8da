import { z } from 'zod';
import { readDataFile } from '../discovery/data-file.ts';
import { BlockPageError } from './errors.ts';
import { header } from './types.ts';

const Pattern = z.string().transform((pattern) => new RegExp(pattern, 'iu'));

/** The rows of `data/block-pages.yaml`; the file explains the fields. */
const BlockPages = z.array(
  z
    .strictObject({
      name: z.string(),
      status: z.array(z.int()).optional(),
      header: z.strictObject({ name: z.string(), value: Pattern }).optional(),
      body: z.array(Pattern).default([]),
    })
    .refine(
      (row) => row.status || row.header || row.body.length > 0,
      'a row without a condition matches all',
    ),
);

const blockPages = readDataFile('block-pages.yaml', BlockPages);

/** Larger bodies are pages. */
const maxBytes = 64 * 1024;

/**
 * @param body after content decoding
 * @returns the name of the firewall that wrote this answer, or null where it is not recognised as one's
 */
export function blockedBy(
  status: number,
  headers: readonly (readonly [string, string])[],
  body: Uint8Array,
): string | null {
  const text = body.length <= maxBytes ? decode(body) : null;
  const row = blockPages.find(
    (candidate) =>
      (candidate.status?.includes(status) ?? true) &&
      (candidate.header?.value.test(header(headers, candidate.header.name) ?? '') ?? true) &&
      (candidate.body.length === 0 ||
        (text !== null && candidate.body.some((pattern) => pattern.test(text)))),
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

/** Good enough to look for markers; the real decision on the charset is taken when cleaning. */
function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new TextDecoder('gb18030').decode(body);
  }
}
