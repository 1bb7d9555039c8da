import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { documentId } from '../documents/identity.ts';
import { Connection } from '../embedded/connection.ts';
import { connectMongo } from '../mongo/connect.ts';
import { openStore } from '../store.ts';
import { freshMongo } from '../testing/databases.ts';
import { sampleCommit } from '../testing/sample.ts';

const input = (value: number, time: number) =>
  sampleCommit(
    'http://example.com/a',
    [
      {
        figures: [
          { value, flags: ['x'] },
          { value: 2, name: '人口', code: 'POP' },
        ],
      },
    ],
    {
      time,
    },
  );
const document = documentId('http://example.com/a', 1);
const mongoUrl = inject('mongoUrl');

/** The rows of two versions as releases before schema 6 kept them: each with all that readers get, and its mark. */
async function oldRows(store: DocumentStore): Promise<(Record<string, unknown> & { key: string })[]> {
  const rows = [...(await store.observationsOf(document, 1)), ...(await store.observationsOf(document, 2))];
  return rows.map((row) => ({ ...row, current: row.n === 2, mark: 1 }));
}

async function expectWhole(store: DocumentStore, before: Awaited<ReturnType<typeof oldRows>>) {
  const { rows } = await store.observations({ flags: ['x'] });
  expect(rows.map((row) => row.observation.value)).toEqual([5]);
  const plain = before.map(({ current: _current, mark: _mark, ...row }) => row);
  expect([
    ...(await store.observationsOf(document, 1)),
    ...(await store.observationsOf(document, 2)),
  ]).toEqual(plain);
  expect((await store.figures()).rows.map(({ value }) => value).sort()).toEqual([2, 5]);
  expect((await store.regions()).rows).toMatchObject([{ adcode: '321100', figures: 2 }]);
}

