import { type Article, isRetryable, type Snapshot, type Source } from '@zhibiao/shared';
import { cleanAny } from '../attachments/index.ts';
import { type Cleaned, joinParts, resolveJump, type TextPart } from '../clean/index.ts';
import { pageUrl } from '../discovery/index.ts';
import { BlockPageError, header } from '../fetch/index.ts';
import type { CrawlDeps } from './deps.ts';
import { contentTypeOf, fetchPage, type PageRequest } from './fetch-page.ts';
import { gatherFiles } from './gather-files.ts';

/** Pages of one text beyond this are left out and flagged: a bound against endless pagination. */
const maxParts = 40;

/** A wait for the host's next slot that is not worth putting the job back for. */
const shortWaitMs = 3_000;

export interface CleanedPage {
  readonly snapshot: Snapshot;
  readonly cleaned: Cleaned;
  /** the address under which a page of the text links it, where it is a file */
  readonly file?: string;
}

export type Gathered =
  | { readonly kind: 'wait'; readonly ms: number }
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly parts: readonly CleanedPage[];
      /** addresses of further parts that cannot be had */
      readonly missed: readonly string[];
    };

/**
 * Cleans one archived response: same snapshot and bytes, same result, but for pictures, which are read where a program is.
 * @throws UnreadableFileError
 */
export async function cleanSnapshot(
  deps: Pick<CrawlDeps, 'ocr' | 'readFile'>,
  snapshot: Snapshot,
  bytes: Uint8Array,
  source: Source | null,
  signal?: AbortSignal,
): Promise<CleanedPage> {
  const input = {
    bytes,
    url: snapshot.finalUrl,
    contentType: contentTypeOf(snapshot),
    refresh: header(snapshot.headers, 'refresh'),
    ...(source?.family ? { family: source.family } : {}),
  };
  const read = deps.readFile ? { read: deps.readFile } : {};
  const cleaned = await cleanAny(input, {
    ...read,
    ocr: (await deps.ocr?.()) ?? null,
    ...(signal ? { signal } : {}),
  });
  return { snapshot, cleaned };
}

/**
 * Fetches the further pages of a text (page 2, the next floors, the page a newspaper continues on) and joins them.
 * A part that cannot be had leaves a text that says `continues-elsewhere`, unless the text had it before.
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
  const missing: string[] = [];
  const missed: string[] = [];
  for (let next = ahead.shift(); next; next = ahead.shift()) {
    const identity = pageUrl(next.url);
    if (next.kind === 'mobile' || seen.has(identity)) continue;
    seen.add(identity);
    if (parts.length >= maxParts) {
      missing.push(next.url);
      break;
    }
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
    const part = await cleanSnapshot(deps, answer.snapshot, answer.bytes, request.source, request.signal);
    if (next.kind === 'jump' && part.cleaned.role === 'list') {
      // 下转第3版 names a newspaper page; the text goes on in one of its articles.
      const target = resolveJump(part.cleaned, joinedSoFar(parts));
      if (target) ahead.unshift({ url: target, kind: 'page' });
      else missing.push(next.url);
      continue;
    }
    if (part.cleaned.role !== 'article') {
      missing.push(next.url);
      continue;
    }
    parts.push(part);
    ahead.push(...part.cleaned.continuations);
  }
  const files = await gatherFiles(deps, joinedSoFar(parts), request, seen);
  if (files.kind === 'wait') return files;
  parts.push(...files.parts);
  const article = joinedSoFar(parts);
  if (article.text === '' && files.failures.length > 0) throw files.failures[0];
  if (files.failures.length > 0) article.flags = [...new Set([...article.flags, 'attachment-unread'])];
  if (missing.length + missed.length > 0)
    article.flags = [...new Set([...article.flags, 'continues-elsewhere'])];
  return { kind: 'article', article, parts, missed };
}

/** A text is not taken for shorter because its server has lost a page of it for a day. */
async function mayBeMissed(deps: CrawlDeps, identity: string, error: unknown): Promise<boolean> {
  if (isRetryable(error) || error instanceof BlockPageError) return false;
  return (await deps.pages.getPage(identity))?.partOf == null;
}

const joinedSoFar = (parts: readonly CleanedPage[]) => joinParts(parts.map(textPart));

/** A part as the cleaner joins it. */
export const textPart = ({ snapshot, cleaned, file }: CleanedPage): TextPart => ({
  url: file ?? snapshot.finalUrl,
  cleaned,
  ...(file === undefined ? {} : { file: { size: snapshot.bytes, body: snapshot.body } }),
});

/** Sleeps out short waits for a host's next turn, while few jobs do; else the caller has to put the job back. */
export async function fetchPatiently(deps: CrawlDeps, request: PageRequest) {
  for (let waited = 0; ; ) {
    const answer = await fetchPage(deps, request);
    if (answer.kind === 'answer' || waited + answer.ms > shortWaitMs) return answer;
    waited += answer.ms;
    if (!(await deps.slots.wait(answer.ms))) return answer;
    request.signal.throwIfAborted();
  }
}
