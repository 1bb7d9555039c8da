import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, it, onTestFinished } from 'vitest';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { expectWholeRound } from '../testing/expect-round.ts';
import { randomFrom } from '../testing/interleave.ts';
import { sampleRound } from '../testing/rounds.ts';

const worker = fileURLToPath(new URL('../testing/commit-forever.ts', import.meta.url));
const sources = fileURLToPath(new URL('../testing/tsconfig.json', import.meta.url));

/** Two worker processes race on one store; each is killed with SIGKILL at some moment of its work, the first while the other goes on. */
describe.each(databases())('killed processes: $kind', ({ missing, fresh }) => {
  it.skipIf(missing)(
    'leave a store that the next delivery makes whole',
    async () => {
      const location = fresh();
      await (await openStore(location)).close();
      const random = randomFrom(7);
      const start = async (seed: number) => {
        const child = spawn(process.execPath, ['--import', 'tsx', worker, location, String(seed)], {
          stdio: ['pipe', 'pipe', 'inherit'],
          // The sources of the other packages, as tests read them; their builds may be older.
          env: { ...process.env, TSX_TSCONFIG_PATH: sources },
        });
        const ended = once(child, 'exit').then(([code]) =>
          Promise.reject(new Error(`the worker ended with ${code}`)),
        );
        await Promise.race([once(child.stdout!, 'data'), ended]);
        ended.catch(() => {});
        return child;
      };
      const stop = async (child: ChildProcess) => {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      };
      const workers = await Promise.all([start(1), start(2)]);
      onTestFinished(() => {
        for (const child of workers) child.kill('SIGKILL');
      });
      for (const victim of workers) {
        await sleep(50 + random() * 150);
        await stop(victim);
      }
      const store = await openStore(location);
      const rounds = sampleRound();
      for (const commit of rounds) await store.commit(commit);
      await expectWholeRound(store);
      await store.close();
    },
    120_000,
  );
});
