import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSources } from '@zhibiao/crawler/sources';
import type { Config, Source } from '@zhibiao/shared';
import { awaitRun, startCrawl } from '../house/crawl.ts';
import { untilStopped } from '../house/stop-signals.ts';
import { type RunningHouse, startHouse } from '../house/up.ts';
import { createProgress } from '../output/progress.ts';
import type { Terminal } from '../terminal.ts';
import { type DemoSite, startDemoSite } from './site.ts';
import { printDemoTable } from './table.ts';

/** The origin that the demo's source files name; the real one is known when the site listens. */
const writtenOrigin = 'http://demo.zhibiao.example';
const demoDir = fileURLToPath(new URL('../../../../seeds/demo/', import.meta.url));

/** `up`, the demo site, a crawl of it, a table. Leaves the console running unless `once`. */
export async function runDemo(
  config: Config,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
  options: { once?: boolean },
): Promise<void> {
  const stop = new AbortController();
  const stopped = untilStopped().then(() => stop.abort());
  const house = await startHouse(config, env, terminal.say);
  const site = await startSite(config);
  try {
    terminal.say(`demo site ${site.origin}, logs ${house.logFile}`);
    const sources = await applyDemoSources(house, site);
    await crawlAndShow(house, sources, terminal, stop.signal);
    if (options.once || stop.signal.aborted) return;
    terminal.say(`\nThe console is at ${house.consoleUrl} — Ctrl-C stops everything that was started here.`);
    await stopped;
    terminal.say('stopping …');
  } finally {
    await house.stop();
    await site.close();
  }
}

/** The site keeps its port from one start to the next: a page's address is its identity. */
async function startSite(config: Config): Promise<DemoSite> {
  const note = join(config.dataDir, 'demo-port');
  const site = await startDemoSite({ dir: join(demoDir, 'site'), port: readPort(note) });
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(note, String(site.port));
  return site;
}

function readPort(note: string): number | undefined {
  try {
    return Number(readFileSync(note, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

async function applyDemoSources(house: RunningHouse, site: DemoSite): Promise<Source[]> {
  const here = (url: string) => url.replace(writtenOrigin, site.origin);
  const sources = (await loadSources(join(demoDir, 'sources'))).map((source) => ({
    ...source,
    start: source.start.map(here),
    sitemaps: source.sitemaps.map(here),
    allowHosts: [new URL(site.origin).host],
  }));
  for (const source of sources) await house.stores.store.saveSource(source);
  return sources;
}

async function crawlAndShow(house: RunningHouse, sources: Source[], terminal: Terminal, signal: AbortSignal) {
  const { stores, producer } = house;
  const run = await startCrawl(stores.store, producer, { sources, urls: [] }, Date.now());
  const progress = createProgress(process.stderr);
  const state = await awaitRun(stores.store, producer, run, progress, signal);
  await printDemoTable(stores.store, sources, terminal);
  const done = Object.entries(state.byQueue).map(([queue, n]) => `${queue} ${n.done}`);
  terminal.say(`\nrun ${run}: ${done.join(', ')}, quarantined ${state.failed}`);
  for (const record of await stores.store.listQuarantine({ run, resolved: false })) {
    terminal.say(`  ${record.error.padEnd(24)} ${record.input}`);
  }
}
