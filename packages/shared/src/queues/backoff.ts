import type { BackoffStrategy } from 'bullmq';
import { RetryableError } from '../errors.ts';
import { catalog, type QueueName } from '../messages/index.ts';

/** Exponential with full jitter, never sooner than a server asked for. */
export const backoffStrategy: BackoffStrategy = (attemptsMade, _type, error, job) => {
  const base = catalog[(job?.queueName ?? 'crawl') as QueueName].backoffMs * 2 ** (attemptsMade - 1);
  const jittered = base / 2 + Math.random() * base;
  const asked = error instanceof RetryableError ? (error.retryAfterMs ?? 0) : 0;
  return Math.round(Math.max(jittered, asked));
};
