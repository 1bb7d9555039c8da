import type { Emission } from '@zhibiao/shared/messages';
import { getDomain } from 'tldts';
import { pageUrl } from '../discovery/index.ts';
import type { Task } from './task.ts';

/** How many of the sitemaps that robots.txt names are read. */
const MAX_NAMED = 10;

/**
 * The sitemaps that a site's robots.txt names, asked for with the first start page. A link without a title needs an
 * `include`, so none are read where the source has none, nor where it names sitemaps itself.
 */
export async function namedSitemaps(task: Task): Promise<Emission[]> {
  const { deps, message, source, address, context } = task;
  const isFirst = message.depth === 0 && message.url === pageUrl(source?.start[0] ?? '');
  if (!source || !isFirst || message.offline || source.include.length === 0 || source.sitemaps.length > 0)
    return [];
  const allowHosts = [...deps.allowHosts, ...source.allowHosts];
  const { sitemaps } = await deps.robots.rules(address, { allowHosts, signal: context.signal });
  const own = siteOf(address);
  const found = sitemaps.filter((url) => URL.canParse(url) && siteOf(url) === own);
  return [...new Set(found)].slice(0, MAX_NAMED).map((sitemap) => ({
    queue: 'crawl',
    message: { ...message, kind: 'sitemap', address: sitemap, url: pageUrl(sitemap) },
  }));
}

const siteOf = (url: string): string =>
  getDomain(url, { allowPrivateDomains: true }) ?? new URL(url).hostname;
