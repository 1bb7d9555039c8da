import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { randomFrom } from '../testing/interleave.ts';
import { sampleRound } from '../testing/rounds.ts';
import { versionPrefix } from './identity.ts';

const worker = fileURLToPath(new URL('../testing/commit-forever.ts', import.meta.url));
const sources = fileURLToPath(new URL('../testing/tsconfig.json', import.meta.url));
const KILLS = 3;

/** Several worker processes on one store, each killed with SIGKILL at some moment of its work and replaced. */
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
      for (let i = 0; i < KILLS; i++) {
        await sleep(50 + random() * 150);
        const victim = i % workers.length;
        await stop(workers[victim]!);
        if (i < KILLS - workers.length) workers[victim] = await start(10 + i);
      }
      const store = await openStore(location);
      const rounds = sampleRound();
      for (const commit of rounds) await store.commit(commit);
      expect(await store.tables.documents.count({})).toBe(10);
      const documents = await store.tables.documents.find({}, { by: 'id' });
      for (const document of documents) {
        const versions = await store.tables.versions.find({ document: { eq: document.id } }, { by: 'n' });
        // The three figures of a second report are the same words in another text: still a version for each text.
        const states = document.ordinal === 1 ? 4 : 3;
        expect(versions.map((version) => version.n)).toEqual(Array.from({ length: states }, (_, i) => i + 1));
        for (const { n, count } of versions)
          expect(
            await store.tables.observations.count({ key: { prefix: versionPrefix(document.id, n) } }),
          ).toBe(count);
        expect(document.head?.time).toBe(4_000);
        expect(document.head?.retired).toBe(document.ordinal === 2);
      }
      const { rows } = await store.observations({ limit: 1_000 });
      expect(rows).toHaveLength(5 * 20);
      expect(rows.every((row) => row.observation.value >= 400)).toBe(true);
      await store.close();
    },
    240_000,
  );
});
