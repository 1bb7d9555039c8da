// Main-text extraction beside its npm peers: quality (shingle F1) and speed, on the public article-extraction-benchmark where
// a folder of it is given, and on this repository's own pages.
//   npm run bench:clean [-- <folder that holds article-extraction-benchmark>] [--only <part of a peer's name>] [--limit <pages>]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from '../packages/crawler/src/clean/index.ts';
import { ours, type PageOfSet, type Peer, peers, toText } from './clean/peers.ts';
import { compare, score } from './clean/shingles.ts';

interface GoldPage extends PageOfSet {
  gold: string;
}

const args = process.argv.slice(2);
const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const only = option('--only');
const limit = Number(option('--limit') ?? Number.POSITIVE_INFINITY);
const folder = path.resolve(
  args.find((a, i) => !a.startsWith('--') && !args[i - 1]?.startsWith('--')) ?? '../shared/bench',
);

const sets: { name: string; pages: GoldPage[]; han: boolean }[] = [
  { name: "this repository's pages", pages: ownPages(), han: true },
];
const set = path.join(folder, 'article-extraction-benchmark');
if (existsSync(set)) sets.push({ name: 'article-extraction-benchmark', pages: publicPages(set), han: false });
else console.error(`${set} is not there: only this repository's own pages are measured`);

for (const { name, pages, han } of sets) {
  console.log(`\n${name}: ${pages.length} pages\n`);
  console.log('| extractor | F1 | precision | recall | pages/s | ms CPU a page | failed |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const peer of [ours, ...peers]) {
    if (only && !peer.name.toLowerCase().includes(only.toLowerCase())) continue;
    console.log(await row(peer, pages, han));
  }
}

async function row(peer: Peer, pages: readonly GoldPage[], han: boolean): Promise<string> {
  for (const page of pages.slice(0, 20)) await attempt(peer, page);
  const found: (string | null)[] = [];
  const start = performance.now();
  const cpu = process.cpuUsage();
  for (const page of pages) found.push(await attempt(peer, page));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const texts = found.map((f) => (f === null ? '' : peer === ours ? f : toText(f)));
  const { f1, precision, recall } = score(pages.map((page, i) => compare(page.gold, texts[i]!, han)));
  const cells = [f1, precision, recall].map((n) => n.toFixed(3));
  const failed = found.filter((f) => f === null || f === '').length;
  const speed = [(pages.length / seconds).toFixed(1), ((user + system) / 1000 / pages.length).toFixed(1)];
  return `| ${[peer.name, ...cells, ...speed, failed].join(' | ')} |`;
}

/** null where the peer throws: a page without a result counts as empty, as for everybody. */
async function attempt(peer: Peer, page: PageOfSet): Promise<string | null> {
  try {
    return await peer.run(page);
  } catch {
    return null;
  }
}

function ownPages(): GoldPage[] {
  const gold: Record<string, string> = JSON.parse(
    readFileSync(new URL('clean/own-pages.json', import.meta.url), 'utf8'),
  );
  const base = new URL('../packages/crawler/src/clean/families/', import.meta.url);
  return Object.entries(gold).map(([file, text]) => {
    const bytes = readFileSync(new URL(file, base));
    return { bytes, html: decode(bytes).text, url: 'http://page.example/a.html', gold: text };
  });
}

function publicPages(dir: string): GoldPage[] {
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(path.join(dir, 'ground-truth.json'), 'utf8'),
  );
  const files = readdirSync(path.join(dir, 'html')).slice(0, limit);
  return files.flatMap((file) => {
    const page = truth[file.replace('.html.gz', '')];
    if (!page) return [];
    const bytes = gunzipSync(readFileSync(path.join(dir, 'html', file)));
    return [{ bytes, html: decode(bytes).text, url: page.url, gold: page.articleBody }];
  });
}
