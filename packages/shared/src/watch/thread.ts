import { workerData } from 'node:worker_threads';
import type { WatchedJob } from '../queues/suspects.ts';
import { JobBoard } from './job-board.ts';
import { Silence } from './silence.ts';
import type { WatchTask } from './watchdog.ts';

/** The thread of `startWatchdog`. What it needs of others is loaded when the process hangs, which hardly ever happens. */
const { beat, board, tickMs, limits, redisUrl, prefix, logLevel } = workerData as WatchTask;

/** Silent for so many ticks, others are kept off the jobs: their locks lapse after 10 s. */
const holdTicks = 4;
/** How long one telling keeps others off, milliseconds. */
const holdMs = 15_000;
/** How long noting the hang may take before the process is killed without a note, milliseconds. */
const noteMs = 3_000;

const running = new JobBoard(board);

let suspects: Promise<import('../queues/suspects.ts').Suspects> | null = null;
async function open() {
  const { Redis } = await import('ioredis');
  const { Suspects } = await import('../queues/suspects.ts');
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1 });
  redis.on('error', () => {});
  return new Suspects(redis, prefix);
}
const book = () => (suspects ??= open());

const silence = new Silence();
let held: readonly WatchedJob[] = [];
let killing = false;

async function tick(): Promise<void> {
  const ticks = silence.tick(Atomics.load(beat, 0));
  if (killing) return;
  if (ticks === 0) {
    const answered = held;
    held = [];
    if (answered.length > 0) await (await book()).release(answered);
    return;
  }
  const jobs = running.read();
  const silentMs = ticks * tickMs;
  if (silentMs >= limitOf(jobs)) return kill(jobs, silentMs);
  if (ticks < holdTicks || ((ticks - holdTicks) * tickMs) % (holdMs / 3) >= tickMs) return;
  held = jobs;
  await (await book()).hold(jobs, holdMs);
}

/** While the loop does not answer no job gets on: the shortest limit of those that are under way holds. */
function limitOf(jobs: readonly WatchedJob[]): number {
  const of = jobs.map(({ queue }) => limits[queue] ?? 0).filter((ms) => ms > 0);
  return Math.min(...(of.length > 0 ? of : Object.values(limits)));
}

async function kill(jobs: readonly WatchedJob[], silentMs: number): Promise<void> {
  killing = true;
  const note = (async () => (await book()).killed(jobs, silentMs))().catch(() => {});
  await Promise.race([note, new Promise((resolve) => setTimeout(resolve, noteMs))]);
  const { createLogger } = await import('../logger.ts');
  createLogger(logLevel).fatal(
    { jobs: jobs.map(({ queue, jobId, input }) => ({ queue, job: jobId, input })) },
    `The event loop has not answered for ${Math.round(silentMs / 1_000)} s: this process is killed. Its jobs are tried again, each alone.`,
  );
  process.kill(process.pid, 'SIGKILL');
}

setInterval(() => void tick().catch(() => {}), tickMs);
