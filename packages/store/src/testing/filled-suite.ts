import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { connectMongo, type MongoConnection } from '../mongo/connect.ts';
import { openStore } from '../store.ts';
import { freshMongo } from './databases.ts';
import { fill } from './filled.ts';
import { explain, questions, wasteful } from './filled-plans.ts';

/** @param documents how many the store is filled with, of 100 observations each @param limit for the filling, milliseconds */
export function describeFilledPlans(documents: number, limit: number): void {
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

    it.each(Object.keys(questions))('%s', (name) => explain(connection, store, questions[name]!));

    // Each of these turns red when it has become better: then it belongs among the questions above.
    it.fails.each(Object.keys(wasteful))('known to read too much: %s', (name) =>
      explain(connection, store, wasteful[name]!),
    );
  });
}
