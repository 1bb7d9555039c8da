import type { Run } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';
import { expect, it } from 'vitest';
import { RunDiffs } from './run-diffs.ts';

/** A store in which run `r` has read one page that has no documents; counts how often somebody looks for its extractions. */
function storeOf(run: { state: Run['state'] }) {
  let reads = 0;
  const extraction = { id: 'e', page: 'http://a.cn/', shadow: true };
  const tables = {
    promotions: { get: async () => null },
    extractions: {
      definition: { id: 'id' },
      find: async () => {
        reads++;
        return [extraction];
      },
    },
    documents: { find: async () => [], count: async () => 1 },
  };
  const store = { tables, getRun: async () => run } as unknown as DocumentStore;
  return { store, reads: () => reads };
}

it('computes the diff of a decided run once, of an undecided one twice a minute, of one at work at every visit', async () => {
  const run: { state: Run['state'] } = { state: 'running' };
  const { store, reads } = storeOf(run);
  let now = 0;
  const diffs = new RunDiffs(store, () => now);
  const readsOf = async (visits: number) => {
    const before = reads();
    for (let i = 0; i < visits; i++) expect((await diffs.of('r')).coverage).toEqual({ pages: 1, ofPages: 1 });
    return reads() - before;
  };
  expect(await readsOf(3)).toBe(3);
  await Promise.all([diffs.of('r'), diffs.of('r'), diffs.of('r')]);
  expect(reads()).toBe(4);
  run.state = 'done';
  expect(await readsOf(3)).toBe(1);
  now += 31_000;
  expect(await readsOf(3)).toBe(1);
  run.state = 'promoted';
  expect(await readsOf(2)).toBe(1);
  now += 3_600_000;
  expect(await readsOf(2)).toBe(0);
});

it('keeps no failure', async () => {
  const { store } = storeOf({ state: 'done' });
  let broken = true;
  const find = store.tables.extractions.find.bind(store.tables.extractions);
  Object.assign(store.tables.extractions, {
    find: async () => {
      if (broken) throw new Error('lost connection');
      return find({});
    },
  });
  const diffs = new RunDiffs(store);
  await expect(diffs.of('r')).rejects.toThrow('lost connection');
  broken = false;
  expect((await diffs.of('r')).documents.compared).toBe(0);
});
