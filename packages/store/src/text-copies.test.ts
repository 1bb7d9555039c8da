import { bands, hammingDistance, Page } from '@zhibiao/shared';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from './document-store.ts';
import { documentId } from './documents/identity.ts';
import { Connection } from './embedded/connection.ts';
import { connectMongo } from './mongo/connect.ts';
import { openStore } from './store.ts';
import { databases } from './testing/databases.ts';
import { sampleCommit } from './testing/sample.ts';

/** Bits flipped at every ninth place: each lands in a band of its own. */
function flipped(simhash: string, bits: number): string {
  let value = BigInt(`0x${simhash}`);
  for (let i = 0; i < bits; i++) value ^= 1n << BigInt(i * 9);
  return value.toString(16).padStart(16, '0');
}

const original = '0123456789abcdef';
const page = (url: string, simhash: string | null, more: Partial<Page> = {}) =>
  Page.parse({
    url,
    source: 'demo',
    role: 'article',
    simhash,
    bands: simhash ? bands(simhash) : [],
    ...more,
  });

/** Makes a store what the release before the bands had left. */
async function withoutBands(location: string): Promise<void> {
  const db = new Connection(`${location}/store.db`);
  db.exec(`DROP TABLE "pages_bands"; UPDATE "pages" SET "body" = json_remove("body", '$.bands')`);
  db.exec('PRAGMA user_version = 1');
  db.close();
}

async function withoutBandsInMongo(location: string): Promise<void> {
  const { client, db } = await connectMongo(location);
  await db.collection('pages').updateMany({}, { $unset: { bands: 1 } });
  await db.collection<{ _id: number }>('migrations').deleteMany({ _id: { $gt: 1 } });
  await client.close();
}

describe.each(databases())('copies of a text: $kind', ({ kind, missing, fresh }) => {
  let store: DocumentStore;
  let location: string;
  beforeEach(async (context) => {
    if (missing) context.skip();
    location = fresh();
    store = await openStore(location);
  });
  afterEach(() => store?.close());

  const save = async (...pages: Page[]) => {
    for (const one of pages) await store.savePage(one);
  };

  it('are found up to the distance at which texts are copies, nearest first', async () => {
    await save(
      page('u', original),
      page('seven', flipped(original, 7)),
      page('same', original, { address: 'http://s.cn/x?from=u', source: 'other' }),
      page('three', flipped(original, 3), { fetchedAt: 5, deletedAt: 9 }),
      page('eight', flipped(original, 8)),
      page('far', 'fedcba9876543210'),
      page('short', null),
    );
    expect(hammingDistance(original, flipped(original, 7))).toBe(7);
    const copies = await store.copiesOf('u');
    expect(copies.map((c) => [c.page, c.distance])).toEqual([
      ['same', 0],
      ['three', 3],
      ['seven', 7],
    ]);
    expect(copies[0]).toMatchObject({ address: 'http://s.cn/x?from=u', source: 'other', deletedAt: null });
    expect(copies[1]).toMatchObject({ address: 'three', fetchedAt: 5, deletedAt: 9 });
    expect(await store.copiesOf('short')).toEqual([]);
    expect(await store.copiesOf('unknown')).toEqual([]);
  });

  it('are those of the text that a page has now', async () => {
    const other = 'fedcba9876543210';
    await save(page('u', original), page('v', other), page('moving', original));
    const copiesOf = async (url: string) => (await store.copiesOf(url)).map((copy) => copy.page);
    await save(page('moving', original, { fetchedAt: 5 }));
    expect(await copiesOf('u')).toEqual(['moving']);
    await save(page('moving', other));
    expect([await copiesOf('u'), await copiesOf('v')]).toEqual([[], ['moving']]);
    await save(page('moving', null));
    expect([await copiesOf('u'), await copiesOf('v')]).toEqual([[], []]);
  });

  it('are neither the further parts of a text nor its former addresses', async () => {
    await save(
      page('u', original),
      page('part', original, { role: 'part', partOf: 'u' }),
      page('moved', original, { role: 'other', movedTo: 'u' }),
    );
    expect(await store.copiesOf('u')).toEqual([]);
    expect(await store.copiesOf('part')).toEqual([]);
  });

  it('follow the text when it changes', async () => {
    await save(page('u', original), page('v', original));
    await save(page('v', 'fedcba9876543210'));
    expect(await store.copiesOf('u')).toEqual([]);
    await save(page('v', flipped(original, 1)));
    expect((await store.copiesOf('u')).map((c) => c.page)).toEqual(['v']);
  });

  it('come with the documents that readers see there', async () => {
    await save(page('u', original), page('v', original));
    await store.commit(sampleCommit('v', [{ figures: [{ value: 5 }] }, { figures: [{ value: 6 }] }]));
    const [copy] = await store.copiesOf('u');
    expect(copy?.documents).toEqual([documentId('v', 1), documentId('v', 2)]);
  });

  it('stand together in a list, a copy of a copy included', async () => {
    await save(
      page('lone', 'fedcba9876543210'),
      page('a', original),
      page('b', flipped(original, 5)),
      page('c', flipped(flipped(original, 8), 1)),
      page('unasked', original),
    );
    expect(hammingDistance(flipped(original, 5), flipped(flipped(original, 8), 1))).toBe(4);
    const clusters = await store.clustersOf(['c', 'lone', 'b', 'a', 'b', 'unknown']);
    expect(clusters.map((cluster) => cluster.map((c) => c.page))).toEqual([['c', 'b', 'a']]);
    expect(clusters[0]!.map((c) => c.distance)).toEqual([0, 4, 7]);
  });

  it('are found of pages that an earlier release stored', async () => {
    await save(page('u', original), page('v', original));
    await store.close();
    await (kind === 'embedded' ? withoutBands : withoutBandsInMongo)(location);
    store = await openStore(location);
    expect((await store.copiesOf('u')).map((c) => c.page)).toEqual(['v']);
    expect((await store.getPage('v'))?.bands).toEqual(bands(original));
  });
});
