import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from '@zhibiao/services/redis';
import { readConfig, Source } from '@zhibiao/shared';
import { queueNames } from '@zhibiao/shared/messages';
import { connectProducer, Producer } from '@zhibiao/shared/queues';
import { awaitRun, startCrawl } from '../../packages/runtime/src/runs.ts';
import { openStores } from '../../packages/runtime/src/stores.ts';
import { work } from '../../packages/runtime/src/work.ts';
import { type RehearsalSite, startSite } from '../../seeds/rehearsal/server.ts';
import type { SiteKind } from '../../seeds/rehearsal/sites/kind.ts';
import { type SiteScore, scoreSite } from './score.ts';

export interface Rehearsal {
  readonly seed: number;
  readonly reports: number;
  readonly days: number;
  /** share of requests that fail for no reason */
  readonly faults: number;
  readonly kinds: readonly SiteKind[];
  readonly say: (line: string) => void;
  /** a Redis to use; one is started where it is not given */
  readonly redisUrl?: string;
}

/** What each source promises a host: one request at a time, with this pause. */
export const promisedPauseMs = 20;

/** Crawls the sites day by day with every worker in this process. All of it is gone afterwards. */
export async function rehearse(plan: Rehearsal): Promise<SiteScore[]> {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-rehearsal-'));
  const redis = plan.redisUrl ? null : await privateRedis(dir);
  const redisUrl = plan.redisUrl ?? redis?.url ?? '';
  const sites: RehearsalSite[] = [];
  for (const [i, kind] of plan.kinds.entries()) {
    const numbers = Array.from({ length: plan.reports }, (_, n) => n).filter(
      (n) => n % plan.kinds.length === i,
    );
    sites.push(await startSite(kind, { seed: plan.seed, numbers, faults: plan.faults }));
  }
  const config = readConfig({
    ...process.env,
    ZHIBIAO_DATA: dir,
    ZHIBIAO_STORE: join(dir, 'store'),
    ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    ZHIBIAO_LOG_LEVEL: 'silent',
    ZHIBIAO_QUEUE_PREFIX: `rehearsal-${dir.slice(-6)}`,
    ZHIBIAO_ALLOW_HOSTS: sites.map(({ origin }) => new URL(origin).host).join(','),
  });
  const stores = await openStores(config);
  const connection = await connectProducer(redisUrl);
  const producer = new Producer(connection, config.queuePrefix);
  const workers = await work(stores, redisUrl, queueNames);
  try {
    const sources = sites.map(sourceOf);
    for (const source of sources) await stores.store.saveSource(source);
    for (let day = 0; day < plan.days; day++) {
      for (const site of sites) site.setDay(day);
      const deps = { store: stores.store, producer };
      const run = await startCrawl(deps, { sources, again: day > 0 });
      const never = new AbortController().signal;
      const state = await awaitRun(deps, run, { show() {}, clear() {} }, never);
      plan.say(`day ${day}: ${state.byQueue.crawl?.done ?? 0} pages, ${state.failed} quarantined`);
      for (const record of await stores.store.listQuarantine({ run }))
        plan.say(`  ${record.error} ${record.input}: ${record.reason}`);
    }
    return await Promise.all(sites.map((site) => scoreSite(stores.store, site, plan.seed, plan.days - 1)));
  } finally {
    await workers.stop();
    await producer.close();
    connection.disconnect();
    await stores.close();
    for (const site of sites) await site.close();
    await redis?.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

function sourceOf({ kind, origin }: RehearsalSite): Source {
  const { start, sitemap, ...fields } = kind.source;
  return Source.parse({
    ...fields,
    id: `rehearsal-${kind.name}`,
    name: kind.about,
    start: [`${origin}${start}`],
    sitemaps: sitemap ? [`${origin}${sitemap}`] : [],
    politeness: { delayMs: promisedPauseMs, concurrency: 1 },
    maxPages: 1_000,
    allowHosts: [new URL(origin).host],
  });
}

const privateRedis = (dir: string) => startRedis({ dir, log: () => {}, env: {} });
