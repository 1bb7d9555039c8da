import { isRetryable } from '@zhibiao/shared';
import { decode } from '../clean/index.ts';
import { BlockPageError } from '../fetch/index.ts';
import type { CrawlDeps } from './deps.ts';
import { contentTypeOf, type PageRequest } from './fetch-page.ts';
import { type CleanedPage, cleanSnapshot, fetchPatiently } from './read-page.ts';

/**
 * Cleans a page again with the style sheets that may hide a part of a number, fetched within the guards of any page. They are
 * archived with it: the article comes out of the same bytes later. A sheet that cannot be fetched leaves the flag
 * `style-sheet-unread`.
 * @returns `wait` when the host's next slot is far off
 * @throws what fetching throws that is worth another try, or that says something of the whole host
 */
export async function withSheets(
  deps: CrawlDeps,
  page: CleanedPage,
  bytes: Uint8Array,
  request: Omit<PageRequest, 'url' | 'page'>,
): Promise<CleanedPage | { readonly kind: 'wait'; readonly ms: number }> {
  const sheets = [];
  for (const url of page.cleaned.sheets) {
    try {
      const answer = await fetchPatiently(deps, { ...request, browser: false, url, page: null });
      if (answer.kind === 'wait') return answer;
      sheets.push({
        url,
        snapshot: answer.snapshot,
        text: decode(answer.bytes, contentTypeOf(answer.snapshot)).text,
      });
    } catch (error) {
      if (isRetryable(error) || error instanceof BlockPageError || !(error instanceof Error)) throw error;
    }
  }
  if (sheets.length === 0) return page;
  const bodies = new Map(sheets.map(({ url, text }) => [url, text]));
  const again = await cleanSnapshot(deps, page.snapshot, bytes, request.source, {
    signal: request.signal,
    sheets: bodies,
  });
  return { ...again, sheets: sheets.map((s) => s.snapshot) };
}
