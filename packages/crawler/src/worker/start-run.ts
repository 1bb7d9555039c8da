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
  const fetch = (url: string, address: string, force: boolean): Emission => ({
    queue: 'crawl',
    message: { task: 'fetch', run, source: source.id, shadow: false, url, address, depth: 0, force },
  });
  const start = [...source.start, ...source.sitemaps].map((url) =>
    fetch(canonicalUrl(url) ?? url, url, true),
  );
  const known = new Set(start.map((e) => (e.message as { url: string }).url));
  return [
    ...start,
    ...due.filter((p) => !known.has(p.url)).map((p) => fetch(p.url, p.address ?? p.url, false)),
  ];
}
