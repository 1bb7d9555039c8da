import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { openStore } from '../store.ts';
import type { DocumentRow } from '../tables/rows.ts';
import { freshMongo } from '../testing/databases.ts';
import { sampleCommit } from '../testing/sample.ts';
import { HeldTable } from './held.ts';

const url = inject('mongoUrl');

const row = (id: string, rev: number, page = 'p'): DocumentRow => ({
  id,
  page,
  ordinal: 1,
  source: null,
  rev,
  head: null,
  shadows: [],
  moves: [],
  movedAt: null,
});

describe.skipIf(url === null)('rows that a transaction holds', () => {
  let store: DocumentStore;
  beforeAll(async () => {
    store = await openStore(freshMongo('held'));
  });
  afterAll(() => store?.close());

  it('are read as written, and written when they have to be', async () => {
    const { documents } = store.tables;
    await documents.insert([row('d1', 1), row('d2', 1, 'q')]);
    const held = new HeldTable(documents);
    expect(await held.insert([row('d1', 5), row('d3', 0)]), 'd1 is there').toBe(2);
    const other = new HeldTable(documents);
    expect(await other.get('d1')).toMatchObject({ rev: 1 });
    expect(await other.insert([row('d1', 5), row('d3', 0)])).toBe(1);
    expect(await other.replace(7, row('d1', 8)), 'another revision').toBe(false);
    expect(await other.replace(1, row('d1', 2))).toBe(true);
    expect(await other.replace(2, row('d1', 3)), 'its own').toBe(true);
    expect(await other.replace(0, row('d3', 1)), 'one that is new').toBe(true);
    expect(await other.getMany(['d1', 'd2', 'd3', 'd4'])).toMatchObject([
      { id: 'd1', rev: 3 },
      { id: 'd2', rev: 1 },
      { id: 'd3', rev: 1 },
    ]);
    const ofPage = await other.find({ page: { eq: 'p' } });
    expect(ofPage.map(({ id, rev }) => [id, rev]).sort()).toEqual([
      ['d1', 3],
      ['d3', 1],
    ]);
    expect(await documents.get('d3'), 'nothing is written yet').toBeNull();
    expect(await other.count({ ordinal: { eq: 1 } })).toBe(3);
    expect(await documents.getMany(['d1', 'd3'])).toMatchObject([{ rev: 3 }, { rev: 1 }]);
    await other.flush();
  });

  it('are read ahead, and then found with what is written since', async () => {
    const { documents } = store.tables;
    await documents.insert([row('f1', 1, 'f'), row('f2', 1, 'f'), row('g1', 1, 'g')]);
    const asked: unknown[] = [];
    const held = new HeldTable({
      ...documents,
      definition: documents.definition,
      find: (filter, options) => {
        asked.push(filter);
        return documents.find(filter, options);
      },
      getMany: (ids) => {
        asked.push(ids);
        return documents.getMany(ids);
      },
      swap: (changes) => documents.swap(changes),
      patch: (filter, set) => documents.patch(filter, set),
      remove: (filter) => documents.remove(filter),
    });
    await held.load('page', ['f', 'g', 'none', 'f']);
    expect(asked).toEqual([{ page: { in: ['f', 'g', 'none'] } }]);
    expect(await held.insert([row('f0', 0, 'f'), row('n1', 0, 'none')])).toBe(2);
    expect(await held.replace(1, row('f2', 2, 'f'))).toBe(true);
    const found = async (page: string, descending = false) =>
      (await held.find({ page: { eq: page } }, { by: 'id', descending })).map(
        ({ id, rev }) => `${id} ${rev}`,
      );
    expect(await found('f')).toEqual(['f0 0', 'f1 1', 'f2 2']);
    expect(await found('f', true)).toEqual(['f2 2', 'f1 1', 'f0 0']);
    expect(await found('none')).toEqual(['n1 0']);
    expect(asked, 'nothing was asked again but for rows that were not known').toEqual([
      { page: { in: ['f', 'g', 'none'] } },
      ...asked.slice(1).filter(Array.isArray),
    ]);
    const before = asked.length;
    await held.remove({ id: { eq: 'f1' } });
    expect(await documents.get('f2'), 'written before').toMatchObject({ rev: 2 });
    expect(await found('f'), 'and asked anew after').toEqual(['f0 0', 'f2 2']);
    expect(asked.length).toBeGreaterThan(before);
  });

  it('are refused where somebody else has changed them', async () => {
    const { documents } = store.tables;
    await documents.insert([row('e1', 1)]);
    const held = new HeldTable(documents);
    await held.get('e1');
    await documents.replace(1, row('e1', 2));
    expect(await held.replace(1, row('e1', 3))).toBe(true);
    await expect(held.flush()).rejects.toMatchObject({ name: 'StoreBusyError' });
    expect(await documents.get('e1')).toMatchObject({ rev: 2 });
  });

  it('are all there after messages that say the same figures came at once', async () => {
    const commits = ['a', 'b', 'c', 'a'].map((name, i) =>
      sampleCommit(
        `http://example.com/${name}`,
        [{ figures: [{ value: i }, { value: 7, name: '人口', code: 'POP' }] }],
        {
          time: i,
        },
      ),
    );
    await Promise.all(commits.map((commit) => store.commit(commit)));
    const { rows } = await store.figures();
    expect(rows.map(({ documents }) => documents)).toEqual([3, 3]);
    expect((await store.documents()).rows).toHaveLength(3);
  });
});
