import type { Emission, Source } from '@zhibiao/shared';
import { canonicalUrl } from '../discovery/index.ts';
import type { CrawlDeps } from './deps.ts';

/** How many pages that have come due are taken along by one run of a source. */
const dueAtOnce = 2_000;

/** @returns the fetch messages with which a crawl of a source begins: its start pages and the pages that are due */
export async function startMessages(
  deps: Pick<CrawlDeps, 'pages' | 'now'>,
  run: string,
  source: Source,
): Promise<Emission[]> {
  const due = await deps.pages.duePages(source.id, deps.now(), dueAtOnce);
  const common = { task: 'fetch', run, source: source.id, shadow: false, depth: 0 } as const;
  const start = (kind: 'page' | 'sitemap') => (address: string) => ({
    ...{ ...common, kind, address, force: true },
    url: canonicalUrl(address) ?? address,
  });
  const first = [...source.start.map(start('page')), ...source.sitemaps.map(start('sitemap'))];
  const known = new Set(first.map((message) => message.url));
  const again = due
    .filter((page) => !known.has(page.url))
    .map((page) => ({
      ...{ ...common, kind: 'page' as const, force: false },
      ...{ url: page.url, address: page.address ?? page.url },
    }));
  return [...first, ...again].map((message) => ({ queue: 'crawl', message }));
}
