import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { catalog, type QueueName } from '@zhibiao/shared/messages';
import { Silence } from '@zhibiao/shared/watch';

export interface SupervisorOptions {
  /** one child for each: the queues it works */
  readonly workers: readonly (readonly string[])[];
  readonly env: NodeJS.ProcessEnv;
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

const restartMs = { first: 250, most: 2_000, healthyAfter: 10_000 };
const bin = fileURLToPath(new URL('../../cli/bin/zhibiao.js', import.meta.url));

const longestOf = (queues: readonly string[]) =>
  Math.max(...queues.map((queue) => catalog[queue as QueueName].timeoutMs));

/** A child's sign of life comes so often, milliseconds. */
const beatMs = 1_000;
/** Its own watchdog is asked first: it knows which jobs it was at. Milliseconds */
const graceMs = 15_000;

/** Tells the supervisor again and again that this child lives. @returns stops it */
export function tellSupervisor(): () => void {
  let n = 0;
  const timer = setInterval(() => process.connected && process.send?.(++n), beatMs);
  return () => clearInterval(timer);
}

/** Kills a child that has begun to beat and does not any more: one that was stopped, or whose watchdog is dead too. */
function killWhenSilent(child: ChildProcess, limitMs: number): void {
  let beat: number | null = null;
  const silence = new Silence();
  child.on('message', (n) => {
    beat = Number(n);
  });
  const timer = setInterval(() => {
    if (beat !== null && silence.tick(beat) * beatMs > limitMs) child.kill('SIGKILL');
  }, beatMs);
  child.once('exit', () => clearInterval(timer));
}

/** Runs worker processes and starts one again when it dies, with growing pauses while it keeps dying. */
export function supervise(options: SupervisorOptions): Supervisor {
  let stopping = false;
  const running = new Map<readonly string[], ChildProcess>();

  const start = (queues: readonly string[], pauseMs: number) => {
    const startedAt = Date.now();
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
    child.once('exit', (code, signal) => {
      running.delete(queues);
      if (stopping) return;
      options.onRestart(queues, code, signal);
      const pause = Date.now() - startedAt > restartMs.healthyAfter ? restartMs.first : pauseMs;
      setTimeout(() => !stopping && start(queues, Math.min(pause * 2, restartMs.most)), pause);
    });
  };
  for (const queues of options.workers) start(queues, restartMs.first);

  return {
    pids: () => [...running.values()].flatMap((child) => child.pid ?? []),
    async stop(ms) {
      stopping = true;
      const children = [...running.values()];
      const ended = Promise.all(children.map((c) => new Promise((resolve) => c.once('exit', resolve))));
      for (const child of children) child.kill('SIGTERM');
      const kill = setTimeout(() => {
        for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
      }, ms);
      if (children.length > 0) await ended;
      clearTimeout(kill);
    },
  };
}
