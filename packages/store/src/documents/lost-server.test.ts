import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { databaseAt } from '../../../../infra/mongo.ts';
import { startMongod } from '../../../services/src/mongod.ts';
import type { Commit, DocumentStore } from '../document-store.ts';
import { connectMongo } from '../mongo/connect.ts';
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

/** A set of our own that a test may kill; null, said loudly, where there is no mongod. */
async function ownSet(what: string, members: number) {
  const dir = mkdtempSync(join(tmpdir(), 'zhibiao-killed-'));
  const start = () => startMongod({ dir, members });
  let set: Awaited<ReturnType<typeof start>>;
  try {
    set = await start();
  } catch (error) {
    process.stderr.write(`${what} WAS NOT TESTED: ${(error as Error).message}.\n`);
    return null;
  }
  onTestFinished(async () => {
    await set.stop();
    await rm(dir, { recursive: true, force: true });
  });
  return {
    url: databaseAt(set.url, 'killed'),
    kill: (member: number) => process.kill(set.members[member]!.pid, 'SIGKILL'),
    async again() {
      await set.stop();
      set = await start();
    },
  };
}

/** Delivers a queue by three workers at once, and does something in the middle of it. */
async function deliverThrough(store: DocumentStore, disturb: () => Promise<void>): Promise<void> {
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
  const left = queue.length;
  await disturb();
  expect(left, 'commits were left when it happened').toBeGreaterThan(0);
  await workers;
  await expectWholeRound(store);
}

describe.skipIf(mongoUrl === null)('a MongoDB server that goes away', () => {
  it('is killed in the middle of a run and started again: nothing is lost or doubled', async (context) => {
    const server = await ownSet('KILL OF A MONGODB SERVER', 1);
    if (!server) return context.skip();
    const store = await openStore(server.url);
    onTestFinished(() => store.close());
    await deliverThrough(store, async () => {
      server.kill(0);
      await server.again();
    });
  }, 60_000);

  it('is the killed primary of three: another takes over, and nothing is lost or doubled', async (context) => {
    const set = await ownSet('KILL OF A PRIMARY', 3);
    if (!set) return context.skip();
    const store = await openStore(set.url);
    onTestFinished(() => store.close());
    const { client, db } = await connectMongo(set.url);
    onTestFinished(() => client.close());
    const primary = async () => {
      const { me, hosts } = await db.command({ hello: 1 });
      return (hosts as string[]).indexOf(String(me));
    };
    const first = await primary();
    await deliverThrough(store, async () => void set.kill(first));
    expect(await primary()).not.toBe(first);
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
    // In what comes before the statements, in the midst of them, and in the figures.
    for (const bytes of [1_000, 60_000, 150_000]) {
      const cuts = proxy.cuts;
      proxy.cutAfter(bytes);
      const outcome = await store.commit(input).catch((error: unknown) => error);
      expect(proxy.cuts).toBe(cuts + 1);
      // The driver repeats writes by itself on a replica set: then all is there, and there is nothing more to cut.
      if (!(outcome instanceof Error)) break;
      expect(outcome).toMatchObject({ name: 'StoreUnavailableError', retryable: true });
      expect(await store.document(id)).toBeNull();
    }
    await deliver(store, input);
    expect((await store.document(id))?.version).toMatchObject({ n: 1, count: size });
    expect(await store.observationsOf(id, 1)).toHaveLength(size);
    expect(await store.tables.versions.count({ document: { eq: id } })).toBe(1);
  }, 60_000);
});
