import { type Article, isRetryable } from '@zhibiao/shared';
import { needsOcr } from '../attachments/index.ts';
import { isNote } from '../clean/index.ts';
import { pageUrl } from '../discovery/index.ts';
import { BlockPageError } from '../fetch/index.ts';
import type { CrawlDeps } from './deps.ts';
import type { PageRequest } from './fetch-page.ts';
import { type CleanedPage, cleanSnapshot, fetchPatiently } from './read-page.ts';

/** Files of one page beyond this are left where they are. */
const maxFiles = 12;
const readable = new Set(['pdf', 'doc', 'docx', 'docm', 'wps', 'xlsx', 'ofd', 'zip', 'rar', 'image']);
/** What a report's page or file is called; other files of a short page are forms and lists of names. */
const reports = /报告|公报|预算|决算|规划|计划|纲要|统计|讲话|一图读懂|图解/;

export type GatheredFiles =
  | { readonly kind: 'wait'; readonly ms: number }
  | {
      readonly kind: 'files';
      readonly parts: readonly CleanedPage[];
      /** why files could not be read */
      readonly failures: readonly Error[];
    };

/**
 * Fetches the files of a page that has no report of its own, within the same guards as pages.
 * @throws what fetching throws that is worth another try, or that says something of the whole host
 */
export async function gatherFiles(
  deps: CrawlDeps,
  article: Article,
  request: Omit<PageRequest, 'url' | 'page'>,
  seen: Set<string>,
): Promise<GatheredFiles> {
  const parts: CleanedPage[] = [];
  const failures: Error[] = [];
  for (const { url } of wantedFiles(article)) {
    const identity = pageUrl(url);
    if (seen.has(identity)) continue;
    seen.add(identity);
    try {
      const answer = await fetchPatiently(deps, { ...request, browser: false, url, page: null });
      if (answer.kind === 'wait') return answer;
      const part = await cleanSnapshot(deps, answer.snapshot, answer.bytes, request.source, {
        signal: request.signal,
      });
      if (part.cleaned.role === 'article') parts.push({ ...part, file: url });
      else
        failures.push(
          part.cleaned.flags.includes('needs-ocr') ? needsOcr(url) : new Error(`${url} holds no text`),
        );
    } catch (error) {
      if (isRetryable(error) || error instanceof BlockPageError || !(error instanceof Error)) throw error;
      failures.push(error);
    }
  }
  return { kind: 'files', parts, failures };
}

/** The files that may hold the report: none where the page itself does. */
export function wantedFiles(article: Article): NonNullable<Article['attachments']> {
  if (!isNote(article)) return [];
  const alone = article.text === '';
  return (article.attachments ?? [])
    .filter(
      ({ kind, title }) =>
        readable.has(kind ?? 'pdf') && (alone || reports.test(title) || reports.test(article.title)),
    )
    .slice(0, maxFiles);
}
