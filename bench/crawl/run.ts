// Pages per second beside Crawlee and a plain loop, and what the queues cost.
// npm run bench:crawl [-- --pages 5000 --runs 2 --store mongodb --only crawlee,crawlee-kept,assembled,plain,handlers,zhibiao]
import { type ChildProcess, fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Task, Word } from './contestants/contestant.ts';
import { cpuPerPage, pagesPerSecond, type Result, resultTable } from './table.ts';
import { watchUsage } from './usage.ts';

const contestants = {
  crawlee: 'Crawlee CheerioCrawler: fetched and selected, nothing kept',
  'crawlee-kept': 'Crawlee with its defaults: fetched, selected and pushed into its dataset',
  assembled: 'Crawlee + Readability (linkedom) + Recognizers-Text + MongoDB insertMany',
  plain: 'undici + cheerio loop: fetched and selected, nothing kept',
  handlers: "Zhibiao's handlers without queues, one process",
  zhibiao: 'Zhibiao: robots, host gate, archived, cleaned, parsed, stored',
} as const;
type Contestant = keyof typeof contestants;

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '1' },
    store: { type: 'string', default: 'embedded' },
    only: { type: 'string', default: Object.keys(contestants).join(',') },
  },
});
const pages = Number(values.pages);
const chosen = values.only.split(',').filter((name): name is Contestant => name in contestants);
const { store } = values;
if (!(pages >= 2) || chosen.length === 0 || (store !== 'embedded' && store !== 'mongodb')) {
  console.error(
    `--pages takes a number from 2 on, --store embedded or mongodb, --only some of ${Object.keys(contestants).join(',')}`,
  );
  process.exit(2);
}

const script = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
const start = (name: string, ...args: string[]) =>
  fork(script(name), args, { execArgv: ['--import', 'tsx'] });
const next = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    const failed = (code: number | null) =>
      reject(new Error(`${child.spawnargs.at(-2)} ended with code ${code}`));
    child.once('exit', failed);
    child.once('message', (word) => {
      child.off('exit', failed);
      resolve(word as T);
    });
  });

const server = start('site-server', String(pages));
const site = await next<{ origin: string; start: string }>(server);
const results = new Map<Contestant, Result[]>();
for (let turn = 0; turn < Number(values.runs); turn++) {
  for (const name of chosen) {
    const result = await compete(name, { ...site, pages, store });
    results.set(name, [...(results.get(name) ?? []), result]);
    const notes = Object.entries(result.notes).map(([what, n]) => `, ${n} ${what}`);
    console.error(
      `${name}: ${Math.round(pagesPerSecond(result))} pages/s, ${result.articles} articles${notes.join('')}`,
    );
  }
}
server.disconnect();
report();

async function compete(name: Contestant, task: Task): Promise<Result> {
  const child = start(`contestants/${name}`, JSON.stringify(task));
  const ready = await next<Extract<Word, { kind: 'ready' }>>(child);
  const usage = watchUsage([...ready.processes, { role: 'site', pid: server.pid ?? 0 }]);
  child.send('go');
  const done = await next<Extract<Word, { kind: 'done' }>>(child);
  const {
    cpuMs: { site: siteMs = 0, ...cpuMs },
    peakRss: { site: _, ...peakRss },
  } = usage.stop();
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.send('close');
  await exit;
  server.send('count');
  const { served } = await next<{ served: number }>(server);
  return {
    name: contestants[name],
    pages: served,
    ms: done.ms,
    articles: done.articles,
    usage: { cpuMs, peakRss },
    notes: { ...done.notes, 'ms of the site': siteMs },
  };
}

function report() {
  const rows = [...results.values()].map((all) => ({
    all,
    best: all.reduce((a, b) => (pagesPerSecond(a) >= pagesPerSecond(b) ? a : b)),
  }));
  const cores = cpus();
  console.log(
    `${pages} pages, Zhibiao's stores ${store}, Node ${process.version}, ${cores.length} cores (${cores[0]?.model.trim()})\n`,
  );
  console.log(resultTable(rows));
  const bestOf = (name: Contestant) => rows.find((row) => row.best.name === contestants[name])?.best;
  const [zhibiao, bare] = [bestOf('zhibiao'), bestOf('handlers')];
  for (const name of ['crawlee', 'crawlee-kept', 'assembled'] as const) {
    const peer = bestOf(name);
    if (!zhibiao || !peer) continue;
    const times = (pagesPerSecond(zhibiao) / pagesPerSecond(peer)).toFixed(1);
    console.log(`\nZhibiao does ${times} times the pages per second of: ${peer.name}.`);
  }
  if (zhibiao && bare) {
    const share = 1 - cpuPerPage(bare) / cpuPerPage(zhibiao);
    console.log(
      `Queues take ${Math.round(share * 100)} % of the processor time (workers, Redis and producer together).`,
    );
  }
}
