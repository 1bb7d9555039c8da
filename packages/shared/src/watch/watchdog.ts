import { catalog, type QueueName } from '../messages/index.ts';
import type { JobWatch } from '../queues/suspects.ts';
import { JobBoard } from './job-board.ts';
import { startThread } from './start-thread.ts';

export interface WatchOptions {
  readonly redisUrl: string;
  readonly prefix: string;
  /** the queues that this process works */
  readonly queues: readonly QueueName[];
  /** how long the event loop may not answer, milliseconds; by default the time limit of the queue that is worked on */
  readonly limitMs?: number | undefined;
  readonly logLevel: string;
}

/** What the thread is given. */
export interface WatchTask {
  readonly beat: Int32Array;
  /** of a `JobBoard`: the jobs that the process is at */
  readonly board: SharedArrayBuffer;
  readonly tickMs: number;
  readonly limits: Readonly<Record<string, number>>;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly logLevel: string;
}

export interface Watchdog extends JobWatch {
  stop(): Promise<void>;
}

/**
 * Watches the event loop of this process from a thread, which kills the process when the loop does not answer for the time
 * limit of its queue: no timer of the loop itself could do that, nor would any other process know which jobs it was at.
 */
export function startWatchdog({ queues, limitMs, ...told }: WatchOptions): Watchdog {
  const limits = Object.fromEntries(queues.map((queue) => [queue, limitMs ?? catalog[queue].timeoutMs]));
  const tickMs = Math.max(20, Math.min(1_000, Math.min(...Object.values(limits)) / 8));
  const beat = new Int32Array(new SharedArrayBuffer(4));
  const timer = setInterval(() => Atomics.add(beat, 0, 1), tickMs / 2).unref();
  const places = queues.reduce((sum, queue) => sum + catalog[queue].concurrency, 0);
  const board = JobBoard.of(2 * places);
  const task: WatchTask = { ...told, beat, board: board.buffer, tickMs, limits };
  const thread = startThread('thread', import.meta.url, { workerData: task });
  thread.unref();
  return {
    began: (job) => board.put(job),
    ended: (job) => board.take(job),
    async stop() {
      clearInterval(timer);
      await thread.terminate();
    },
  };
}
