import { type CrawlMessage, isRetryable, type JobContext, type Outcome, type Page } from '@zhibiao/shared';
import { canonicalUrl } from '../discovery/index.ts';
import { BlockPageError, HttpStatusError } from '../fetch/index.ts';
import type { CrawlDeps } from './deps.ts';
import { EmptyPageError, RobotsDisallowedError } from './errors.ts';
import { cleanSnapshot, fetchPatiently } from './gather.ts';
import { afterAnswer, afterFailure, afterGone } from './page-state.ts';
import { takeArticle } from './take-article.ts';
import { linksOf, takeList, takeSitemap } from './take-list.ts';
import type { Manner, Task } from './task.ts';

/** Fetches one page, cleans it, and sends its text to the parser or its links to the queue. */
export async function fetchAndFollow(
  deps: CrawlDeps,
  message: Extract<CrawlMessage, { task: 'fetch' }>,
  context: JobContext,
): Promise<Outcome | undefined> {
  const source = message.source === null ? null : await deps.source(message.source);
  const before = await deps.pages.getPage(message.url);
  const now = deps.now();
  if (before && !message.force && !isDue(before, now)) return undefined;
  const address = message.address ?? before?.address ?? message.url;
  const change = { url: message.url, address, source, before, now };
  const task: Task = { deps, message, context, source, address, before, change };
  try {
    return await readPage(task);
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
    if (error instanceof BlockPageError) await leaveAlone(task);
    // A try that is followed by another says nothing of the page yet, and must not make it look visited.
    if (context.lastTry || !isRetryable(error)) await deps.pages.savePage(afterFailure(change));
    throw error;
  }
}

/**
 * A list is read whenever a run comes by it; an article only when its own interval has passed; a part of another text
 * is read with that text.
 */
const isDue = (page: Page, now: number) =>
  page.partOf === null && (page.role === 'list' || page.nextDueAt === null || page.nextDueAt <= now);

async function readPage(task: Task): Promise<Outcome | undefined> {
  const { deps, source, address, message } = task;
  const render = source?.render ?? 'auto';
  const browser = render === 'browser' || (render === 'auto' && (await deps.shells.isShell(address)));
  const { queuedAt: since, signal } = task.context;
  const answer = await read(task, { source, browser, since, signal });
  if (answer.kind === 'wait') return { delayMs: answer.ms };
  if (message.kind === 'sitemap') return takeSitemap(task, answer.snapshot, answer.bytes);
  const moved = movedTo(task, answer.snapshot.finalUrl, answer.snapshot.chain);
  if (moved) return followMove(task, answer.snapshot, moved);
  const page = cleanSnapshot(answer.snapshot, answer.bytes, source);
  if (page.cleaned.role !== 'shell') return take(task, page, answer.manner);
  if (browser || render !== 'auto') return takeRest(task, page);
  await deps.shells.sawShell(address);
  const rendered = await read(task, { ...answer.manner, browser: true });
  if (rendered.kind === 'wait') return { delayMs: rendered.ms };
  return take(task, cleanSnapshot(rendered.snapshot, rendered.bytes, source), rendered.manner);
}

async function read(task: Task, manner: Manner) {
  const page = manner.browser ? null : task.before;
  return { ...(await fetchPatiently(task.deps, { ...manner, url: task.address, page })), manner };
}

async function take(task: Task, page: ReturnType<typeof cleanSnapshot>, manner: Manner) {
  const { deps, address } = task;
  switch (page.cleaned.role) {
    case 'list':
      return takeList(task, page);
    case 'article':
      if (!manner.browser) await deps.shells.sawText(address);
      return takeArticle(task, page, manner);
    case 'blocked':
      throw new BlockPageError(
        `${address} answered with a block, login or challenge page; its host is left alone for a while.`,
        address,
      );
    default:
      return takeRest(task, page);
  }
}

/** A page without a text may still lead on: a bare index, a front page of pictures. @throws EmptyPageError */
async function takeRest(task: Task, page: ReturnType<typeof cleanSnapshot>): Promise<Outcome> {
  if ((await linksOf(task, page)).length > 0) return takeList(task, page);
  const why = [page.cleaned.role, ...page.cleaned.flags].join(', ');
  throw new EmptyPageError(
    `${task.address} holds nothing to read and no link to follow (${why}).`,
    task.address,
  );
}

/** A block page is a word of the whole host. */
async function leaveAlone({ deps, address }: Task): Promise<void> {
  await deps.gate.penalise(new URL(address).host, null);
}

/** @returns the address that this page has moved to for good, null where it has not */
function movedTo(task: Task, finalUrl: string, chain: readonly { status: number }[]): string | null {
  const forGood = chain.length > 0 && chain.every(({ status }) => status === 301 || status === 308);
  return forGood && canonicalUrl(finalUrl) !== task.message.url ? finalUrl : null;
}

/** The text is the new address's, under which it may be known already. */
function followMove(task: Task, snapshot: Parameters<typeof afterAnswer>[1], address: string): Outcome {
  const { deps, message, change } = task;
  const state = afterAnswer(change, snapshot, 'unchanged', { role: 'other' });
  const url = canonicalUrl(address) ?? address;
  return {
    emit: [{ queue: 'crawl', message: { ...message, url, address } }],
    after: () => deps.pages.savePage(state),
  };
}
