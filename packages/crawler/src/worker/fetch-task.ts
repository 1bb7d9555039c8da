import type { CrawlMessage, JobContext, Outcome, Page, Snapshot, Source } from '@zhibiao/shared';
import { ZhibiaoError } from '@zhibiao/shared';
import { cleanerVersion } from '../clean/index.ts';
import { canonicalUrl, parseSitemap, simhash, sitemapLinks } from '../discovery/index.ts';
import { HttpStatusError } from '../fetch/index.ts';
import { textHash } from '../recrawl/index.ts';
import type { CrawlDeps } from './deps.ts';
import { BlockedPageError, EmptyPageError, RobotsDisallowedError } from './errors.ts';
import { type CleanedPage, cleanSnapshot, fetchPatiently, gatherArticle } from './gather.ts';
import { followLinks } from './links.ts';
import { afterAnswer, afterFailure, afterGone, type PageChange } from './page-state.ts';

type FetchMessage = Extract<CrawlMessage, { task: 'fetch' }>;

/** Bounds of a sitemap index: how deep it may nest, how many files of one index are read. */
const maxSitemapDepth = 2;
const maxSitemaps = 50;

interface Task {
  readonly deps: CrawlDeps;
  readonly message: FetchMessage;
  readonly context: JobContext;
  readonly source: Source | null;
  readonly before: Page | null;
  readonly change: PageChange;
}

/** Fetches one page, cleans it, and sends its text to the parser or its links to the queue. */
export async function fetchAndFollow(
  deps: CrawlDeps,
  message: FetchMessage,
  context: JobContext,
): Promise<Outcome | undefined> {
  const source = message.source === null ? null : await deps.source(message.source);
  const before = await deps.pages.getPage(message.url);
  const now = deps.now();
  if (before && !message.force && !isDue(before, now)) return undefined;
  const address = message.address ?? before?.address ?? message.url;
  const change: PageChange = { url: message.url, address, source, before, now };
  const task: Task = { deps, message, context, source, before, change };
  try {
    return await readPage(task, address);
  } catch (error) {
    if (error instanceof HttpStatusError && error.gone && before?.article) {
      // A page that we know has been taken down: noted, what it said is kept, nothing has failed.
      await deps.pages.savePage(afterGone(change, error.status));
      return undefined;
    }
    if (error instanceof RobotsDisallowedError && !message.force) {
      // A link that robots.txt asks to leave alone: nobody asked for this page, and nothing has failed.
      context.log.info(error.message);
      return undefined;
    }
    if (error instanceof ZhibiaoError) await deps.pages.savePage(afterFailure(change));
    throw error;
  }
}

/** A list is read whenever a run comes by it; an article only when its own interval has passed. */
const isDue = (page: Page, now: number) =>
  page.role === 'list' || page.nextDueAt === null || page.nextDueAt <= now;

async function readPage(task: Task, address: string): Promise<Outcome | undefined> {
  const { deps, source } = task;
  const render = source?.render ?? 'auto';
  const browser = render === 'browser' || (render === 'auto' && (await deps.shells.isShell(address)));
  const request = { source, browser, since: task.context.queuedAt, signal: task.context.signal };
  let answer = await fetchPatiently(deps, { ...request, url: address, page: task.before });
  if (answer.kind === 'wait') return { delayMs: answer.ms };
  if (task.message.kind === 'sitemap') return takeSitemap(task, answer.snapshot, answer.bytes);
  let page = cleanSnapshot(answer.snapshot, answer.bytes, source);
  if (page.cleaned.role === 'shell' && !browser && render === 'auto') {
    await deps.shells.sawShell(address);
    request.browser = true;
    answer = await fetchPatiently(deps, { ...request, url: address, page: null });
    if (answer.kind === 'wait') return { delayMs: answer.ms };
    page = cleanSnapshot(answer.snapshot, answer.bytes, source);
  }
  switch (page.cleaned.role) {
    case 'list':
      return takeList(task, page);
    case 'article':
      return takeArticle(task, page, request);
    case 'blocked':
      await deps.gate.penalise(new URL(address).host, 10 * (source?.politeness.delayMs ?? 2_000));
      throw new BlockedPageError(
        `${address} answered with a block, login or challenge page; its host is left alone for a while.`,
        address,
      );
    default:
      throw new EmptyPageError(
        `${address} holds nothing to read (${[page.cleaned.role, ...page.cleaned.flags].join(', ')}).`,
        address,
      );
  }
}

/** The addresses of a sitemap, and the sitemaps that an index names. */
async function takeSitemap(task: Task, snapshot: Snapshot, bytes: Uint8Array): Promise<Outcome> {
  const { deps, message, source, change } = task;
  const sitemap = parseSitemap(bytes, snapshot.finalUrl);
  const state = afterAnswer(change, snapshot, 'unchanged', { role: 'list' });
  const after = () => deps.pages.savePage(state);
  if (!source) return { after };
  const { run, depth } = message;
  const pages = await followLinks(deps, sitemapLinks(sitemap, snapshot.finalUrl), { run, source, depth });
  const further = sitemap.sitemaps
    .slice(0, depth < maxSitemapDepth ? maxSitemaps : 0)
    .map(({ url: address }) => ({
      queue: 'crawl' as const,
      message: { ...message, address, url: canonicalUrl(address) ?? address, depth: depth + 1 },
    }));
  return { emit: [...pages, ...further], after };
}

async function takeList(task: Task, page: CleanedPage): Promise<Outcome> {
  const { deps, message, source, change } = task;
  const outcome = change.before?.body === page.snapshot.body ? 'unchanged' : 'changed';
  const state = afterAnswer(change, page.snapshot, outcome, { role: 'list' });
  const emit = source
    ? await followLinks(deps, linksOf(page), { run: message.run, source, depth: message.depth })
    : [];
  return { emit, after: () => deps.pages.savePage(state) };
}

const linksOf = ({ snapshot, cleaned }: CleanedPage) => ({
  url: snapshot.finalUrl,
  links: cleaned.links,
  next: cleaned.next,
});

async function takeArticle(
  task: Task,
  page: CleanedPage,
  request: { source: Source | null; browser: boolean; since: number; signal: AbortSignal },
): Promise<Outcome> {
  const { deps, message, change, before } = task;
  const gathered = await gatherArticle(deps, page, request);
  if (gathered.kind === 'wait') return { delayMs: gathered.ms };
  const hash = textHash(gathered.article.text);
  const unchanged = before?.article != null && before.textHash === hash;
  // The article of an unchanged text is the one archived before: furniture makes no new version.
  const article = unchanged ? before.article! : await deps.archive.put(JSON.stringify(gathered.article));
  const found = {
    role: 'article' as const,
    textHash: hash,
    simhash: simhash(gathered.article.text),
    article,
  };
  const state = afterAnswer(change, page.snapshot, unchanged ? 'unchanged' : 'changed', found);
  const after = () => deps.pages.savePage(state);
  if (unchanged) return { after };
  const { run, shadow, source, url } = message;
  const snapshots = gathered.parts.map((part) => part.snapshot.key);
  return {
    emit: [
      {
        queue: 'parse',
        message: { run, shadow, source, page: url, snapshots, cleaner: cleanerVersion, article },
      },
    ],
    after,
  };
}
