import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { Connection } from '../embedded/connection.ts';
import { connectMongo } from '../mongo/connect.ts';
import { openStore } from '../store.ts';
import { freshMongo } from '../testing/databases.ts';
import { sampleCommit } from '../testing/sample.ts';

const input = sampleCommit('http://example.com/a', [{ figures: [{ value: 1, flags: ['x'] }, { value: 2 }] }]);
const mongoUrl = inject('mongoUrl');

describe('a store of an older release', () => {
  it('embedded: gets the present indexes, and what it holds is found by them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibiao-migrations-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const store = await openStore(folder);
    await store.commit(input);
    await store.close();
    const db = new Connection(join(folder, 'store.db'));
    const names = () =>
      db.all(`SELECT "name" FROM sqlite_master WHERE "sql" IS NOT NULL`).map(({ name }) => name);
    const present = names();
    // As schema 2 had it.
    for (const name of present)
      if (/_flags_/.test(String(name)) && !/_by_/.test(String(name))) db.exec(`DROP TABLE "${name}"`);
    for (const side of ['versions_report_flags', 'observations_observation_flags'])
      db.exec(`CREATE TABLE "${side}" ("value" TEXT, "id" TEXT, PRIMARY KEY ("value", "id")) WITHOUT ROWID`);
    db.exec(
      `CREATE INDEX "observations_current_by_topic_order" ON "observations" ("topic", "order") WHERE "current" = 1`,
    );
    db.exec('DROP INDEX "observations_by_topic_order_current"');
    db.exec('PRAGMA user_version = 2');
    db.close();
    const again = await openStore(folder);
    onTestFinished(() => again.close());
    const { rows } = await again.observations({ flags: ['x'] });
    expect(rows.map((row) => row.observation.value)).toEqual([1]);
    const after = new Connection(join(folder, 'store.db'));
    onTestFinished(() => after.close());
    expect(
      after
        .all(`SELECT "name" FROM sqlite_master WHERE "sql" IS NOT NULL`)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(present.sort());
  });

  it.skipIf(mongoUrl === null)(
    'MongoDB: gets the present indexes, keeps those of others, and a step that broke off runs again',
    async () => {
      const url = freshMongo('migrations', onTestFinished);
      await (await openStore(url)).close();
      const { client, db } = await connectMongo(url);
      onTestFinished(() => client.close());
      const observations = db.collection('observations');
      const present = (await observations.indexes()).map(({ name }) => name);
      expect(present).toContain('by_topic_order_current');
      await observations.createIndex({ topic: 1, order: 1 }, { name: 'current_by_topic_order' });
      await observations.createIndex({ topic: 1, key: 1 }, { name: 'of the administrator' });
      await db.collection<{ _id: number }>('migrations').deleteMany({ _id: { $gte: 3 } });
      await (await openStore(url)).close();
      const names = (await observations.indexes()).map(({ name }) => name);
      expect(names.sort()).toEqual([...present, 'of the administrator'].sort());
      await db.collection<{ _id: number }>('migrations').insertOne({ _id: 99 });
      await expect(openStore(url)).rejects.toMatchObject({ name: 'UnknownSchemaError' });
    },
  );
});
