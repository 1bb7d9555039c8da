import { cleanAny } from '@zhibiao/crawler/attachments';
import { type Followed, follow, type LeftOut, planFollowing } from '@zhibiao/crawler/discovery';
import { createFetcher, type Fetched, type Fetcher, header, userAgent } from '@zhibiao/crawler/fetch';
import { createRobots, type RobotRules } from '@zhibiao/crawler/politeness';
import { type Article, type Config, type Source, zhibiaoVersion } from '@zhibiao/shared';
import type { Producer } from '@zhibiao/shared/queues';

export interface SourceCheck {
  readonly url: string;
  readonly role: string;
  /** of the page, as it was recognised */
  readonly title: string;
  readonly family: Article['family'] | null;
  readonly articles: readonly Followed[];
  readonly lists: readonly Followed[];
  readonly leftOut: readonly LeftOut[];
  /** how long the site took to answer, milliseconds */
  readonly ms: number;
  /** what robots.txt says of the address; null where it was not asked */
  readonly robots: Pick<RobotRules, 'allowed' | 'crawlDelayMs'> | null;
  readonly failure: string | null;
}

export type CheckConfig = Pick<Config, 'userAgentContact' | 'allowHosts'>;

export interface CheckOptions {
  /** asks robots.txt too, through the Redis of the crawlers */
  readonly producer?: Pick<Producer, 'redis' | 'prefix'>;
  /** of one page, milliseconds; the crawler's own limit by default */
  readonly timeoutMs?: number;
}

/**
 * Fetches the start pages of a source, once and without queues, and says what a crawl would follow. Addresses pass the same guard as the
 * crawler's: private ones are refused, but for the hosts that the settings and the source allow.
 */
export async function checkSource(
  source: Source,
  config: CheckConfig,
  { producer, timeoutMs }: CheckOptions = {},
): Promise<SourceCheck[]> {
  const plan = planFollowing(source);
  const fetcher = createFetcher({ userAgent: userAgent(zhibiaoVersion, config.userAgentContact) });
  const allowHosts = [...config.allowHosts, ...source.allowHosts];
  const robots = producer && createRobots({ fetcher, redis: producer.redis, prefix: producer.prefix });
  const checks: SourceCheck[] = [];
  try {
    for (const url of source.start) {
      const begun = Date.now();
      const nothing = {
        url,
        role: 'unknown',
        title: '',
        family: null,
        articles: [],
        lists: [],
        leftOut: [],
        robots: null,
        failure: null,
        ms: 0,
      };
      try {
        const rules = (await robots?.rules(url, { allowHosts })) ?? null;
        const fetched = await fetch(fetcher, url, allowHosts, timeoutMs);
        const ms = Date.now() - begun;
        const page = await cleanAny({
          bytes: fetched.body,
          url: fetched.finalUrl,
          contentType: header(fetched.headers, 'content-type'),
          ...(source.family ? { family: source.family } : {}),
        });
        const progress = { depth: 0, remaining: source.maxPages, year: new Date().getFullYear() };
        const decision = follow(
          { url: fetched.finalUrl, links: page.links, next: page.next },
          plan,
          progress,
        );
        const shown = page.listing ?? page.articles[0];
        const family = shown?.family ?? null;
        const known = { role: page.role, title: shown?.title ?? '', family, ms, robots: rules };
        checks.push({ ...nothing, ...decision, ...known });
      } catch (error) {
        checks.push({ ...nothing, ms: Date.now() - begun, failure: (error as Error).message });
      }
    }
  } finally {
    await fetcher.close();
  }
  return checks;
}

const fetch = (
  fetcher: Fetcher,
  url: string,
  allowHosts: readonly string[],
  timeoutMs: number | undefined,
): Promise<Fetched> => fetcher.fetch({ url, allowHosts, ...(timeoutMs ? { timeoutMs } : {}) });
