import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { databaseAt, startMongo } from '../../../../infra/mongo.mjs';
import type { Commit, DocumentStore } from '../document-store.ts';
import { openStore } from '../store.ts';
import { expectWholeRound } from '../testing/expect-round.ts';
import { startProxy } from '../testing/proxy.ts';
import { sampleRound } from '../testing/rounds.ts';
import { sampleCommit } from '../testing/sample.ts';
import { documentId } from './identity.ts';

const mongoUrl = inject('mongoUrl');

/** As the queue does: what says that it may be tried again is tried again. */
async function deliver(store: DocumentStore, commit: Commit): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await store.commit(commit);
      return;
    } catch (error) {
      if (!(error as { retryable?: boolean }).retryable || tries > 100) throw error;
      await sleep(50);
    }
  }
}

describe.skipIf(mongoUrl === null)('a MongoDB server that goes away', () => {
  it('is started again in the middle of a run: nothing is lost or doubled', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibiao-restart-'));
    const first = await startMongo({ dataFile: join(folder, 'data') });
    let server = first;
    onTestFinished(async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
    if (!first.url) {
      process.stderr.write(`RESTART OF A MONGODB SERVER WAS NOT TESTED: ${first.what}.\n`);
      return context.skip();
    }
    const store = await openStore(databaseAt(first.url, 'restart'));
    onTestFinished(() => store.close());
    const queue = [1, 2].flatMap(sampleRound);
    let done = 0;
    const worker = async () => {
      for (let commit = queue.pop(); commit; commit = queue.pop()) {
        await deliver(store, commit);
        done++;
      }
    };
    const workers = Promise.all([worker(), worker(), worker()]);
    workers.catch(() => {});
    while (done < 4) await sleep(2);
    const before = done;
    await server.stop();
    expect(queue.length, `${before} commits were done when it stopped`).toBeGreaterThan(0);
    server = await startMongo({ dataFile: join(folder, 'data'), port: Number(new URL(first.url).port) });
    await workers;
    await expectWholeRound(store);
  }, 60_000);

  it('loses the line in the middle of a bulk: a named error, nothing half to be seen, and the next try heals', async (context) => {
    const { hostname, port } = new URL(mongoUrl!.replace(/^mongodb:/, 'http:').replace(/,[^/?]*/, ''));
    if (!mongoUrl!.startsWith('mongodb://')) return context.skip();
    const proxy = await startProxy({ host: hostname, port: Number(port || 27_017) });
    onTestFinished(() => proxy.close());
    const base = mongoUrl!.replace(/^(mongodb:\/\/(?:[^@/]*@)?)[^/?]+/, `$1127.0.0.1:${proxy.port}`);
    const url = databaseAt(base, `cut-${process.pid}`);
    const store = await openStore(`${url}${url.includes('?') ? '&' : '?'}directConnection=true`);
    onTestFinished(() => store.close());
    const size = 1_200;
    const figures = Array.from({ length: size }, (_, i) => ({ value: i, code: `C${i % 40}` }));
    const input = sampleCommit('http://example.com/cut', [{ figures }], { time: 10 });
    const id = documentId(input.page, 1);
    const halves: number[] = [];
    // In what comes before the observations, in their first bulk of a thousand, and in the second.
    for (const bytes of [1_000, 400_000, 1_250_000]) {
      const cuts = proxy.cuts;
      proxy.cutAfter(bytes);
      const outcome = await store.commit(input).catch((error: unknown) => error);
      expect(proxy.cuts).toBe(cuts + 1);
      // The driver repeats writes by itself on a replica set: then all is there, and there is nothing more to cut.
      if (!(outcome instanceof Error)) break;
      expect(outcome).toMatchObject({ name: 'StoreUnavailableError', retryable: true });
      expect(await store.document(id)).toBeNull();
      halves.push(await store.tables.observations.count({ key: { prefix: `${id}.` } }));
    }
    if (halves.length === 3) expect(halves).toEqual([0, 0, 1_000]);
    await deliver(store, input);
    expect((await store.document(id))?.version).toMatchObject({ n: 1, count: size });
    expect(await store.observationsOf(id, 1)).toHaveLength(size);
    expect(await store.tables.versions.count({ document: { eq: id } })).toBe(1);
  }, 60_000);
});
