// How fast the store writes and answers, as it grows.
//   npm run bench:store -- [--store embedded|mongodb] [--sizes 1000,10000] [--per 200] [--workers 16]
// MongoDB is that of MONGODB_URL, else what the tests use. Figures depend on the machine: run it alone.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseAt, startMongo } from '../../infra/mongo.ts';
import type { Commit } from '../../packages/store/src/document-store.ts';
import { Connection } from '../../packages/store/src/embedded/connection.ts';
import { openStore } from '../../packages/store/src/store.ts';
import { measurePlain } from './plain.ts';
import { measureReads } from './reads.ts';
import { makeCommit } from './sample.ts';

const { values: options } = parseArgs({
  options: {
    store: { type: 'string', default: 'embedded' },
    sizes: { type: 'string', default: '1000,10000' },
    per: { type: 'string', default: '200' },
    workers: { type: 'string', default: '16' },
  },
});
const per = Number(options.per);
const sizes = options.sizes.split(',').map(Number);
const mongo = options.store === 'mongodb' ? await startMongo({ log: console.error }) : null;
if (mongo && !mongo.url) throw new Error(mongo.what);
const folder = mkdtempSync(join(tmpdir(), 'zhibiao-bench-'));
const url = mongo ? databaseAt(mongo.url!, `bench-${process.pid}`) : null;
const store = await openStore(url ?? folder);
console.log(`store: ${mongo ? mongo.what : 'embedded'}; ${per} observations a document\n`);

console.log(
  '| documents | observations | versions/s | observations/s | CPU ms a version | again (duplicates)/s | superseding/s | CPU ms |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
const reads: string[][] = [];
let written = 0;
for (const size of sizes) {
  const first = written;
  const fresh = await timed(size - first, (i) => makeCommit(first + i, per, 1));
  const sample = Math.min(200, size);
  const spread = (i: number) => i * Math.floor(size / sample);
  const again = await timed(sample, (i) => makeCommit(spread(i), per, 1));
  const changed = await timed(sample, (i) => makeCommit(spread(i), per, 1 + size));
  written = size;
  const rows = [
    size,
    size * per,
    fresh.rate,
    fresh.rate * per,
    fresh.cpu,
    again.rate,
    changed.rate,
    changed.cpu,
  ];
  console.log(`| ${rows.map((n) => Math.round(n).toLocaleString('en')).join(' | ')} |`);
  reads.push([String(size), ...(await measureReads(store))]);
}
console.log('\nMilliseconds of a query, median (and 95th percentile) of 20; a page has 100 rows\n');
const heads = ['documents', ...measureReads.names];
console.log(`| ${heads.join(' | ')} |\n| ${heads.map(() => '---:').join(' | ')} |`);
for (const row of reads) console.log(`| ${row.join(' | ')} |`);
const observations = written * per;
if (url) {
  const { sample, ...rest } = await measurePlain(url, store, Math.min(500, written), Number(options.workers));
  console.log(`\ninsertMany of ${sample} documents' observations with five indexes, nothing else:`);
  console.log(
    `${rest.rate.toFixed(0)} documents/s, ${rest.cpu.toFixed(1)} ms of CPU of this process for each`,
  );
  console.log(`bytes for each observation, indexes included: ${Math.round(rest.bytes / observations)}`);
}
await store.close();
if (!mongo) {
  const file = join(folder, 'store.db');
  // What the log still holds belongs to the file.
  const db = new Connection(file);
  db.all('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = statSync(file).size;
  console.log(
    `\nfile: ${Math.round(bytes / 2 ** 20)} MB, ${Math.round(bytes / observations)} bytes for each observation`,
  );
}
await mongo?.stop();
rmSync(folder, { recursive: true, force: true });

/**
 * Commits `count` inputs; making them up is not part of the time. @returns commits per second, and CPU milliseconds of
 * this process for each
 */
async function timed(count: number, make: (i: number) => Commit): Promise<{ rate: number; cpu: number }> {
  let ms = 0;
  let cpu = 0;
  for (let begin = 0; begin < count; begin += 100) {
    const inputs = Array.from({ length: Math.min(100, count - begin) }, (_, i) => make(begin + i));
    const start = performance.now();
    const usage = process.cpuUsage();
    const worker = async () => {
      for (let input = inputs.pop(); input; input = inputs.pop()) await store.commit(input);
    };
    await Promise.all(Array.from({ length: Number(options.workers) }, worker));
    const { user, system } = process.cpuUsage(usage);
    ms += performance.now() - start;
    cpu += (user + system) / 1_000;
  }
  return { rate: (count / ms) * 1_000, cpu: cpu / count };
}
