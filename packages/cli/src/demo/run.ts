import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSources } from '@zhibiao/crawler/sources';
import { createProgress } from '@zhibiao/runtime/progress';
import { awaitRun, startCrawl } from '@zhibiao/runtime/runs';
import { untilStopped } from '@zhibiao/runtime/stop-signals';
import type { Terminal } from '@zhibiao/runtime/terminal';
import type { Config, Source } from '@zhibiao/shared';
import { type RunningSystem, startSystem } from '../app/up.ts';
import { whatHasBecome } from './next-day.ts';
import { showReports } from './reports-as-they-come.ts';
import { type DemoSite, startDemoSite } from './site.ts';
import { printDemoTable } from './table.ts';

/** The origins that the demo's source files name; the real ones are known when the sites listen. */
const writtenOrigins = {
  site: 'http://demo.zhibiao.example',
  traps: 'http://traps.zhibiao.example',
  guarded: 'http://guarded.zhibiao.example',
} as const;
type Sites = { readonly [K in keyof typeof writtenOrigins]: DemoSite };
/** Beside the code in the package that people install, else in the repository. */
const demoDir =
  ['../../seeds/demo/', '../../../../seeds/demo/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find(existsSync) ?? 'seeds/demo';

/** Sources of the servers that misbehave on purpose: crawled only when they are asked for, so that a first screen is not red. */
const trapSources = ['demo-traps', 'demo-guarded'];

/**
 * `up`, the demo site, a crawl of it, another one a day later, a table. Leaves the console running unless `once`; `traps`
 * crawls the servers that misbehave too.
 */
export async function runDemo(
  config: Config,
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
  options: { once?: boolean; traps?: boolean },
): Promise<void> {
  const stop = new AbortController();
  const stopped = untilStopped().then(() => stop.abort());
  const system = await startSystem(config, env, terminal.say);
  const sites = await startSites(config);
  try {
    terminal.say(`console    ${system.consoleUrl}`);
    terminal.say(`demo site  ${sites.site.origin}`);
    terminal.say(`logs       ${system.logFile}\n`);
    const all = await applyDemoSources(system, sites);
    const sources = all.filter(({ id }) => options.traps || !trapSources.includes(id));
    await crawlAndShow(system, sources, terminal, stop.signal);
    await crawlNextDay(config, system, sites, sources, terminal, stop.signal);
    await printDemoTable(system.stores.store, sources, terminal);
    if (options.once || stop.signal.aborted) return;
    terminal.say(`\nThe console is at ${system.consoleUrl} — Ctrl-C stops everything that was started here.`);
    await stopped;
    terminal.say('stopping …');
  } finally {
    await system.stop();
    for (const site of Object.values(sites)) await site.close();
  }
}

/**
 * The servers that misbehave, and the one that blocks, are hosts of their own: the crawler leaves a host alone that
 * answers 429 or 503 or with a block page, and the other sites must not wait for that. Ports stay from one start to the
 * next: a page's address is its identity.
 */
async function startSites(config: Config): Promise<Sites> {
  const dir = join(demoDir, 'site');
  const before = readNote(config);
  const day = before.day ?? 1;
  const site = await startDemoSite({ dir, port: before.site, day });
  const traps = await startDemoSite({ dir, port: before.traps ?? site.port + 1, day });
  const guarded = await startDemoSite({ dir, port: before.guarded ?? traps.port + 1, day });
  mkdirSync(config.dataDir, { recursive: true });
  writeNote(config, { site: site.port, traps: traps.port, guarded: guarded.port, day });
  return { site, traps, guarded };
}

/** What one start of the demo leaves to the next: where its sites were, and which day it is there. */
interface Note {
  site?: number;
  traps?: number;
  guarded?: number;
  day?: 1 | 2;
}

const noteFile = (config: Config) => join(config.dataDir, 'demo-ports.json');

function readNote(config: Config): Note {
  try {
    return JSON.parse(readFileSync(noteFile(config), 'utf8'));
  } catch {
    return {};
  }
}

function writeNote(config: Config, note: Note): void {
  writeFileSync(noteFile(config), JSON.stringify(note));
}

async function applyDemoSources(system: RunningSystem, sites: Sites): Promise<Source[]> {
  const names = Object.keys(writtenOrigins) as (keyof typeof writtenOrigins)[];
  const here = (url: string) =>
    names.reduce((address, name) => address.replace(writtenOrigins[name], sites[name].origin), url);
  const hosts = Object.values(sites).map(({ origin }) => new URL(origin).host);
  const sources = (await loadSources(join(demoDir, 'sources'))).map((source) => ({
    ...source,
    start: source.start.map(here),
    sitemaps: source.sitemaps.map(here),
    allowHosts: hosts,
  }));
  for (const source of sources) await system.stores.store.saveSource(source);
  return sources;
}

async function crawlAndShow(
  system: RunningSystem,
  sources: Source[],
  terminal: Terminal,
  signal: AbortSignal,
) {
  const { stores, producer } = system;
  const deps = { store: stores.store, producer };
  const run = await startCrawl(deps, { sources });
  const progress = createProgress(process.stderr);
  const showing = showReports(stores.store, sources, (line) => {
    progress.clear();
    terminal.say(line);
  });
  const state = await awaitRun(deps, run, progress, signal);
  await showing.stop();
  const done = Object.entries(state.byQueue).map(([queue, n]) => `${queue} ${n.done}`);
  terminal.say(`\nrun ${run}: ${done.join(', ')}, quarantined ${state.failed}`);
  for (const record of await stores.store.listQuarantine({ run, resolved: false })) {
    terminal.say(`  ${record.error.padEnd(24)} ${record.input}`);
  }
}

/** Lets a day pass on the sites, and crawls again what they hold: some of it has changed, moved or gone. */
async function crawlNextDay(
  config: Config,
  system: RunningSystem,
  sites: Sites,
  sources: readonly Source[],
  terminal: Terminal,
  signal: AbortSignal,
) {
  const note = readNote(config);
  if (note.day === 2 || signal.aborted) return;
  sites.site.nextDay();
  const { store } = system.stores;
  const startedAt = Date.now();
  // The misbehaving servers have shown what they can.
  const again = sources.filter((source) => source.start.every((url) => url.startsWith(sites.site.origin)));
  const deps = { store, producer: system.producer };
  const run = await startCrawl(deps, { sources: again, again: true });
  await awaitRun(deps, run, createProgress(process.stderr), signal);
  if (signal.aborted) return;
  writeNote(config, { ...note, day: 2 });
  terminal.say(`\nrun ${run}, a day later on the sites:`);
  for (const line of await whatHasBecome(store, again, startedAt)) terminal.say(`  ${line}`);
}
