// How fast the store writes and answers, as it grows.
//   npx tsx bench/store/run.ts [--kind embedded|mongodb] [--sizes 1000,10000] [--per 200]
// MongoDB is that of MONGODB_URL, else what the tests use. Figures depend on the machine: run it alone.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMongo } from '../../infra/mongo.mjs';
import { openStore } from '../../packages/store/src/store.ts';
import { measureReads } from './reads.ts';
import { makeCommit } from './sample.ts';

const { values: options } = parseArgs({
  options: {
    kind: { type: 'string', default: 'embedded' },
    sizes: { type: 'string', default: '1000,10000' },
    per: { type: 'string', default: '200' },
    workers: { type: 'string', default: '4' },
  },
});
const per = Number(options.per);
const sizes = options.sizes.split(',').map(Number);
const mongo = options.kind === 'mongodb' ? await startMongo({ log: console.error }) : null;
if (mongo && !mongo.url) throw new Error(mongo.what);
const folder = mkdtempSync(join(tmpdir(), 'zhibiao-bench-'));
const store = await openStore(mongo ? `${mongo.url}/bench-${process.pid}` : folder);
console.log(`store: ${mongo ? mongo.what : 'embedded'}; ${per} observations a document\n`);

console.log(
  '| documents | observations | versions/s | observations/s | again (duplicates)/s | new versions/s |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: |');
const reads: string[][] = [];
let written = 0;
for (const size of sizes) {
  const first = written;
  const cpu = process.cpuUsage();
  const fresh = await timed(size - first, (i) => store.commit(makeCommit(first + i, per, 1)));
  const spent = process.cpuUsage(cpu);
  const each = (spent.user + spent.system) / 1_000 / (size - first);
  const sample = Math.min(200, size);
  const again = await timed(sample, (i) => store.commit(makeCommit(i * Math.floor(size / sample), per, 1)));
  const changed = await timed(sample, (i) =>
    store.commit(makeCommit(i * Math.floor(size / sample), per, 1 + size)),
  );
  written = size;
  const rows = [size, size * per, fresh, fresh * per, each, again, changed];
  console.log(`| ${rows.map((n) => Math.round(n).toLocaleString('en')).join(' | ')} |`);
  reads.push([String(size), ...(await measureReads(store))]);
}
console.log('\nMilliseconds of a query, median (and 95th percentile) of 20; a page has 100 rows\n');
const heads = ['documents', ...measureReads.names];
console.log(`| ${heads.join(' | ')} |\n| ${heads.map(() => '---:').join(' | ')} |`);
for (const row of reads) console.log(`| ${row.join(' | ')} |`);
if (!mongo) console.log(`\nfile: ${Math.round(statSync(join(folder, 'store.db')).size / 2 ** 20)} MB`);
await store.close();
await mongo?.stop();
rmSync(folder, { recursive: true, force: true });

/** @returns calls per second */
async function timed(count: number, work: (i: number) => Promise<unknown>): Promise<number> {
  if (count <= 0) return Number.NaN;
  const start = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Number(options.workers) }, worker));
  return (count / (performance.now() - start)) * 1_000;
}
