import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Run, readConfig, Source } from '@zhibiao/shared';
import { connectProducer, Producer, type QueueName, queueNames } from '@zhibiao/shared/queues';
import { startCrawl } from '../../packages/runtime/src/runs.ts';
import { openStores } from '../../packages/runtime/src/stores.ts';
import { supervise, workerProcesses } from '../../packages/runtime/src/supervisor.ts';
import { hangOn } from '../../packages/runtime/src/testing/outside.ts';
import { walk } from '../../packages/store/src/tables/walk.ts';
import { type ProcessService, processOf } from './services.ts';
import type { ChaosSite } from './site.ts';

const bin = fileURLToPath(new URL('../../packages/cli/bin/zhibiao.js', import.meta.url));

export interface SystemOptions {
  readonly dir: string;
  readonly redisUrl: string;
  readonly storeUrl: string;
  readonly site: ChaosSite;
  /** also crawl the page that hangs whoever reads it */
  readonly hangs: boolean;
  readonly politeness: Source['politeness'];
}

/** What a run has left. */
export interface Result {
  readonly run: Run;
  readonly versions: readonly string[];
  readonly observations: readonly string[];
  readonly quarantined: readonly string[];
}

export interface ChaosSystem {
  readonly keeper: ProcessService;
  workers(): number[];
  /** how many jobs of the run are done and open; null while nobody can tell */
  progress(): Promise<{ readonly done: number; readonly open: number } | null>;
  /** Waits for the end of the run. @returns null when there is none in time */
  ended(ms: number): Promise<Result | null>;
  /** what the run still waits for: each open job and what its queue says of it */
  open(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Worker processes, a keeper in a process of its own, and one crawl of the site. */
export async function openSystem(options: SystemOptions): Promise<ChaosSystem> {
  const { dir, redisUrl, storeUrl, site, hangs, politeness } = options;
  mkdirSync(dir, { recursive: true });
  const env = {
    ...process.env,
    ZHIBIAO_REDIS_URL: redisUrl,
    ZHIBIAO_STORE: storeUrl,
    ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    ZHIBIAO_DATA: dir,
    ZHIBIAO_PORT: '0',
    ZHIBIAO_LOG_LEVEL: 'warn',
    ZHIBIAO_ALLOW_HOSTS: new URL(site.origin).host,
  };
  const config = readConfig(env);
  const stores = await openStores(config);
  const redis = await connectProducer(redisUrl);
  const producer = new Producer(redis, config.queuePrefix);
  const source = Source.parse({
    id: 'chaos',
    name: 'chaos',
    start: [`${site.origin}/`],
    allowHosts: [new URL(site.origin).host],
    title: '政府工作报告',
    maxPages: 100_000,
    politeness,
  });
  await stores.store.saveSource(source);
  const deps = { store: stores.store, producer };
  const urls = hangs ? [`${site.origin}/hangs.html`] : [];
  const id = await startCrawl(deps, { sources: [source], urls });

  const logTo = openSync(join(dir, 'log'), 'a');
  // On a busy machine a long list of links takes seconds.
  const hang = { ZHIBIAO_HANG_MS: '10000', NODE_OPTIONS: hangOn(site.marker) };
  const workers = supervise({
    workers: workerProcesses,
    env: hangs ? { ...env, ...hang } : env,
    producer,
    logTo,
    onRestart() {},
  });
  const keeper = processOf(() =>
    spawn(process.execPath, [bin, 'console'], { env, stdio: ['ignore', logTo, logTo] }),
  );
  return {
    keeper,
    workers: () => workers.pids(),
    progress: () => producer.ledger.progress(id).catch(() => null),
    async ended(ms) {
      for (const end = Date.now() + ms; Date.now() < end; await sleep(200)) {
        const run = await stores.store.getRun(id).catch(() => null);
        if (run && run.state !== 'running') return resultOf(run);
      }
      return null;
    },
    async open() {
      const run = await stores.store.getRun(id);
      const lines = [
        `run: ${JSON.stringify(run)}`,
        `workers: ${workers.pids().join(', ')}; keeper: ${keeper.runs() ? 'runs' : 'has ended'}`,
      ];
      for (const queue of queueNames) {
        lines.push(`${queue}: ${JSON.stringify(await producer.queues[queue].getJobCounts())}`);
        for await (const ids of producer.ledger.openJobs(id, queue))
          for (const jobId of ids) lines.push(`${queue} ${await told(producer, queue, jobId)}`);
      }
      return lines;
    },
    async stop() {
      await workers.stop(5_000);
      await keeper.stop();
      await producer.close();
      redis.disconnect();
      await stores.close();
    },
  };

  async function resultOf(run: Run): Promise<Result> {
    const { tables } = stores.store;
    const versions: string[] = [];
    for await (const v of walk(tables.versions))
      versions.push(`${v.page} ${v.ordinal} v${v.n} ${v.article} ${v.content}`);
    const observations: string[] = [];
    for (let after: string | undefined; ; ) {
      const { rows, next } = await stores.store.observations({ limit: 500, after });
      observations.push(...rows.map((o) => `${o.key} ${JSON.stringify(o.observation)}`));
      if (!next) break;
      after = next;
    }
    const records = await stores.store.listQuarantine({ run: run.id, limit: 1_000 });
    return {
      run,
      versions: versions.sort(),
      observations: observations.sort(),
      quarantined: records.map(({ input, error }) => `${error} ${new URL(input).pathname}`),
    };
  }
}

async function told(producer: Producer, queue: QueueName, id: string): Promise<string> {
  const job = await producer.queues[queue].getJob(id);
  if (!job) return `${id}: not in its queue`;
  const { attemptsMade, stalledCounter, delay, timestamp, processedOn = 0 } = job;
  const times = {
    attemptsMade,
    stalledCounter,
    delay,
    ageMs: Date.now() - timestamp,
    takenMs: Date.now() - processedOn,
  };
  return `${id}: ${await job.getState()} ${JSON.stringify(times)}`;
}
