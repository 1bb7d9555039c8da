import type { Run } from '@zhibiao/shared';
import type { Emission } from '@zhibiao/shared/messages';
import { planReprocess, type ReprocessSelection } from '@zhibiao/store/reprocess';
import { z } from 'zod';
import { clockOf, type RunDeps } from './deps.ts';

const CrawlSelection = z.object({
  sources: z.array(z.string()).default([]),
  urls: z.array(z.string()).default([]),
  again: z.boolean().default(false),
});

/**
 * All messages with which a run begins. They are the same whenever they are asked for, and the queues take each once in a
 * run: whoever finds a run half fed feeds all of it again.
 * @returns null where only its starter knows them (an import, a repair)
 */
export function planRun(deps: RunDeps, run: Run): AsyncIterable<Emission> | null {
  if (run.type === 'reprocess')
    return planReprocess(deps.store.tables, run.id, run.selection as ReprocessSelection);
  if ('imported' in run.selection || 'repair' in run.selection) return null;
  return planCrawl(deps, run);
}

async function* planCrawl(deps: RunDeps, run: Run): AsyncGenerator<Emission> {
  // Only who starts a crawl loads the crawler.
  const { canonicalUrl } = await import('@zhibiao/crawler/discovery');
  const { startMessages } = await import('@zhibiao/crawler/worker');
  const { sources, urls, again } = CrawlSelection.parse(run.selection);
  const common = { task: 'fetch', kind: 'page', run: run.id, source: null, shadow: false, depth: 0 } as const;
  for (const address of urls) {
    const url = canonicalUrl(address) ?? address;
    yield { queue: 'crawl', message: { ...common, url, address, force: true } };
  }
  for (const id of sources) {
    const source = await deps.store.getSource(id);
    if (!source) continue;
    yield* await startMessages({ pages: deps.store, now: () => clockOf(deps) }, run.id, source, again);
  }
}
