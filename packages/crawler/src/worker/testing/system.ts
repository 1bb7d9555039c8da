import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Article, createLogger, getJson, Source } from '@zhibiao/shared';
import type { CrawlMessage, Emission, MessageOf } from '@zhibiao/shared/messages';
import type { JobContext, Outcome } from '@zhibiao/shared/queues';
import { openArchive, openStore } from '@zhibiao/store';
import { Redis } from 'ioredis';
import { defaultFileLimits } from '../../attachments/index.ts';
import { readHere } from '../../attachments/read.ts';
import { createRenderer } from '../../browser/index.ts';
import { createFetcher } from '../../fetch/index.ts';
import { createHostGate, createRobots } from '../../politeness/index.ts';
import {
  type CrawlDeps,
  createCrawlHandler,
  HostSlots,
  PartClaims,
  ShellMemory,
  UrlBudget,
} from '../index.ts';
import { startMessages } from '../start-run.ts';

type FetchMessage = Extract<CrawlMessage, { task: 'fetch' }>;

/** What a crawl of some messages did. */
export interface Crawled {
  /** for the parser, in the order in which they were sent */
  readonly parsed: MessageOf<'parse'>[];
  /** addresses that failed, with the error's class */
  readonly failed: { url: string; error: Error }[];
  /** how long each job was put back for, milliseconds */
  readonly delayed: number[];
}

/** The crawl handler over a real Redis, archive, store, fetcher and browser, all private to one test. */
export async function openCrawlSystem(redisUrl: string, allowHosts: string[]) {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-crawl-'));
  const archive = await openArchive(join(dir, 'archive'));
  const store = await openStore(join(dir, 'store'));
  const redis = new Redis(redisUrl);
  const prefix = `t-${randomUUID()}`;
  const log = createLogger('silent');
  const fetcher = createFetcher({ userAgent: 'Zhibiao/test' });
  const renderer = createRenderer({ userAgent: 'Zhibiao/test', logger: log });
  const clock = { offset: 0 };
  // As the parser and the store would: what was sent to them has been read.
  const extracted = new Set<string>();
  const deps: CrawlDeps = {
    archive,
    pages: { ...store, isExtracted: async (page, article) => extracted.has(`${page} ${article}`) },
    startScheduled: async () => {},
    source: (id) => store.getSource(id),
    fetcher,
    // a thread has to load the sources first, for seconds
    readFile: (bytes, name) => readHere(bytes, name, defaultFileLimits),
    render: renderer.render,
    gate: createHostGate(redis, { prefix }),
    robots: createRobots({ fetcher, redis, prefix }),
    budget: new UrlBudget(redis, prefix),
    claims: new PartClaims(redis, prefix),
    shells: new ShellMemory(redis, prefix),
    slots: new HostSlots(),
    allowHosts,
    now: () => Date.now() + clock.offset,
  };
  const handler = createCrawlHandler(deps);

  /** One job, as the queue would run it. */
  async function handle(message: CrawlMessage, queuedAt = Date.now()): Promise<Outcome | undefined> {
    const { signal } = new AbortController();
    const context: JobContext = { signal, log, attempt: 1, lastTry: true, queuedAt };
    return handler(message, context);
  }

  /** Runs the messages and all that follow from them one after another, each once in a run, as the queue would. */
  async function drain(messages: readonly CrawlMessage[]): Promise<Crawled> {
    // Snapshots of an earlier crawl are older than this one by their milliseconds.
    await new Promise((resolve) => setTimeout(resolve, 2));
    const queuedAt = Date.now();
    const crawled: Crawled = { parsed: [], failed: [], delayed: [] };
    const seen = new Set<string>();
    const open: Emission[] = messages.map((message) => ({ queue: 'crawl', message }));
    for (let next = open.shift(); next; next = open.shift()) {
      if (next.queue === 'parse') {
        crawled.parsed.push(next.message);
        extracted.add(`${next.message.page} ${next.message.article}`);
      }
      if (next.queue !== 'crawl') continue;
      const message = next.message;
      const url = message.task === 'fetch' ? message.url : message.task;
      if (seen.has(url)) continue;
      seen.add(url);
      try {
        const outcome = await handle(message, queuedAt);
        if (outcome?.delayMs !== undefined) crawled.delayed.push(outcome.delayMs);
        open.push(...(outcome?.emit ?? []));
        await outcome?.after?.(async (emissions) => open.push(...emissions));
      } catch (error) {
        crawled.failed.push({ url, error: error as Error });
      }
    }
    return crawled;
  }

  return {
    deps,
    store,
    archive,
    redis,
    handler,
    handle,
    drain,
    /** As if the messages to the parser had been lost on the way. */
    loseParsed: () => extracted.clear(),
    /** moves the crawler's clock on */
    later: (ms: number) => {
      clock.offset += ms;
    },
    /** Crawls single addresses, as a person asks for them. */
    crawl: (...urls: string[]) => drain(urls.map((url) => fetchMessage(url))),
    async crawlSource(fields: Partial<Source> & Pick<Source, 'start'>): Promise<Crawled> {
      const source = sourceOf(fields);
      await store.saveSource(source);
      const run = `run-${randomUUID().slice(0, 8)}`;
      const start = await startMessages({ pages: store, now: deps.now }, run, source);
      return drain(start.map(({ message }) => message as CrawlMessage));
    },
    article: async (key: string) => Article.parse(await getJson(archive, key)),
    async close() {
      await renderer.close();
      await fetcher.close();
      await redis.quit();
      await store.close();
      await archive.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export type CrawlSystem = Awaited<ReturnType<typeof openCrawlSystem>>;

export const sourceOf = (fields: Partial<Source> & Pick<Source, 'start'>): Source =>
  Source.parse({ id: 'demo', name: 'demo', politeness: { delayMs: 0, concurrency: 4 }, ...fields });

export const fetchMessage = (url: string, more: Partial<FetchMessage> = {}): FetchMessage => ({
  task: 'fetch',
  kind: 'page',
  run: 'run-1',
  source: null,
  shadow: false,
  url,
  depth: 0,
  force: true,
  ...more,
});