describe('a store of an older release', () => {
  it('embedded: gets the present tables, and what it holds is found by them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibiao-migrations-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const store = await openStore(folder);
    for (const [value, time] of [
      [1, 1],
      [5, 2],
    ] as const)
      await store.commit(input(value, time));
    const before = await oldRows(store);
    await store.close();
    const db = new Connection(join(folder, 'store.db'));
    const schema = () =>
      db
        .all(`SELECT "sql" FROM sqlite_master WHERE "sql" IS NOT NULL`)
        .map(({ sql }) => String(sql))
        .sort();
    const present = schema();
    // As schema 3 had it.
    for (const view of ['observations_flat', 'figures_flat']) db.exec(`DROP VIEW "${view}"`);
    for (const table of [
      'statements',
      'stretches',
      'stretches_topics',
      'stretches_flags',
      'figures',
      'reviews',
      'overrides',
      'places',
    ])
      db.exec(`DROP TABLE "${table}"`);
    db.exec(
      `CREATE TABLE "observations" ("key" TEXT, "topic" TEXT, "order" TEXT, "current" INTEGER, "rev" INTEGER, "body" TEXT NOT NULL, PRIMARY KEY ("key"))`,
    );
    db.exec(
      `CREATE INDEX "observations_by_topic_order_current" ON "observations" ("topic", "order", "current")`,
    );
    db.exec(
      `CREATE TABLE "observations_observation_flags_order" ("value" TEXT, "id" TEXT, PRIMARY KEY ("value", "id")) WITHOUT ROWID`,
    );
    for (const { key, ...row } of before)
      db.run('INSERT INTO "observations" ("key", "body") VALUES (?, ?)', [
        key,
        JSON.stringify({ key, ...row }),
      ]);
    db.exec(`UPDATE "documents" SET "body" = json_remove("body", '$.figures')`);
    db.exec('DROP INDEX "documents_by_figures_done_id"');
    db.exec('ALTER TABLE "documents" DROP COLUMN "figures_done"');
    db.exec('PRAGMA user_version = 3');
    db.close();
    const made: number[] = [];
    const again = await openStore(folder, Date.now, { onFiguresMade: (n) => made.push(n) });
    onTestFinished(() => again.close());
    await expectWhole(again, before);
    expect(made).toEqual([1]);
    const after = new Connection(join(folder, 'store.db'));
    onTestFinished(() => after.close());
    const names = `SELECT "name" FROM sqlite_master ORDER BY "name"`;
    expect(
      after.all(names).filter(({ name }) => /before|observations_observation/.test(String(name))),
    ).toEqual([]);
    expect(after.all(`SELECT "sql" FROM sqlite_master WHERE "sql" IS NOT NULL`)).toHaveLength(present.length);
  });

  it('embedded, of schema 7: a row for each observation becomes one for each region and year', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibiao-migrations-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const store = await openStore(folder);
    for (const [value, time] of [
      [1, 1],
      [5, 2],
    ] as const)
      await store.commit(input(value, time));
    const before = await oldRows(store);
    const stretches = await store.tables.stretches.find({}, { by: 'order' });
    await store.close();
    const db = new Connection(join(folder, 'store.db'));
    for (const table of ['stretches', 'stretches_topics', 'stretches_flags'])
      db.exec(`DROP TABLE "${table}"`);
    db.exec(
      `CREATE TABLE "observations" ("key" TEXT, "body" TEXT NOT NULL, PRIMARY KEY ("key")) WITHOUT ROWID`,
    );
    db.exec(
      `CREATE TABLE "observations_flags_order_confidence" ("value" TEXT, "id" TEXT, PRIMARY KEY ("value", "id")) WITHOUT ROWID`,
    );
    db.exec('PRAGMA user_version = 7');
    db.close();
    const again = await openStore(folder);
    onTestFinished(() => again.close());
    await expectWhole(again, before);
    expect(await again.tables.stretches.find({}, { by: 'order' })).toEqual(stretches);
  });

  it('embedded, of schema 12: figures are found by genre and source', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibiao-migrations-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const store = await openStore(folder);
    await store.commit(input(5, 1));
    const givers = await store.tables.givers.find({});
    await store.close();
    const db = new Connection(join(folder, 'store.db'));
    db.exec('DROP TABLE "givers"');
    db.exec('PRAGMA user_version = 12');
    db.close();
    const again = await openStore(folder);
    onTestFinished(() => again.close());
    expect(await again.tables.givers.find({})).toEqual(givers);
    expect(givers.map(({ id }) => id).sort()).toEqual([
      'genre work-report\tactual\n321100 2022',
      'genre work-report\n321100 2022',
      'source demo\tactual\n321100 2022',
      'source demo\n321100 2022',
    ]);
    const { rows } = await again.figures({ genre: 'work-report', source: 'demo' });
    expect(rows.map(({ value }) => value).sort()).toEqual([2, 5]);
  });

  it.skipIf(mongoUrl === null)(
    'MongoDB: gets the present rows and indexes, keeps indexes of others, and a step that broke off runs again',
    async () => {
      const url = freshMongo('migrations');
      const store = await openStore(url);
      for (const [value, time] of [
        [1, 1],
        [5, 2],
      ] as const)
        await store.commit(input(value, time));
      const before = await oldRows(store);
      await store.close();
      const { client, db } = await connectMongo(url);
      onTestFinished(async () => {
        await db.dropDatabase();
        await client.close();
      });
      const observations = db.collection<Record<string, unknown> & { _id: string }>('observations');
      const versions = db.collection('versions');
      const present = (await versions.indexes()).map(({ name }) => name);
      expect(present).toContain('by_page_order_current');
      await versions.createIndex({ page: 1, order: 1 }, { name: 'current_by_page_order' });
      await versions.createIndex({ page: 1, key: 1 }, { name: 'of the administrator' });
      for (const { key, ...row } of before) await observations.insertOne({ _id: key, ...row });
      for (const name of ['statements', 'stretches', 'figures', 'givers', 'places'])
        await db.collection(name).deleteMany({});
      await db.collection('documents').updateMany({}, { $unset: { figures: 1 } });
      await db.collection<{ _id: number }>('migrations').deleteMany({ _id: { $gte: 3 } });
      const again = await openStore(url);
      await expectWhole(again, before);
      // Broken off in the middle: one version's rows are new, the other's are old.
      for (const { key, ...row } of before) await observations.insertOne({ _id: key, ...row });
      await db.collection('statements').deleteOne({ _id: `${document}.2` as never });
      await db.collection('stretches').deleteMany({ n: 2 });
      await db.collection<{ _id: number }>('migrations').deleteMany({ _id: { $gte: 6 } });
      await again.close();
      const last = await openStore(url);
      await expectWhole(last, before);
      await last.close();
      expect(await db.listCollections({ name: 'observations' }).toArray()).toEqual([]);
      const names = (await versions.indexes()).map(({ name }) => name);
      expect(names.sort()).toEqual([...present, 'of the administrator'].sort());
      await db.collection<{ _id: number }>('migrations').insertOne({ _id: 99 });
      await expect(openStore(url)).rejects.toMatchObject({ name: 'UnknownSchemaError' });
    },
  );
});
