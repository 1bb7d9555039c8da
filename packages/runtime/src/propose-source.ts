import { createHash } from 'node:crypto';
import { SourceDefinition } from '@zhibiao/crawler/sources';
import { PageFamily, type Source, UsageError } from '@zhibiao/shared';
import { type CheckConfig, type CheckOptions, checkSource, type SourceCheck } from './check-source.ts';

export interface Proposal {
  readonly source: Source;
  readonly checks: readonly SourceCheck[];
}

/** What reports are called in the titles of links, and the pattern that finds them. */
const kinds = ['政府工作报告', '统计公报', '预算执行情况.*报告|预算.*草案'] as const;
const slowMs = 3_000;

/**
 * Proposes a source for an address: fetches it as `check` does, and fills in what can be told from the page: a name, the kind of site, a
 * filter for titles where links are called reports, and how to treat the site. Nothing is kept.
 * @throws UsageError where it is no address of a page
 */
export async function proposeSource(
  address: string,
  config: CheckConfig,
  options: CheckOptions = {},
): Promise<Proposal> {
  const url = /^[a-z]+:\/\//i.test(address) ? address : `http://${address}`;
  const read = SourceDefinition.safeParse({ id: idFor(url), name: hostOf(url) || 'x', start: [url] });
  if (!read.success) throw new UsageError(`start: ${address} is no http:// or https:// address.`, 'start');
  const [first] = await checkSource(read.data, config, options);
  if (!first || first.failure) return { source: read.data, checks: first ? [first] : [] };
  const titles = [...first.articles, ...first.leftOut].map(({ title }) => title);
  const found = kinds.filter((kind) => titles.some((title) => new RegExp(kind).test(title)));
  const family = PageFamily.safeParse(first.family).data;
  const delayMs = Math.max(2_000, first.ms > slowMs ? 5_000 : 0, first.robots?.crawlDelayMs ?? 0);
  const source: Source = {
    ...read.data,
    name: first.title || read.data.name,
    ...(family && family !== 'generic' ? { family } : {}),
    ...(found.length > 0 ? { title: found.join('|') } : {}),
    politeness: { ...read.data.politeness, delayMs },
    cron: weekly(url),
  };
  return { source, checks: await checkSource(source, config, options) };
}

/** @returns an id made of the address, of letters, digits and hyphens */
export function idFor(url: string): string {
  if (!URL.canParse(url)) return 'source';
  const { hostname, pathname } = new URL(url);
  const words = `${hostname.replace(/^www\./, '')}${pathname}`
    .replace(/\.(s?html?|php|aspx?|jsp)$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words.slice(0, 50).replace(/-$/, '') || 'source';
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : '');

/** Once a week in the night from Sunday to Monday, at a minute of its own, so that sources do not all begin at once. */
function weekly(url: string): string {
  const minute = createHash('sha256').update(url).digest().readUInt8(0) % 60;
  return `${minute} 3 * * 1`;
}
