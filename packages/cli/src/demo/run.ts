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

/** The origins that the demo's source files name; the real ones are known when the sites listen. */
const writtenOrigins = {
  site: 'http://demo.zhibiao.example',
  traps: 'http://traps.zhibiao.example',
} as const;
type Sites = { readonly [K in keyof typeof writtenOrigins]: DemoSite };
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
  const sites = await startSites(config);
  try {
    terminal.say(`demo site ${sites.site.origin}, logs ${house.logFile}`);
    const sources = await applyDemoSources(house, sites);
    await crawlAndShow(house, sources, terminal, stop.signal);
    if (options.once || stop.signal.aborted) return;
    terminal.say(`\nThe console is at ${house.consoleUrl} — Ctrl-C stops everything that was started here.`);
    await stopped;
    terminal.say('stopping …');
  } finally {
    await house.stop();
    await sites.site.close();
    await sites.traps.close();
  }
}

/**
 * The servers that misbehave are a host of their own: the crawler leaves a host alone that answers 429 or 503, and the
 * other sites must not wait for that. Ports stay from one start to the next: a page's address is its identity.
 */
async function startSites(config: Config): Promise<Sites> {
  const dir = join(demoDir, 'site');
  const note = join(config.dataDir, 'demo-ports.json');
  const before = readPorts(note);
  const site = await startDemoSite({ dir, port: before.site });
  const traps = await startDemoSite({ dir, port: before.traps ?? site.port + 1 });
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(note, JSON.stringify({ site: site.port, traps: traps.port }));
  return { site, traps };
}

function readPorts(note: string): { site?: number; traps?: number } {
  try {
    return JSON.parse(readFileSync(note, 'utf8'));
  } catch {
    return {};
  }
}

async function applyDemoSources(house: RunningHouse, sites: Sites): Promise<Source[]> {
  const here = (url: string) =>
    url.replace(writtenOrigins.site, sites.site.origin).replace(writtenOrigins.traps, sites.traps.origin);
  const hosts = [sites.site, sites.traps].map(({ origin }) => new URL(origin).host);
  const sources = (await loadSources(join(demoDir, 'sources'))).map((source) => ({
    ...source,
    start: source.start.map(here),
    sitemaps: source.sitemaps.map(here),
    allowHosts: hosts,
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
