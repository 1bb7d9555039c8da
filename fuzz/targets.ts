import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { cleanAny, defaultFileLimits } from '@zhibiao/crawler/attachments';
import { cleanPage } from '@zhibiao/crawler/clean';
import { planFollowing } from '@zhibiao/crawler/discovery';
import { parseSource } from '@zhibiao/crawler/sources';
import { parseArticle } from '@zhibiao/parser';
import { Article, Report, ZhibiaoError } from '@zhibiao/shared';
import { type DocumentStore, openArchive, openStore } from '@zhibiao/store';
import { backup, restore } from '@zhibiao/store/maintenance';
import { importWarc } from '@zhibiao/store/warc';
import { pick, type Random } from '../bench/random.ts';
import { readHere } from '../packages/crawler/src/attachments/read.ts';
import { readFile } from '../packages/crawler/src/attachments/reader.ts';
import { mutateFile } from './attachment.ts';
import { attachments, pages, queries, scratch, sources, texts, warcs } from './corpus.ts';
import { below, mutate } from './mutate.ts';

/** One reader under attack. `run` throws where a law is broken; our own errors are answers. */
export interface Target {
  readonly name: string;
  run(random: Random): Promise<void>;
}

const hold = (law: boolean, what: string) => {
  if (!law) throw new Error(`broken law: ${what}`);
};

/** What is read of an article keeps its form, and every quote stands where it says. */
function readAll(article: Article): void {
  Article.parse(article);
  for (const report of parseArticle(article)) {
    Report.parse(report);
    for (const { quote, span, sentence, value } of report.observations) {
      hold(article.text.slice(span.start, span.end) === quote, 'a quote is the text at its span');
      hold(
        article.text.slice(sentence.start, sentence.end) === sentence.text,
        'a sentence is the text at its span',
      );
      hold(Number.isFinite(value), 'a value is a number');
    }
  }
}

/** In this thread: a fault shall end the case, not a thread beside it. */
const readInPlace: typeof readFile = (bytes, name) => readHere(bytes, name, defaultFileLimits);

const ours = (error: unknown) => {
  if (!(error instanceof ZhibiaoError)) throw error;
};

const family = (
  name: string,
  corpus: readonly Buffer[],
  read: (bytes: Buffer) => void | Promise<void>,
): Target => ({
  name,
  async run(random) {
    await Promise.resolve()
      .then(() => read(mutate(corpus, random)))
      .catch(ours);
  },
});

/** A store with one article, and a sound backup of it. */
async function system() {
  const folder = scratch();
  const archive = await openArchive(join(folder, 'archive'));
  const store = await openStore(join(folder, 'store'));
  const sound = join(folder, 'backup');
  await archive.put('a page');
  await store.savePage({ ...emptyPage, url: 'http://a.cn/' });
  await backup(store.tables, archive, sound);
  return { folder, archive, store, sound };
}

const emptyPage = {
  address: null,
  source: null,
  role: 'other',
  partOf: null,
  etag: null,
  lastModified: null,
  body: null,
  textHash: null,
  simhash: null,
  bands: [],
  article: null,
  status: null,
  movedTo: null,
  deletedAt: null,
  fetchedAt: null,
  changedAt: null,
  nextDueAt: null,
  intervalMs: null,
  failures: 0,
} as const satisfies Omit<Parameters<DocumentStore['savePage']>[0], 'url' | 'bands'> & {
  bands: readonly string[];
};

/** As the crawler reads files: in a thread that is stopped. It costs too much for every case. */
const readInThread: typeof readFile = (bytes, name) =>
  readFile(bytes, name, { limits: { timeoutMs: 10_000 } });

/** @param threads read attachments in threads of their own */
export async function targets(threads: boolean): Promise<Target[]> {
  const { folder, archive, store, sound } = await system();
  const file = join(folder, 'input');
  const files = attachments();
  return [
    family('page', pages(), (bytes) => {
      const cleaned = cleanPage({ bytes, url: 'http://a.cn/b.html', contentType: 'text/html' });
      for (const article of cleaned.articles) readAll(article);
    }),
    family('text', texts(), (bytes) => {
      for (const article of cleanPage({ bytes, file: 'a.txt' }).articles) readAll(article);
    }),
    {
      name: 'attachment',
      run: (random) =>
        cleanAny(
          { bytes: mutateFile(files, random), file: 'a.bin' },
          { read: threads ? readInThread : readInPlace },
        )
          .then(({ articles }) => articles.forEach(readAll))
          .catch(ours),
    },
    family('warc', warcs(), async (bytes) => {
      writeFileSync(file, bytes.length % 2 ? bytes : gzipSync(bytes));
      await importWarc(archive, file);
    }),
    family('source', sources(), (bytes) => {
      const { title, include, exclude } = planFollowing(parseSource(bytes.toString(), 'seeds/a.yaml'));
      const inputs = ['2023年政府工作报告'.repeat(100), `${'a1'.repeat(5000)}!`];
      for (const input of inputs) {
        title?.(input);
        for (const test of include) test(input);
        for (const { test } of exclude) test(input);
      }
    }),
    family('query', queries(), async (bytes) => {
      let query: object;
      try {
        query = JSON.parse(bytes.toString());
      } catch {
        query = { [pick(() => 0.5, ['name', 'code', 'source'])]: bytes.toString() };
      }
      await store.observations(query as never);
      await store.documents(query as never).catch(ours);
    }),
    { name: 'backup', run: (random) => attackBackup(random, sound, join(folder, 'forged')).catch(ours) },
  ];
}

/** Changes one part of a backup under a manifest that agrees with it, or the manifest itself, and restores it. */
async function attackBackup(random: Random, sound: string, base: string): Promise<void> {
  const folder = `${base}-${below(random, 2 ** 31)}`;
  const forged = join(folder, 'backup');
  cpSync(sound, forged, { recursive: true });
  const manifestFile = join(forged, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const name = pick(random, [...Object.keys(manifest.parts), 'manifest']);
  if (name === 'manifest') writeFileSync(manifestFile, mutate([readFileSync(manifestFile)], random));
  else {
    const part = join(forged, `${name}.jsonl.gz`);
    const content = mutate([gunzipSync(readFileSync(part)), Buffer.from('{}\nnull\n[]\n"x"\n')], random);
    const packed = gzipSync(content);
    writeFileSync(part, packed);
    const rows = content.toString('latin1').split('\n').filter(Boolean).length;
    manifest.parts[name] = { rows, sha256: createHash('sha256').update(packed).digest('hex') };
    writeFileSync(manifestFile, JSON.stringify(manifest));
  }
  const archive = await openArchive(join(folder, 'archive'));
  const store = await openStore(join(folder, 'store'));
  try {
    await restore(forged, store.tables, archive);
  } finally {
    await store.close();
    await archive.close();
    const { rmSync } = await import('node:fs');
    rmSync(folder, { recursive: true, force: true });
  }
}
