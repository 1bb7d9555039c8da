import type { Snapshot } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import type { Outcome } from '@zhibiao/shared/queues';
import { getDomain } from 'tldts';
import { pageUrl, parseSitemap, sitemapLinks } from '../discovery/index.ts';
import { EmptyPageError } from './errors.ts';
import { followLinks } from './links.ts';
import { afterAnswer } from './page-state.ts';
import type { CleanedPage } from './read-page.ts';
import type { Task } from './task.ts';

/** Bounds of a sitemap index: how deep it may nest, how many files of one index are read. */
const maxSitemapDepth = 2;
const maxSitemaps = 50;

/** Sends the links of a list that its source wants followed to the queue. */
export async function takeList(task: Task, page: CleanedPage): Promise<Outcome> {
  const { deps, change } = task;
  const outcome = change.before?.body === page.snapshot.body ? 'unchanged' : 'changed';
  const state = afterAnswer(change, page.snapshot, outcome, { role: 'list' });
  return { emit: await linksOf(task, page), after: () => deps.pages.savePage(state) };
}

/** Of a frameset few frames hold a text. */
const maxLeads = 6;
/** How far pages may lead on from one to the next. */
const maxLeadsDeep = 5;

/**
 * Asks for the pages that a page without a text leads on to: by refresh, by script, or in its frames. They are pages like
 * any other, with the guards of any other.
 * @throws EmptyPageError where they lead on and on, or only to other sites
 */
export function takeLeads(task: Task, { snapshot, cleaned }: CleanedPage): Outcome {
  const { deps, change, message, source } = task;
  const own =
    getDomain(snapshot.finalUrl, { allowPrivateDomains: true }) ?? new URL(snapshot.finalUrl).hostname;
  const isOwn = (url: string) =>
    source === null || (getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname) === own;
  const followed = cleaned.leads
    .filter((url) => isOwn(url) && pageUrl(url) !== message.url)
    .slice(0, maxLeads);
  if (followed.length === 0 || message.depth >= maxLeadsDeep) {
    const where = cleaned.leads.slice(0, 3).join(', ');
    throw new EmptyPageError(
      `${task.address} holds nothing to read and leads on to ${where}, which is not followed (another site, or too far). Crawl that address.`,
      task.address,
    );
  }
  const state = afterAnswer(change, snapshot, 'changed', { role: 'list' });
  const emit = followed.map(
    (address): Emission => ({
      queue: 'crawl',
      message: { ...message, kind: 'page', address, url: pageUrl(address), depth: message.depth + 1 },
    }),
  );
  return { emit, after: () => deps.pages.savePage(state) };
}

/** Notes a page that neither is a text nor leads to one. */
export function takeOther({ deps, change }: Task, { snapshot }: CleanedPage): Outcome {
  const state = afterAnswer(change, snapshot, 'unchanged', { role: 'other' });
  return { after: () => deps.pages.savePage(state) };
}

/** The messages for the links of a page, none where it belongs to no source. */
export async function linksOf(task: Task, { snapshot, cleaned }: CleanedPage): Promise<Emission[]> {
  const { deps, message, source } = task;
  // An imported crawl is read as far as it goes: its links ask nobody.
  if (!source || message.offline) return [];
  const list = { url: snapshot.finalUrl, links: cleaned.links, next: cleaned.next };
  return followLinks(deps, list, { run: message.run, source, depth: message.depth });
}

/** Sends the addresses of a sitemap, and the sitemaps that an index names, to the queue. */
export async function takeSitemap(task: Task, snapshot: Snapshot, bytes: Uint8Array): Promise<Outcome> {
  const { deps, message, source, change } = task;
  const sitemap = parseSitemap(bytes, snapshot.finalUrl);
  const state = afterAnswer(change, snapshot, 'unchanged', { role: 'list' });
  const after = () => deps.pages.savePage(state);
  if (!source) return { after };
  const { run, depth } = message;
  const pages = await followLinks(deps, sitemapLinks(sitemap, snapshot.finalUrl), { run, source, depth });
  const further = sitemap.sitemaps.slice(0, depth < maxSitemapDepth ? maxSitemaps : 0);
  const messages = further.map(
    ({ url: address }): Emission => ({
      queue: 'crawl',
      message: { ...message, address, url: pageUrl(address), depth: depth + 1 },
    }),
  );
  return { emit: [...pages, ...messages], after };
}
