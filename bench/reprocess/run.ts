// How fast archived articles are parsed again, stored as shadows, compared and promoted, in one process, without queues.
//   npm run bench:reprocess -- [--store embedded|mongodb] [--sizes 100,1000] [--texts folder]
// Texts: the demo's, or a folder of plain-text reports. Milliseconds of CPU are comparable on a busy machine, rates are not.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseAt, startMongo } from '../../infra/mongo.ts';
import { parseArticle, parserVersion } from '../../packages/parser/src/index.ts';
import { type Article, type Emission, getJson, type Report } from '../../packages/shared/src/index.ts';
import { openArchive } from '../../packages/store/src/archive/index.ts';
import { diffReprocess, planReprocess } from '../../packages/store/src/reprocess/index.ts';
import { openStore } from '../../packages/store/src/store.ts';

const { values: options } = parseArgs({
  options: {
    store: { type: 'string', default: 'embedded' },
    sizes: { type: 'string', default: '100,1000' },
    texts: { type: 'string', default: 'seeds/demo/site/texts' },
  },
});
const texts = readdirSync(options.texts)
  .filter((file) => /\.(txt|md)$/.test(file))
  .map((file) => readFileSync(join(options.texts, file), 'utf8'));
if (texts.length === 0) throw new Error(`${options.texts} holds no .txt or .md file`);

const mongo = options.store === 'mongodb' ? await startMongo({ log: console.error }) : null;
if (mongo?.url === null) throw new Error(mongo.what);

console.log(`Milliseconds of CPU per document; stores ${mongo?.what ?? 'embedded'}\n`);
console.log(
  '| documents | observations | crawl: parse + store | plan + parse | store shadow | diff | promote | archive to diff, documents/s |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const size of options.sizes.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-bench-'));
  const place = (what: string) =>
    mongo?.url ? databaseAt(mongo.url, `bench-${what}-${size}-${process.pid}`) : join(folder, what);
  const archive = await openArchive(place('archive'));
  const store = await openStore(place('store'));
  const before = parserVersion();

  const first = await measured(async () => {
    await severally(
      Array.from({ length: size }, (_, i) => i),
      async (i) => {
        const article = articleOf(i);
        const key = await archive.put(JSON.stringify(article));
        await commit(article, key, `http://example.com/${i}`, parseArticle(article), before, false);
      },
    );
  });

  await store.saveRun({
    id: 'r',
    type: 'reprocess',
    selection: {},
    state: 'running',
    startedAt: 1,
    finishedAt: null,
    counts: {},
  });
  const start = performance.now();
  const parsed: { article: Article; key: string; page: string; reports: Report[] }[] = [];
  const planned = await measured(async () => {
    for await (const { message } of planReprocess(store.tables, 'r', {}) as AsyncGenerator<
      Emission & { queue: 'parse' }
    >) {
      const article = (await getJson(archive, message.article)) as Article;
      parsed.push({ article, key: message.article, page: message.page, reports: parseArticle(article) });
    }
  });
  const stored = await measured(async () => {
    await severally(parsed, ({ article, key, page, reports }) =>
      commit(article, key, page, reports, `${before}-next`, true),
    );
  });
  let observations = 0;
  const compared = await measured(async () => {
    observations = (await diffReprocess(store.tables, 'r')).observations.after;
  });
  const rate = (size / (performance.now() - start)) * 1_000;
  const promoted = await measured(() => store.promote('r', 'bench'));
  const each = [first, planned, stored, compared, promoted].map((ms) => `${(ms / size).toFixed(1)} ms`);
  console.log(`| ${[size, observations, ...each, rate.toFixed(0)].join(' | ')} |`);
  await store.close();
  await archive.close();
  rmSync(folder, { recursive: true, force: true });

  /** The next version reads one observation in twenty otherwise. */
  async function commit(
    article: Article,
    articleKey: string,
    page: string,
    reports: Report[],
    parser: string,
    shadow: boolean,
  ) {
    for (const report of shadow ? reports : [])
      for (const [i, observation] of report.observations.entries())
        if (i % 20 === 0) observation.confidence /= 2;
    const extraction = { schema: 1 as const, article: articleKey, parser, reports };
    const extractionKey = await archive.put(JSON.stringify(extraction));
    await store.commit({
      page,
      source: 'bench',
      run: shadow ? 'r' : 'c',
      article,
      articleKey,
      extraction,
      extractionKey,
      time: 1,
      shadow,
    });
  }
}
await mongo?.stop();

/** As a queue's worker has several messages at once. */
async function severally<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items].reverse();
  const one = async () => {
    while (waiting.length > 0) await work(waiting.pop()!);
  };
  await Promise.all(Array.from({ length: 16 }, one));
}

function articleOf(i: number): Article {
  const text = `${texts[i % texts.length]!}\n${i}\n`;
  const title = text.slice(0, text.indexOf('\n'));
  const charset = { label: 'utf-8', reason: 'bench' };
  return {
    title,
    text,
    author: '',
    publishedAt: null,
    site: '',
    family: 'text',
    charset,
    parts: [],
    flags: [],
  };
}

/** @returns milliseconds of CPU */
async function measured(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
