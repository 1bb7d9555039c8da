import { nameFault } from '@zhibiao/shared';
import { type QueueName, queueNames } from '@zhibiao/shared/messages';
import { type Hang, type Producer, queueStatus, Suspects } from '@zhibiao/shared/queues';
import type { DocumentStore, KeptArchive } from '@zhibiao/store';

/** What everything here needs. */
export interface Services {
  readonly store: Pick<DocumentStore, 'tables'>;
  readonly archive: Pick<KeptArchive, 'check'>;
  readonly producer: Producer;
}

/** null where the service answers, else why it does not. */
export type ServiceState = Readonly<Record<'store' | 'archive' | 'redis', string | null>>;

/** How long a service may take to answer, milliseconds. */
export const answerMs = 1_000;

/** Asks store, archive and Redis, side by side, each for a second at most. It never rejects. */
export async function askServices(services: Services, limitMs = answerMs): Promise<ServiceState> {
  const { store, archive, producer } = services;
  const [ofStore, ofArchive, ofRedis] = await Promise.all([
    why(() => store.tables.check(), limitMs),
    why(() => archive.check(), limitMs),
    // One that is full, or cannot write its log, answers and takes nothing.
    why(() => producer.redis.set(`${producer.prefix}:asked`, 1, 'PX', 60_000), limitMs),
  ]);
  return { store: ofStore, archive: ofArchive, redis: ofRedis };
}

export interface WorkState {
  /** worker processes connected, by queue */
  readonly workers: Readonly<Record<string, number>>;
  /** queues whose oldest job waits longer than a job can take: nobody gets on with them, whatever the workers say */
  readonly stalled: readonly QueueName[];
  /** worker processes of the last day that stopped answering and were killed, and what they were at; the latest first */
  readonly hung: readonly Hang[];
}

/** A job that has waited for so long means that nobody works. Milliseconds. */
const longestWaitMs = 15 * 60_000;

const hungShownMs = 24 * 3_600_000;

/** How the work goes; null where Redis does not tell within a second. */
export async function askWork(
  producer: Producer,
  now: number,
  limitMs = answerMs,
): Promise<WorkState | null> {
  const asked = Promise.all([
    queueStatus(producer, now),
    new Suspects(producer.redis, producer.prefix).hangs(now - hungShownMs),
  ]);
  const answer = await within(asked, limitMs).catch(() => null);
  if (!answer) return null;
  const [status, hung] = answer;
  const stalled = status.filter((q) => !q.paused && (q.oldestWaitingMs ?? 0) > longestWaitMs);
  return {
    workers: Object.fromEntries(
      queueNames.map((name) => [name, status.find((q) => q.queue === name)?.workers ?? 0]),
    ),
    stalled: stalled.map(({ queue }) => queue),
    hung,
  };
}

/** @throws Error when the promise takes longer than `ms`; what it was waiting for goes on */
export function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function why(ask: () => Promise<unknown>, limitMs: number): Promise<string | null> {
  try {
    await within(ask(), limitMs);
    return null;
  } catch (error) {
    return nameFault(error as Error).message;
  }
}
