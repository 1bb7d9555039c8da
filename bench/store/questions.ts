// How long the first page of every question takes, with no filter and with each.
//   npm run bench:questions -- [--store embedded|mongodb] [--sizes 1000,10000] [--per 200] [--rounds 20] [--only
// ranking] [--most 50] [--keep DIR]
// `--keep` names a folder in which the embedded store stays and is found again: then only what it lacks is written.
// `--most` marks what takes more CPU.
// The time of the CPU, of MongoDB's server too, tells more than the clock where other work is on the machine.
// MongoDB is that of MONGODB_URL, else what the tests use. Figures depend on the machine: run it alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseAt, startMongo } from '../../infra/mongo.ts';
import type { DocumentStore } from '../../packages/store/src/document-store.ts';
import { openStore } from '../../packages/store/src/store.ts';
import { asked } from './asked.ts';
import { cpuMs } from './cpu.ts';
import { makeReport } from './reports.ts';

const { values: options } = parseArgs({
  options: {
    store: { type: 'string', default: 'embedded' },
    sizes: { type: 'string', default: '1000,10000' },
    per: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    most: { type: 'string', default: '50' },
    keep: { type: 'string' },
  },
});
const [per, rounds, most] = [options.per, options.rounds, options.most].map(Number) as [
  number,
  number,
  number,
];
const sizes = options.sizes.split(',').map(Number);
const mongo = options.store === 'mongodb' ? await startMongo({ log: console.error }) : null;
if (mongo && !mongo.url) throw new Error(mongo.what);
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'zhibiao-bench-'));
const store = await openStore(mongo ? databaseAt(mongo.url!, `bench-${process.pid}`) : folder);
const wanted = asked.filter(([question]) => question.includes(options.only));

const cells = new Map<string, string[]>(wanted.map(([question, filter]) => [`${question} | ${filter}`, []]));
const slow: string[] = [];
for (const size of sizes) {
  await fill(store, size);
  for (const [question, filter, ask] of wanted) {
    const { wall, cpu } = await measure(ask);
    const shown = [wall, cpu].map(([median, late]) => `${median.toFixed(1)} (${late.toFixed(1)})`);
    cells.get(`${question} | ${filter}`)!.push(...shown);
    if (cpu[1] > most) slow.push(`${question}, ${filter}: ${cpu[1].toFixed(0)} ms of CPU at ${size}`);
  }
}
console.log(`store: ${mongo ? mongo.what : 'embedded'}; ${per} observations a document\n`);
console.log('Milliseconds of the first page, median (and 95th percentile), by the clock and of CPU\n');
const heads = sizes.flatMap((size) => [`${size.toLocaleString('en')} documents`, 'CPU']);
console.log(`| question | filter | ${heads.join(' | ')} |`);
console.log(`| --- | --- | ${heads.map(() => '---:').join(' | ')} |`);
for (const [row, found] of cells) console.log(`| ${row} | ${found.join(' | ')} |`);
console.log(
  `\nmore than ${most} ms of CPU at the 95th percentile: ${slow.length === 0 ? 'none' : `\n- ${slow.join('\n- ')}`}`,
);
await store.close();
await mongo?.stop();
if (!options.keep) rmSync(folder, { recursive: true, force: true });

/** Writes what is missing of the first `size` reports. */
async function fill(store: DocumentStore, size: number): Promise<void> {
  const start = performance.now();
  for (let i = await store.tables.documents.count({}); i < size; i += 100) {
    const inputs = Array.from({ length: Math.min(100, size - i) }, (_, k) => makeReport(i + k, per));
    await Promise.all(inputs.map((input) => store.commit(input)));
    if (i % 1_000 === 0)
      console.error(`${i} of ${size}, ${Math.round((performance.now() - start) / 1_000)} s`);
  }
}

interface Measured {
  /** median and 95th percentile, milliseconds */
  wall: [number, number];
  cpu: [number, number];
}

/** The first time, which loads what is loaded once, does not count. */
async function measure(ask: (typeof asked)[number][2]): Promise<Measured> {
  const times: number[] = [];
  const cpus: number[] = [];
  for (let i = 0; i <= rounds; i++) {
    const before = cpuMs(mongo?.pid);
    const start = performance.now();
    await ask(store, i);
    times.push(performance.now() - start);
    cpus.push(cpuMs(mongo?.pid) - before);
  }
  return { wall: late(times), cpu: late(cpus) };
}

function late(measured: readonly number[]): [number, number] {
  const sorted = measured.slice(1).sort((a, b) => a - b);
  return [sorted[Math.floor(rounds / 2)]!, sorted[Math.ceil(rounds * 0.95) - 1]!];
}
