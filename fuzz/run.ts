import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * `npm run fuzz -- --seed N --cases N [--first N]`: changed pages, texts, attachments, WARC files, source files,
 * queries and backups. Each must end with a result or with an error of our own, within its time and its memory.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cases: { type: 'string', default: '2000' },
    first: { type: 'string', default: '0' },
  },
});
const number = (name: 'seed' | 'cases' | 'first') => {
  const n = Number(values[name]);
  if (Number.isSafeInteger(n) && n >= 0) return n;
  process.stderr.write(`--${name} takes a whole number, not ${values[name]}.\n`);
  process.exit(2);
};
const [seed, cases, first] = [number('seed'), number('cases'), number('first')];

/** A case that computes for longer hangs: the slowest honest ones take a second. */
const caseMs = 30_000;
/** What a busy machine may need for a case, or for what is read and compiled before the first. */
const waitMs = 300_000;
const megabytes = 768;

interface Told {
  begin?: number;
  fault?: number;
  target?: string;
  message?: string;
  done?: true;
}

let faults = 0;
/** attachments whose reader had to be stopped */
let stopped = 0;
const slowest = { ms: 0, n: 0, target: '' };
const fault = (n: number, target: string, message: string) => {
  faults += 1;
  process.stdout.write(`${target} --seed ${seed} --first ${n} --cases 1: ${message}\n`);
};

/**
 * What a process has computed so far, milliseconds: on a machine that is busy with other work, time by the clock says
 * nothing of a hang.
 * @returns null where the system does not tell (Linux does, in hundredths of a second)
 */
function computedMs(pid: number | undefined): number | null {
  try {
    // the name of the program, in brackets, may hold blanks
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** @returns the case to go on with after a child that died, or the end */
function runFrom(start: number, end: number, threads = false): Promise<number> {
  return new Promise((resolve) => {
    const args = [seed, start, end, threads ? 1 : 0].map(String);
    const child: ChildProcess = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), args, {
      execArgv: [...process.execArgv, `--max-old-space-size=${megabytes}`],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let now = { n: start, target: 'start', at: Date.now(), computed: 0 };
    let hangs = false;
    let done = false;
    const watch = setInterval(() => {
      const waited = Date.now() - now.at;
      const computed = computedMs(child.pid) ?? waited;
      if (waited < waitMs && (now.target === 'start' || computed - now.computed < caseMs)) return;
      hangs = true;
      child.kill('SIGKILL');
    }, 1_000);
    child.on('message', (told: Told) => {
      if (told.begin !== undefined) {
        const ms = Date.now() - now.at;
        if (now.target !== 'start' && ms > slowest.ms)
          Object.assign(slowest, { ms, n: now.n, target: now.target });
        now = {
          n: told.begin,
          target: told.target ?? '',
          at: Date.now(),
          computed: computedMs(child.pid) ?? 0,
        };
      }
      if (told.fault !== undefined) fault(told.fault, told.target ?? '', told.message ?? '');
      if (told.done) done = true;
    });
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      if (done) return resolve(end);
      // A library that loops is stopped with the thread that the crawler reads a file in: then that must end.
      if (hangs && now.target === 'attachment' && !threads) {
        stopped++;
        return void runFrom(now.n, now.n + 1, true).then(() => resolve(now.n + 1));
      }
      fault(
        now.n,
        now.target,
        hangs ? `no end after ${Date.now() - now.at} ms` : `the process ended (${signal ?? code})`,
      );
      // A child that cannot even start would be started for ever.
      resolve(now.target === 'start' ? end : now.n + 1);
    });
  });
}

const begun = Date.now();
/** Two processes, as many as the smallest machine has cores. */
const half = first + Math.ceil(cases / 2);
await Promise.all(
  [[first, half] as const, [half, first + cases] as const].map(async ([from, end]) => {
    for (let n = from; n < end; ) n = await runFrom(n, end);
  }),
);
const seconds = Math.round((Date.now() - begun) / 1_000);
process.stdout.write(
  `${cases} cases of seed ${seed} in ${seconds} s, ${faults} faults, ${stopped} files stopped with their thread; the slowest: ${slowest.target} ${slowest.n}, ${slowest.ms} ms\n`,
);
process.exitCode = faults > 0 ? 1 : 0;
