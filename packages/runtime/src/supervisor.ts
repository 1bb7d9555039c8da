import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { catalog, type QueueName } from '@zhibiao/shared/messages';
import type { Producer } from '@zhibiao/shared/queues';
import { Silence } from '@zhibiao/shared/watch';
import type { Holder } from './give-back.ts';

export interface SupervisorOptions {
  /** one child for each: the queues it works */
  readonly workers: readonly (readonly string[])[];
  readonly env: NodeJS.ProcessEnv;
  /** over which what a dead child held is given back */
  readonly producer: Producer;
  /** file descriptor or 'inherit': where the children's logs go */
  readonly logTo: number | 'inherit';
  /** how long a child may give no sign of life, milliseconds; by default the time limit of its queues and some grace */
  readonly silentMs?: number;
  readonly onRestart: (queues: readonly string[], code: number | null, signal: NodeJS.Signals | null) => void;
}

export interface Supervisor {
  /** process ids of the children that run now */
  pids(): number[];
  /** Asks all children to finish, waits at most `ms`, then kills what is left. */
  stop(ms: number): Promise<void>;
}

/**
 * Two processes fill two cores. Parsing is done by both: by whichever has time left beside crawling or storing
 * (measured: a third more pages a second than with all of it beside the store).
 */
export const workerProcesses = [
  ['crawl', 'parse'],
  ['parse', 'store'],
] as const;

/** Pauses before a child is started again, milliseconds. They grow while it does not even come to work. */
const restartMs = { first: 250, most: 2_000 };
const bin = fileURLToPath(new URL('../../cli/bin/zhibiao.js', import.meta.url));

const longestOf = (queues: readonly string[]) =>
  Math.max(...queues.map((queue) => catalog[queue as QueueName].timeoutMs));

/** A child's sign of life comes so often, milliseconds. */
const beatMs = 1_000;
/** Its own watchdog is asked first: it knows which jobs it was at. Milliseconds */
const graceMs = 15_000;

/** What a child tells its supervisor: once by which names it holds things, then that it lives, by another number each time. */
type News = Holder | number;

/** Tells the supervisor again and again that this child lives. @returns stops it */
export function tellSupervisor(holder: Holder): () => void {
  const tell = (news: News) => process.connected && process.send?.(news);
  tell(holder);
  let n = 0;
  const timer = setInterval(() => tell(++n), beatMs);
  return () => clearInterval(timer);
}

/** @returns by which names the child holds things, as soon as it has said so */
function listenForHolder(child: ChildProcess): () => Holder | null {
  let holder: Holder | null = null;
  child.on('message', (news: News) => {
    if (typeof news === 'object') holder = news;
  });
  return () => holder;
}

/** Kills a child that has begun to beat and does not any more: one that was stopped, or whose watchdog is dead too. */
function killWhenSilent(child: ChildProcess, limitMs: number): void {
  let beat: number | null = null;
  const silence = new Silence();
  child.on('message', (news: News) => {
    if (typeof news === 'number') beat = news;
  });
  const timer = setInterval(() => {
    if (beat !== null && silence.tick(beat) * beatMs > limitMs) child.kill('SIGKILL');
  }, beatMs);
  child.once('exit', () => clearInterval(timer));
}

/**
 * Runs worker processes. When one dies, what it held is given back and it is started again; a job that kills each process
 * that takes it is given up when it has stalled too often.
 */
export function supervise(options: SupervisorOptions): Supervisor {
  const stopping = new AbortController();
  const ending = new Set<Promise<void>>();
  const running = new Map<readonly string[], ChildProcess>();

  const start = (queues: readonly string[], pauseMs: number) => {
    // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, which then stops the children in order.
    // The ipc channel tells a child that its supervisor is gone, however that came about.
    const child = spawn(process.execPath, [bin, 'work', '--supervised', ...queues], {
      // Four threads by default, for files and name lookups together: a few dead name servers would hold them all.
      env: { UV_THREADPOOL_SIZE: '16', ...options.env },
      stdio: ['ignore', options.logTo, options.logTo, 'ipc'],
      detached: true,
    });
    running.set(queues, child);
    killWhenSilent(child, options.silentMs ?? longestOf(queues) + graceMs);
    const holder = listenForHolder(child);
    child.once('exit', (code, signal) => {
      running.delete(queues);
      const held = holder();
      if (held) {
        // loaded when a child has died: what only tells its supervisor needs no queues
        const given = import('./give-back.ts').then(({ giveBack }) =>
          giveBack(options.producer, held, stopping.signal),
        );
        ending.add(given);
        void given.then(() => ending.delete(given));
      }
      if (stopping.signal.aborted) return;
      options.onRestart(queues, code, signal);
      const pause = held ? restartMs.first : pauseMs;
      setTimeout(() => !stopping.signal.aborted && start(queues, Math.min(pause * 2, restartMs.most)), pause);
    });
  };
  for (const queues of options.workers) start(queues, restartMs.first);

  return {
    pids: () => [...running.values()].flatMap((child) => child.pid ?? []),
    async stop(ms) {
      stopping.abort();
      const children = [...running.values()];
      const ended = Promise.all(children.map((c) => new Promise((resolve) => c.once('exit', resolve))));
      for (const child of children) child.kill('SIGTERM');
      const kill = setTimeout(() => {
        for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
      }, ms);
      if (children.length > 0) await ended;
      clearTimeout(kill);
      await Promise.all(ending);
    },
  };
}
