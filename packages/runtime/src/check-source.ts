import { cleanAny } from '@zhibiao/crawler/attachments';
import { type Followed, follow, type LeftOut, planFollowing } from '@zhibiao/crawler/discovery';
import { createFetcher, header, userAgent } from '@zhibiao/crawler/fetch';
import { type Config, type Source, zhibiaoVersion } from '@zhibiao/shared';

export interface SourceCheck {
  readonly url: string;
  readonly role: string;
  readonly articles: readonly Followed[];
  readonly lists: readonly Followed[];
  readonly leftOut: readonly LeftOut[];
  readonly failure: string | null;
}

/** Fetches the start pages of a source, once and without queues, and says what a crawl would follow. */
export async function checkSource(source: Source, config: Config): Promise<SourceCheck[]> {
  const plan = planFollowing(source);
  const fetcher = createFetcher({ userAgent: userAgent(zhibiaoVersion, config.userAgentContact) });
  const allowHosts = [...config.allowHosts, ...source.allowHosts];
  const checks: SourceCheck[] = [];
  for (const url of source.start) {
    const nothing = { url, role: 'unknown', articles: [], lists: [], leftOut: [] };
    try {
      const { body, finalUrl, headers } = await fetcher.fetch({ url, allowHosts });
      const family = source.family ? { family: source.family } : {};
      const page = await cleanAny({
        bytes: body,
        url: finalUrl,
        contentType: header(headers, 'content-type'),
        ...family,
      });
      const progress = { depth: 0, remaining: source.maxPages, year: new Date().getFullYear() };
      const decision = follow({ url: finalUrl, links: page.links, next: page.next }, plan, progress);
      checks.push({ ...nothing, ...decision, role: page.role, failure: null });
    } catch (error) {
      checks.push({ ...nothing, failure: (error as Error).message });
    }
  }
  await fetcher.close();
  return checks;
}
