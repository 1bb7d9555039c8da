import { createHash } from 'node:crypto';
import { type JobsOptions, Queue, type Telemetry } from 'bullmq';
import type { Redis } from 'ioredis';
import { CorruptInputError, isServiceFault } from '../errors.ts';
import {
  type CrawlMessage,
  catalog,
  type Emission,
  type QueueName,
  queueNames,
  scheduledRun,
} from '../messages/index.ts';
import { RunLedger } from './ledger.ts';
import { LedgerSteps } from './ledger-backend.ts';

/** Finished jobs are kept for the dashboard only, bounded: large sets choke it. Ages in seconds. */
const kept = {
  removeOnComplete: { age: 3 * 24 * 3600, count: 2_000 },
  removeOnFail: { age: 14 * 24 * 3600, count: 5_000 },
} satisfies JobsOptions;

/** A page may link to thousands: the event loop has its turn between parts of them. */
const mostAtOnce = 200;

interface QueueJob {
  readonly name: string;
  readonly data: unknown;
  readonly opts: JobsOptions & { readonly jobId: string };
}

/** Lower lane of a reprocess: BullMQ takes jobs without a priority first. */
const shadowPriority = 1_000;

/**
 * The job id of a message: the same message in the same run is the same job.
 * Starts with a letter and holds no colon: BullMQ refuses ids that are all digits or hold one.
 */
export function jobId(queue: QueueName, message: { run: string }): string {
  const identity = catalog[queue].identity as (m: unknown) => string;
  const digest = createHash('sha256')
    .update(`${message.run}\n${identity(message)}`)
    .digest('hex');
  return `${queue[0]}${digest.slice(0, 32)}`;
}

/** Sends messages; owns the three BullMQ queues of this process and the run ledger. */
export class Producer {
  readonly queues: Readonly<Record<QueueName, Queue>>;
  readonly ledger: RunLedger;
  readonly redis: Redis;
  readonly prefix: string;
  /** what is done in the ledger together with the queue */
  readonly steps = new LedgerSteps();

  /** @param redis a connection of `connectProducer`; it stays the caller's to close */
  constructor(redis: Redis, prefix: string, { telemetry }: { telemetry?: Telemetry | undefined } = {}) {
    this.redis = redis;
    this.prefix = prefix;
    this.ledger = new RunLedger(redis, prefix);
    const open = (name: QueueName) => {
      const options = { connection: redis, prefix, defaultJobOptions: kept, ...(telemetry && { telemetry }) };
      const queue = new Queue(name, options, this.steps.backend);
      queue.on('error', () => {});
      return queue;
    };
    this.queues = Object.fromEntries(queueNames.map((n) => [n, open(n)])) as Record<QueueName, Queue>;
  }

  /**
   * Queues messages, each at most once in its run.
   * @returns how many were new
   * @throws CorruptInputError when a message does not fit its queue's schema
   */
  async send(emissions: readonly Emission[]): Promise<number> {
    let sent = 0;
    for (const [run, ofRun] of groupBy(emissions, (e) => e.message.run)) {
      for (const [name, group] of groupBy(ofRun, (e) => e.queue)) {
        for (let from = 0; from < group.length; from += mostAtOnce)
          sent += await this.#send(run, name, group.slice(from, from + mostAtOnce));
      }
    }
    return sent;
  }

  async #send(run: string, name: QueueName, group: readonly Emission[]): Promise<number> {
    const jobs = group.map((e) => this.#job(name, e.message));
    const [first] = jobs;
    if (first && jobs.length === 1) return this.#sendOne(run, name, first);
    const fresh = await this.ledger.open(
      run,
      name,
      jobs.map((j) => j.opts.jobId),
    );
    const wanted = jobs.filter((_, i) => fresh[i]);
    await this.#add(name, wanted);
    return wanted.length;
  }

  /** Queues a message again that had ended (a replay from the quarantine). @throws CorruptInputError as `send` does */
  async resend({ queue, message }: Emission): Promise<void> {
    // Somebody asks for it now: a page is fetched although its failure has put off its next visit.
    const asked = 'task' in message && message.task === 'fetch' ? { ...message, force: true } : message;
    const job = this.#job(queue, asked);
    // A finished job of the same id would make BullMQ ignore the new one without a word.
    await this.queues[queue].remove(job.opts.jobId);
    if (message.run !== scheduledRun) await this.ledger.reopen(message.run, { queue, jobId: job.opts.jobId });
    await this.#add(queue, [job]);
  }

  /** Lets the jobs of a run that were put back go on at once. */
  async wake(run: string): Promise<void> {
    for (const name of queueNames)
      for await (const ids of this.ledger.openJobs(run, name))
        await Promise.all(
          ids.map(async (id) => {
            const job = await this.queues[name].getJob(id);
            if (await job?.isDelayed()) await job?.promote().catch(() => {});
          }),
        );
  }

  /** Takes the jobs of a run that was thrown away out of the queues, but for those that are being worked on. */
  async discard(run: string): Promise<void> {
    for (const name of queueNames)
      for await (const ids of this.ledger.openJobs(run, name))
        await Promise.all(ids.map((id) => this.queues[name].remove(id).catch(() => 0)));
    await this.ledger.forget(run);
  }

  /** The job of a schedule: starts a crawl of the source. */
  startTemplate(source: string) {
    const message: CrawlMessage = { task: 'start', source, run: scheduledRun, shadow: false };
    const { attempts } = catalog.crawl;
    return { name: 'start', data: message, opts: { ...kept, attempts, backoff: { type: 'classed' } } };
  }

  /**
   * Resolves when Redis has what it was sent on its disk: until then (a second, as a rule) a killed Redis comes back
   * without it. At once where Redis keeps no such log, or is older than 7.2 and cannot tell.
   */
  async onDisk(): Promise<void> {
    await this.redis.call('WAITAOF', 1, 0, 5_000).catch((error: unknown) => {
      if (isServiceFault(error)) throw error;
    });
  }

  async close(): Promise<void> {
    await Promise.all(queueNames.map((n) => this.queues[n].close()));
  }

  /** Most handlers send one message: it is opened and queued by one script. @returns how many were new */
  async #sendOne(run: string, queue: QueueName, { name, data, opts }: QueueJob): Promise<number> {
    const { jobId } = opts;
    const step = this.ledger.openStep(run, { queue, jobId });
    const job = await this.steps.open(jobId, step, () => this.queues[queue].add(name, data, opts));
    return job.id ? 1 : 0;
  }

  /** Most handlers send one message: a transaction around it would cost as much again as the message. */
  async #add(queue: QueueName, jobs: readonly QueueJob[]): Promise<void> {
    const [first, ...others] = jobs;
    if (first && others.length === 0) await this.queues[queue].add(first.name, first.data, first.opts);
    else if (first) await this.queues[queue].addBulk([...jobs]);
  }

  #job(queue: QueueName, message: unknown): QueueJob {
    const definition = catalog[queue];
    const parsed = definition.schema.safeParse(message);
    if (!parsed.success) {
      throw new CorruptInputError(
        `A message for the queue ${queue} does not fit its schema: ${parsed.error.issues[0]?.message}.`,
        JSON.stringify(message)?.slice(0, 300) ?? '',
      );
    }
    const id = jobId(queue, parsed.data);
    const opts = {
      jobId: id,
      attempts: definition.attempts,
      backoff: { type: 'classed' },
      ...(parsed.data.shadow ? { priority: shadowPriority } : {}),
    } satisfies JobsOptions;
    return { name: queue, data: parsed.data, opts };
  }
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
