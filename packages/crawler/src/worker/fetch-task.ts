import { isRetryable, isServiceFault, type Page } from '@zhibiao/shared';
import type { CrawlMessage } from '@zhibiao/shared/messages';
import type { JobContext, Outcome } from '@zhibiao/shared/queues';
import { needsOcr } from '../attachments/index.ts';
import { BlockPageError, HttpStatusError } from '../fetch/index.ts';
import type { CrawlDeps } from './deps.ts';
import { EmptyPageError, RobotsDisallowedError } from './errors.ts';
import { namedSitemaps } from './named-sitemaps.ts';
import { afterFailure, afterGone } from './page-state.ts';
import { type CleanedPage, cleanSnapshot, fetchPatiently } from './read-page.ts';
import { withSheets } from './read-sheets.ts';
import { takeArticle } from './take-article.ts';
import { linksOf, takeLeads, takeList, takeOther, takeSitemap } from './take-list.ts';
import { askForText, followMove, isNewAddress, knownMove, movedTo, takeMoved } from './take-move.ts';
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
  if (before && !message.force && !isDue(before, now) && (await isRead(deps, before))) return undefined;
  if (isNewAddress(before)) return askForText(message, before.partOf);
  const address = knownMove(before) ?? message.address ?? before?.address ?? message.url;
  const change = { url: message.url, address, source, before, now };
  const task: Task = { deps, message, context, source, address, before, change };
  try {
    return await readPage(task);
  } catch (error) {
    if (error instanceof HttpStatusError && error.gone && error.input === address && before?.article) {
      // A page that we know has been taken down: noted, what it said is kept, nothing has failed. (Not one of its parts.)
      await deps.pages.savePage(afterGone(change, error.status));
      return undefined;
    }
    if (error instanceof RobotsDisallowedError && !message.force) {
      // A link that robots.txt asks to leave alone: nobody asked for this page, and nothing has failed.
      context.log.info(error.message);
      return undefined;
    }
    // What an imported crawl holds says nothing of the site now, and a service of our own that is away nothing of the page.
    if (message.offline || isServiceFault(error)) throw error;
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

/** A page that was saved and whose text never reached the store is read again, due or not. */
const isRead = async ({ pages }: CrawlDeps, { url, role, article }: Page) =>
  role !== 'article' || article === null || pages.isExtracted(url, article);

async function readPage(task: Task): Promise<Outcome | undefined> {
  const { deps, source, address, message } = task;
  const offline = message.offline ?? false;
  const render = source?.render ?? 'auto';
  const browser =
    !offline && (render === 'browser' || (render === 'auto' && (await deps.shells.isShell(address))));
  const { queuedAt: since, signal } = task.context;
  const { run } = message;
  const answer = await read(task, { run, source, browser, since, offline, signal });
  if (answer.kind === 'wait') return { delayMs: answer.ms };
  if (message.kind === 'sitemap') return takeSitemap(task, answer.snapshot, answer.bytes);
  const moved = movedTo(task, answer.from);
  // Nothing is known of what the old address said: the text is the new one's, under which it may be known already.
  if (moved && !task.before?.article) return followMove(task, answer.snapshot, moved);
  let { bytes } = answer;
  let page = await cleanSnapshot(deps, answer.snapshot, bytes, source, { signal });
  let manner = answer.manner;
  if (page.cleaned.role === 'shell' && !browser && !offline && render === 'auto') {
    await deps.shells.sawShell(address);
    const rendered = await read(task, { ...manner, browser: true });
    if (rendered.kind === 'wait') return { delayMs: rendered.ms };
    bytes = rendered.bytes;
    page = await cleanSnapshot(deps, rendered.snapshot, bytes, source, { signal });
    manner = rendered.manner;
  }
  const styled = await withSheets(deps, page, bytes, manner);
  if ('kind' in styled) return { delayMs: styled.ms };
  page = styled;
  const at = offline ? asOf(task, page.snapshot.time) : task;
  const isRefusal = page.cleaned.role === 'blocked' || page.cleaned.role === 'shell';
  const outcome = await (moved && !isRefusal ? takeMoved(at, page, manner, moved) : take(at, page, manner));
  const further = await namedSitemaps(task);
  return outcome && further.length > 0
    ? { ...outcome, emit: [...(outcome.emit ?? []), ...further] }
    : outcome;
}

/** What an archived answer shows was so when it was given: a page of an old crawl is due at once. */
const asOf = (task: Task, now: number): Task => ({ ...task, change: { ...task.change, now } });

async function read(task: Task, manner: Manner) {
  const page = manner.browser ? null : task.before;
  return { ...(await fetchPatiently(task.deps, { ...manner, url: task.address, page })), manner };
}

async function take(task: Task, page: CleanedPage, manner: Manner) {
  const { deps, address } = task;
  switch (page.cleaned.role) {
    case 'list':
      return takeList(task, page);
    case 'article':
      if (!manner.browser && !manner.offline) await deps.shells.sawText(address);
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
async function takeRest(task: Task, page: CleanedPage): Promise<Outcome> {
  if (page.cleaned.leads.length > 0 && !task.message.offline) return takeLeads(task, page);
  if ((await linksOf(task, page)).length > 0) return takeList(task, page);
  // An imported crawl holds pages of all kinds, which nobody asked for: it is known, and has nothing to read.
  if (task.message.offline) return takeOther(task, page);
  if (page.cleaned.flags.includes('needs-ocr')) throw needsOcr(task.address);
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
