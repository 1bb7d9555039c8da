import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Commit, DocumentStore } from '../document-store.ts';
import { openStore, storeOver } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { randomFrom } from '../testing/interleave.ts';
import { sampleCommit } from '../testing/sample.ts';
import { Group } from './group.ts';
import { documentId } from './identity.ts';

const url = (i: number) => `http://example.com/${i}`;
const page = (i: number, value: number, time = 10, more = {}) =>
  sampleCommit(url(i), [{ figures: [{ value, code: `C${i}` }, { value: 7 }] }], { time, ...more });
/** Its words are not those of the text. */
function poisoned(i: number): Commit {
  const commit = page(i, 5);
  commit.extraction.reports[0]!.observations[0]!.quote = 'something else';
  return commit;
}

describe('a group', () => {
  it('is what has come while the one before was done, of no more than its most and its heaviest', async () => {
    const groups: number[][] = [];
    let end = () => {};
    const group = new Group<number, number>({
      most: 3,
      waitMs: 1,
      weigh: (n) => n,
      heaviest: 10,
      run: async (items) => {
        groups.push([...items]);
        await new Promise<void>((resolve) => {
          end = resolve;
        });
        return items.map((n) =>
          n === 4 ? { status: 'rejected', reason: new Error('four') } : { status: 'fulfilled', value: 2 * n },
        );
      },
    });
    const first = group.add(1);
    await expect.poll(() => groups.length).toBe(1);
    const others = Promise.allSettled([2, 3, 4, 9, 50, 1].map((n) => group.add(n)));
    for (let n = 2; n <= 5; n++) {
      end();
      await expect.poll(() => groups.length).toBe(n);
    }
    end();
    expect(await first).toBe(2);
    expect(
      (await others).map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message)),
    ).toEqual([4, 6, 'four', 18, 100, 2]);
    expect(groups).toEqual([[1], [2, 3, 4], [9], [50], [1]]);
  });
});

describe.each(databases())('commits at once: $kind', ({ kind, missing, fresh }) => {
  let location: string;
  let store: DocumentStore;
  beforeEach(async (context) => {
    if (missing) context.skip();
    location = fresh();
    store = await openStore(location);
    if (!store.tables.atOnce) context.skip();
  });
  afterEach(() => store?.close());

  it('are all there, and a poisoned one fails alone', async () => {
    const inputs = Array.from({ length: 40 }, (_, i) => (i % 10 === 3 ? poisoned(i) : page(i, i + 1)));
    const outcomes = await Promise.allSettled(inputs.map((input) => store.commit(input)));
    expect(outcomes.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([3, 13, 23, 33]);
    for (const i of inputs.keys())
      expect((await store.document(documentId(url(i), 1)))?.observations[0]?.observation.value).toBe(
        i % 10 === 3 ? undefined : i + 1,
      );
    expect(await store.tables.extractions.count({})).toBe(36);
  });

  it('leave nothing of one that fails half-way', async () => {
    const jobs = ['a', 'b', 'c'].map((name) => ({
      key: name,
      work: async (tables: typeof store.tables) => {
        await tables.promotions.insert([{ run: name, state: 'dropped', at: 1, by: 'test' }]);
        if (name === 'b') throw new TypeError('half-way');
        return name;
      },
    }));
    const outcomes = await store.tables.atOnce!(jobs);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await store.tables.promotions.find({}, { by: 'at' });
    expect(rows.map(({ run }) => run).sort()).toEqual(['a', 'c']);
  });

  it('of the same pages, through two connections, come to what they would one by one', async () => {
    const random = randomFrom(5);
    const pick = (n: number) => Math.floor(random() * n);
    const inputs = Array.from({ length: 60 }, (_, i) => page(pick(6), 1 + pick(4), 10 + (i % 3)));
    // Two connections to one file block each other within one thread: nobody opens them.
    const other = kind === 'embedded' ? store : await openStore(location);
    await Promise.all(inputs.map((input, i) => (i % 2 ? store : other).commit(input)));
    if (other !== store) await other.close();
    const states = async (of: DocumentStore) => ({
      figures: (await of.figures({ limit: 1_000 })).rows.map(({ id, value, documents }) => [
        id,
        value,
        documents,
      ]),
      versions: (await of.tables.versions.find({}, { by: 'id' }))
        .map((v) => [v.document, v.article, v.content])
        .sort(),
      found: (await of.observations({ limit: 1_000 })).rows.length,
    });
    const found = await states(store);
    // The same extractions in the order in which they took their places, over tables that know no transactions.
    const plain = await openStore(fresh());
    const single = storeOver({ ...plain.tables, atOnce: undefined }, Date.now);
    const places = await store.tables.extractions.find({}, {});
    for (const { extraction, page: of, time } of places.sort((a, b) => a.rank - b.rank))
      await single.commit(
        inputs.find((one) => one.extractionKey === extraction && one.page === of && one.time === time)!,
      );
    const alone = await states(single);
    await plain.close();
    expect(found.figures).toEqual(alone.figures);
    expect(found.versions).toEqual(alone.versions);
    expect(found.found).toBe(alone.found);
  });

  it('that join a run which is promoted meanwhile are not left behind', async () => {
    for (let i = 0; i < 4; i++) await store.commit(page(i, 1));
    const shadows = [0, 1, 2, 3].map((i) =>
      store.commit(page(i, 2, 10, { run: 'rp', shadow: true, parser: '2.0.0+b' })),
    );
    await shadows[0];
    await store.tables.promotions.insert([{ run: 'rp', state: 'promoted', at: Date.now(), by: 'test' }]);
    const late = store.commit(page(3, 2, 10, { run: 'rp', shadow: true, parser: '2.0.0+b' }));
    await Promise.all([...shadows, late]);
    await store.promote('rp', 'test').catch(() => {});
    for (const document of await store.tables.documents.find({})) expect(document.shadows).toEqual([]);
  });
});
