// What it costs to keep the figures: the same messages are written to a store that keeps them and to one that does not, by turns.
//   npm run bench:figures -- [--store embedded|mongodb] [--documents 600] [--per 200]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseAt, startMongo } from '../../infra/mongo.ts';
import type { Commit, DocumentStore } from '../../packages/store/src/document-store.ts';
import { openStore } from '../../packages/store/src/store.ts';
import { cpuMs } from './cpu.ts';
import { makeReport } from './reports.ts';
import { openWithoutFigures } from './without-figures.ts';

const { values: options } = parseArgs({
  options: {
    store: { type: 'string', default: 'embedded' },
    documents: { type: 'string', default: '600' },
    per: { type: 'string', default: '200' },
  },
});
const [documents, per] = [Number(options.documents), Number(options.per)];
const TURN = 50;
const mongo = options.store === 'mongodb' ? await startMongo({ log: console.error }) : null;
if (mongo && !mongo.url) throw new Error(mongo.what);
const folder = mkdtempSync(join(tmpdir(), 'zhibiao-bench-'));
const at = (name: string) =>
  mongo ? databaseAt(mongo.url!, `bench-${name}-${process.pid}`) : join(folder, name);
const stores = { with: await openStore(at('with')), without: await openWithoutFigures(at('without')) };

const cpu = { with: { fresh: 0, again: 0 }, without: { fresh: 0, again: 0 } };
for (let begin = 0; begin < documents; begin += TURN)
  for (const name of ['with', 'without'] as const)
    cpu[name].fresh += await spent(stores[name], begin, (input) => input);
for (let begin = 0; begin < documents; begin += TURN)
  for (const name of ['with', 'without'] as const)
    cpu[name].again += await spent(stores[name], begin, changed);

console.log(
  `store: ${mongo ? mongo.what : 'embedded'}; ${per} observations a document, ${documents} documents\n`,
);
console.log('| CPU ms a version | with figures | without | share of figures |\n| --- | ---: | ---: | ---: |');
for (const [what, name] of [
  ['fresh', 'first versions'],
  ['again', 'superseding, one value in ten changed'],
] as const) {
  const [with_, without] = [cpu.with[what] / documents, cpu.without[what] / documents];
  const share = Math.round(100 * (1 - without / with_));
  console.log(`| ${name} | ${with_.toFixed(1)} | ${without.toFixed(1)} | ${share} % |`);
}
for (const store of Object.values(stores)) await store.close();
await mongo?.stop();
rmSync(folder, { recursive: true, force: true });

/** @returns milliseconds of CPU for one turn's messages; making them up does not count */
async function spent(store: DocumentStore, begin: number, of: (input: Commit) => Commit): Promise<number> {
  const inputs = Array.from({ length: Math.min(TURN, documents - begin) }, (_, k) =>
    of(makeReport(begin + k, per)),
  );
  const before = cpuMs(mongo?.pid);
  await Promise.all(inputs.map((input) => store.commit(input)));
  return cpuMs(mongo?.pid) - before;
}

/** Another parser reads one value in ten otherwise. */
function changed(input: Commit): Commit {
  const { extraction } = input;
  const reports = extraction.reports.map((report) => ({
    ...report,
    observations: report.observations.map((o, i) => (i % 10 ? o : { ...o, confidence: o.confidence / 2 })),
  }));
  return {
    ...input,
    extraction: { ...extraction, parser: '2.0.0+bbbb', reports },
    extractionKey: `${input.extractionKey.slice(0, -4)}ffff` as Commit['extractionKey'],
  };
}
