import { MongoClient } from 'mongodb';
import type { DocumentStore } from '../../packages/store/src/document-store.ts';
import { walk } from '../../packages/store/src/tables/walk.ts';

/** What a team would write first: every observation a document of its own, with the indexes that its readers need. */
const indexes = ['topic', 'observation.period.start', 'source', 'observation.flags'].map((field) => ({
  key: { [field]: 1, order: 1 } as const,
}));

/**
 * Writes the observations of some documents again by `insertMany`, into a collection beside the store's own.
 * @returns documents per second, CPU milliseconds of this process for each, and how many bytes the store itself takes
 */
export async function measurePlain(url: string, store: DocumentStore, sample: number, workers: number) {
  const client = await new MongoClient(url).connect();
  const db = client.db();
  const { storageSize, indexSize } = await db.stats();
  const plain = db.collection<{ _id: string }>('plain', { writeConcern: { w: 'majority' } });
  await plain.createIndexes([{ key: { order: 1 } }, ...indexes]);
  const batches: { _id: string }[][] = [];
  for await (const { document, n } of walk(store.tables.versions)) {
    if (batches.length === sample) break;
    const rows = await store.observationsOf(document, n);
    batches.push(rows.map(({ key, ...row }) => ({ _id: key, ...row })));
  }
  const start = performance.now();
  const usage = process.cpuUsage();
  const waiting = [...batches];
  const worker = async () => {
    for (let rows = waiting.pop(); rows; rows = waiting.pop())
      await plain.insertMany(rows, { ordered: false });
  };
  await Promise.all(Array.from({ length: workers }, worker));
  const { user, system } = process.cpuUsage(usage);
  const ms = performance.now() - start;
  await plain.drop();
  await client.close();
  return {
    sample: batches.length,
    rate: (batches.length * 1_000) / ms,
    cpu: (user + system) / 1_000 / batches.length,
    bytes: Number(storageSize) + Number(indexSize),
  };
}
