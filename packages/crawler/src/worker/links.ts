import type { Source } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import { follow, type ListPage, planFollowing } from '../discovery/index.ts';
import type { CrawlDeps } from './deps.ts';

export interface LinkContext {
  readonly run: string;
  readonly source: Source;
  readonly depth: number;
}

/** The messages for the links of a list or sitemap that the source wants followed, within the run's page budget. */
export async function followLinks(
  deps: CrawlDeps,
  page: ListPage,
  context: LinkContext,
): Promise<Emission[]> {
  const { run, source, depth } = context;
  const decision = follow(
    page,
    planFollowing(source),
    // The budget is shared by all workers of the run, so it is spent below, in one place.
    { depth, remaining: Number.POSITIVE_INFINITY, year: new Date(deps.now()).getFullYear() },
  );
  const wanted = [...decision.articles, ...decision.lists];
  const granted = new Set(
    await deps.budget.spend(
      run,
      source.id,
      wanted.map((w) => w.url),
      source.maxPages,
    ),
  );
  return wanted
    .filter(({ url }) => granted.has(url))
    .map(({ url, address, depth: at }) => ({
      queue: 'crawl',
      message: {
        task: 'fetch',
        kind: 'page',
        run,
        source: source.id,
        shadow: false,
        url,
        address,
        depth: at,
        force: false,
      },
    }));
}
