import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regional } from '@zhibiao/runtime/regional-store';
import { type Article, createLogger } from '@zhibiao/shared';
import { connectProducer, Producer } from '@zhibiao/shared/queues';
import { type CommitResult, openArchive, openStore } from '@zhibiao/store';
import { createConsole } from '../console.ts';
import type { ConsoleDeps } from '../deps.ts';
import { article, type Corrections, extraction } from './extraction.ts';

/** A console over a real store, a real archive and a real Redis, all private to one test. */
export async function openSystem(
  redisUrl: string,
  config: Partial<ConsoleDeps['config']> = {},
  more: (system: { deps: ConsoleDeps }) => Partial<ConsoleDeps> = () => ({}),
) {
  const dir = await mkdtemp(join(tmpdir(), 'zhibiao-console-'));
  const archive = await openArchive(join(dir, 'archive'));
  const store = await openStore(join(dir, 'store'), Date.now, { readers: true });
  const redis = await connectProducer(redisUrl);
  const producer = new Producer(redis, `t-${randomUUID()}`);
  const plain: ConsoleDeps = {
    store: regional(store),
    archive,
    producer,
    config: { host: '127.0.0.1', port: 0, token: undefined, ...config },
    log: createLogger('silent'),
  };
  const deps: ConsoleDeps = { ...plain, ...more({ deps: plain }) };

  /** Stores an article of a page as the workers would. */
  async function keep(
    more: Partial<Article> = {},
    at: {
      time?: number;
      parser?: string;
      run?: string;
      corrections?: Corrections;
      year?: number;
      region?: { name: string; adcode: string };
      shadow?: boolean;
    } = {},
  ) {
    const kept = article(more);
    const articleKey = await archive.put(JSON.stringify(kept));
    const found = extraction(kept, articleKey, at);
    const extractionKey = await archive.put(JSON.stringify(found));
    const result: CommitResult = await store.commit({
      page: kept.url!,
      source: 'example',
      run: at.run ?? 'crawl-1',
      article: kept,
      articleKey,
      extraction: found,
      extractionKey,
      time: at.time ?? 1_705_000_000_000,
      shadow: at.shadow ?? false,
    });
    return { document: result.documents[0]!.document, articleKey };
  }

  return {
    deps,
    keep,
    console: createConsole(deps),
    async close() {
      await producer.close();
      redis.disconnect();
      await store.close();
      await archive.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export type System = Awaited<ReturnType<typeof openSystem>>;
