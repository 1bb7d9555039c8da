import { type Article, isRetryable } from '@zhibiao/shared';
import { resolveJump } from '../clean/index.ts';
import { pageUrl } from '../discovery/index.ts';
import { BlockPageError } from '../fetch/index.ts';
import type { CrawlDeps } from './deps.ts';
import type { PageRequest } from './fetch-page.ts';
import { gatherFiles } from './gather-files.ts';
import { articleOf, joinedSoFar } from './joined.ts';
import { type CleanedPage, cleanSnapshot, fetchPatiently } from './read-page.ts';
import { withSheets } from './read-sheets.ts';

/** Pages of one text beyond this are left out and flagged: a bound against endless pagination. */
const maxParts = 40;

export type Gathered =
  | { readonly kind: 'wait'; readonly ms: number }
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly parts: readonly CleanedPage[];
      /** addresses of further parts that could not be fetched */
      readonly missed: readonly string[];
    };

/**
 * Fetches the further pages of a text (page 2, the next floors, the page a newspaper continues on) and joins them.
 * A part that is missing leaves a text that says `continues-elsewhere`, unless the text had it before.
 * @returns `wait` when the host's next slot is far off; what has been fetched is found again in the archive then
 * @throws what fetching a part throws that is worth another try, or that says something of the whole host
 */
export async function gatherArticle(
  deps: CrawlDeps,
  first: CleanedPage,
  request: Omit<PageRequest, 'url' | 'page'>,
): Promise<Gathered> {
  const parts = [first];
  const seen = new Set([first.snapshot.url, first.snapshot.finalUrl].map(pageUrl));
  const ahead = [...first.cleaned.continuations];
  const missed: string[] = [];
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    const identity = pageUrl(next.url);
    if (next.kind === 'mobile' || seen.has(identity)) continue;
    seen.add(identity);
    if (parts.length >= maxParts) break;
    const answer = await fetchPatiently(deps, { ...request, url: next.url, page: null }).catch(
      async (error: unknown) => {
        if (!(await mayBeMissed(deps, identity, error))) throw error;
      },
    );
    if (!answer) {
      missed.push(next.url);
      continue;
    }
    if (answer.kind === 'wait') return answer;
    const bare = await cleanSnapshot(deps, answer.snapshot, answer.bytes, request.source, {
      signal: request.signal,
    });
    const part = await withSheets(deps, bare, answer.bytes, request);
    if ('kind' in part) return part;
    if (next.kind === 'jump' && part.cleaned.role === 'list') {
      // 下转第3版 names a newspaper page; the text goes on in one of its articles.
      const target = resolveJump(part.cleaned, joinedSoFar(parts));
      if (target) ahead.unshift({ url: target, kind: 'page' });
      continue;
    }
    if (part.cleaned.role !== 'article') continue;
    parts.push(part);
    ahead.push(...part.cleaned.continuations);
  }
  const files = await gatherFiles(deps, joinedSoFar(parts), request, seen);
  if (files.kind === 'wait') return files;
  parts.push(...files.parts);
  const article = articleOf(parts);
  if (article.text === '' && files.failures.length > 0) throw files.failures[0];
  return { kind: 'article', article, parts, missed };
}

/** A text is not taken for shorter because its server has lost a page of it for a day. */
async function mayBeMissed(deps: CrawlDeps, identity: string, error: unknown): Promise<boolean> {
  if (isRetryable(error) || error instanceof BlockPageError) return false;
  return (await deps.pages.getPage(identity))?.partOf == null;
}
