import type { Page, Source } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import { pageUrl } from '../discovery/index.ts';
import type { CrawlDeps } from './deps.ts';

/** How many pages that have come due are taken along by one run of a source. */
const dueAtOnce = 2_000;

/** How many known pages are taken along where all are asked for. */
const allAtOnce = 100_000;

/** An old address that holds nothing of its own: the new one is a page itself, and links that still lead to the old one are followed. */
const isLeftBehind = ({ role, article, movedTo }: Page): boolean =>
  role === 'other' && !article && movedTo !== null;

/**
 * @param again take all known pages along, due or not
 * @returns the fetch messages with which a crawl of a source begins: its start pages and the pages that are due
 */
export async function startMessages(
  deps: Pick<CrawlDeps, 'pages' | 'now'>,
  run: string,
  source: Source,
  again = false,
): Promise<Emission[]> {
  const due = again
    ? await deps.pages.duePages(source.id, Number.MAX_SAFE_INTEGER, allAtOnce)
    : await deps.pages.duePages(source.id, deps.now(), dueAtOnce);
  const common = { task: 'fetch', run, source: source.id, shadow: false, depth: 0 } as const;
  const start = (kind: 'page' | 'sitemap') => (address: string) => ({
    ...common,
    kind,
    address,
    force: true,
    url: pageUrl(address),
  });
  const first = [...source.start.map(start('page')), ...source.sitemaps.map(start('sitemap'))];
  const known = new Set(first.map((message) => message.url));
  const further = due
    .filter((page) => !known.has(page.url) && page.partOf === null && !isLeftBehind(page))
    .map((page) => ({
      ...common,
      kind: 'page' as const,
      force: again,
      url: page.url,
      address: page.address ?? page.url,
    }));
  return [...first, ...further].map((message) => ({ queue: 'crawl', message }));
}
