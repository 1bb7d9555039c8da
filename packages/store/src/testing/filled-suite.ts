import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { Connection } from '../embedded/connection.ts';
import { connectMongo, type MongoConnection } from '../mongo/connect.ts';
import { openStore } from '../store.ts';
import { freshMongo } from './databases.ts';
import { fill } from './filled.ts';
import { explainEmbedded, explainMongo } from './filled-plans.ts';
import { questions } from './filled-questions.ts';

/** What reads more keys than it should: no index begins with these, and each row of the order is looked at. */
const wasteful: ReadonlySet<string> = new Set([
  'observations {"minConfidence":0.95}',
  'observations {"since":9000000000000}',
]);

/** @param documents how many the store is filled with, of 100 observations each @param limit for the filling, milliseconds */
export function describeFilledPlans(documents: number, limit: number): void {
  describe(`plans of SQLite over ${documents} documents`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibiao-filled-'));
    let store: DocumentStore;
    let db: Connection;
    beforeAll(async () => {
      store = await openStore(folder);
      await fill(store, documents);
      db = new Connection(join(folder, 'store.db'));
    }, limit);
    afterAll(async () => {
      db?.close();
      await store?.close();
      await rm(folder, { recursive: true });
    });
    each((name) => explainEmbedded(db, store, questions[name]!));
  });

  describe.skipIf(!inject('mongoReal'))(`plans of MongoDB over ${documents} documents`, () => {
    const url = inject('mongoReal') ? freshMongo('filled') : '';
    let store: DocumentStore;
    let connection: MongoConnection;
    beforeAll(async () => {
      store = await openStore(url);
      connection = await connectMongo(url);
      await fill(store, documents);
    }, limit);
    afterAll(async () => {
      await connection?.client.close();
      await store?.close();
    });
    each((name) => explainMongo(connection, store, questions[name]!));
  });
}

function each(look: (name: string) => Promise<void>): void {
  it.each(Object.keys(questions).filter((name) => !wasteful.has(name)))('%s', look);
  // Each of these turns red when it has become better: then it belongs among the others.
  it.fails.each([...wasteful])('known to read too much: %s', look);
}
