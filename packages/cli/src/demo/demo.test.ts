import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '@zhibiao/crawler/browser';
import { canonicalUrl } from '@zhibiao/crawler/discovery';
import { openStores, type Stores } from '@zhibiao/runtime/stores';
import { readConfig } from '@zhibiao/shared';
import type { ObservationRow } from '@zhibiao/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExpected } from './site-expected.ts';

const bin = fileURLToPath(new URL('../../bin/zhibiao.js', import.meta.url));
const built = existsSync(new URL('../../dist/main.js', import.meta.url));
const expected = loadExpected(fileURLToPath(new URL('../../../../seeds/demo/expected', import.meta.url)));
const browser = findChromium(undefined) !== null;
if (!browser) console.warn('No Chromium here: the demo page that needs one is not looked at.');

/** Runs `zhibiao demo --once` with all that misbehaves. @returns what it printed */
function demo(env: NodeJS.ProcessEnv): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, 'demo', '--once', '--traps'], { env });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.once('exit', (code) => resolve({ code, out, err }));
  });
}

describe.skipIf(!built)('the demo', () => {
  let dir: string;
  let env: NodeJS.ProcessEnv;
  let stores: Stores;
  let first: Awaited<ReturnType<typeof demo>>;
  let origins: { site: string; traps: string; guarded: string };

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhibiao-demo-'));
    const own = {
      ZHIBIAO_DATA: dir,
      ZHIBIAO_STORE: join(dir, 'store'),
      ZHIBIAO_ARCHIVE: join(dir, 'archive'),
      ZHIBIAO_PORT: '0',
    };
    const { REDIS_URL: _redis, MONGODB_URL: _mongo, ...rest } = process.env;
    env = { ...rest, ...own };
    first = await demo(env);
    stores = await openStores(readConfig({ ...own, ZHIBIAO_LOG_LEVEL: 'silent' }));
    const ports = JSON.parse(await readFile(join(dir, 'demo-ports.json'), 'utf8'));
    const at = (port: number) => `http://127.0.0.1:${port}`;
    origins = { site: at(ports.site), traps: at(ports.traps), guarded: at(ports.guarded) };
  }, 240_000);

  afterAll(async () => {
    await stores?.close();
    await rm(dir, { recursive: true, force: true });
  });

  const pageOf = (path: string) => {
    const own = /^\/(traps|guarded)\//.exec(path)?.[1] as 'traps' | 'guarded' | undefined;
    const address = `${origins[own ?? 'site']}${path}`;
    return canonicalUrl(address) ?? address;
  };
  const documentsAt = async (path: string) =>
    (await stores.store.documents({ page: pageOf(path) })).rows.sort((a, b) => a.ordinal - b.ordinal);

  it('ends by itself with a table', () => {
    expect(first.code, first.err).toBe(0);
    expect(first.out.split('\n')[0]).toMatch(/^region +year +kind +indicator +value +quote/);
    expect(first.out.split('\n').length).toBeGreaterThan(30);
  });

  describe.each(expected.articles.filter((a) => browser || !a.rendered))('$path', (article) => {
    it('is one article with its title, date, author and nothing of the furniture', async () => {
      const page = await stores.store.getPage(pageOf(article.path));
      expect(page?.article, 'no article').toBeTruthy();
      const text = JSON.parse(new TextDecoder().decode(await stores.archive.get(page!.article!)));
      expect(text).toMatchObject({ title: article.title, family: article.family, author: article.author });
      expect(text.publishedAt?.slice(0, 10)).toBe(article.published);
      for (const words of article.contains) expect(text.text).toContain(words);
      for (const words of article.absent) expect(text.text).not.toContain(words);
      expect((text.attachments ?? []).map((a: { title: string }) => a.title)).toEqual(article.attachments);
    });

    it('gives its reports with their headline observations', async () => {
      const documents = await documentsAt(article.path);
      expect(documents.map((d) => [shortRegion(d.report.region?.name), d.report.year])).toEqual(
        article.reports.map((r) => [r.region, r.year]),
      );
      for (const [i, report] of article.reports.entries()) {
        const found = await stores.store.observationsOf(documents[i]!.document, documents[i]!.n);
        const missing = report.observations.filter(
          (wanted) => !found.some((row) => agrees(row, wanted, report.region)),
        );
        expect(missing).toEqual([]);
      }
    });

    it('leaves no document at its further parts or former addresses, and one at each copy', async () => {
      for (const path of [...article.parts, ...article.movedFrom])
        expect(await documentsAt(path)).toEqual([]);
      for (const path of article.copies) expect(await documentsAt(path)).toHaveLength(article.reports.length);
    });
  });

  it.each(expected.articles.filter((a) => a.copies.length > 0))(
    'knows the copies of $path as one text',
    async (article) => {
      const copies = await stores.store.copiesOf(pageOf(article.path), stores.archive);
      expect(copies.map((copy) => copy.page).sort()).toEqual(article.copies.map(pageOf).sort());
      for (const copy of copies) {
        expect(copy.documents).toHaveLength(article.reports.length);
        expect(copy.title, copy.page).toBeTruthy();
        expect(copy.publishedAt, copy.page).toBeTruthy();
      }
    },
  );

  it('takes no other pages for copies of one another', async () => {
    const { rows } = await stores.store.documents({ limit: 1_000 });
    const clusters = await stores.store.clustersOf(rows.map((version) => version.page));
    const wanted = expected.articles
      .filter((a) => a.copies.length > 0)
      .map((a) => [a.path, ...a.copies].map(pageOf).sort());
    expect(clusters.map((cluster) => cluster.map((copy) => copy.page).sort()).sort()).toEqual(wanted.sort());
  });

  it('makes no document of pages without a report, and none of what robots.txt forbids', async () => {
    for (const { path } of expected.empty) expect(await documentsAt(path), path).toEqual([]);
    for (const path of expected.forbidden)
      expect(await stores.archive.snapshotsOf(pageOf(path)), path).toEqual([]);
  });

  it('names what failed by its class', async () => {
    const records = await stores.store.listQuarantine({ limit: 1_000 });
    const failures = records.map((r) => `${r.error} ${r.input}`);
    for (const { path, error } of expected.failures) expect(failures).toContain(`${error} ${pageOf(path)}`);
  });

  describe('a day later', () => {
    const quotesOf = async (document: string, n: number) =>
      (await stores.store.observationsOf(document, n)).map((row) => row.observation.quote);

    it.each(expected.nextDay.changed)('a slip on $path has been mended: two versions', async (wanted) => {
      const [document] = await documentsAt(wanted.path);
      const history = await stores.store.history(document!.document);
      expect(history.map((move) => move.cause)).toEqual(['first', 'content']);
      const [first, second] = await Promise.all([1, 2].map((n) => quotesOf(document!.document, n)));
      expect([first!.includes(wanted.before), first!.includes(wanted.after)]).toEqual([true, false]);
      expect([second!.includes(wanted.before), second!.includes(wanted.after)]).toEqual([false, true]);
    });

    it.each(expected.nextDay.unchanged)('%s has been seen again, and nothing was stored', async (path) => {
      const page = await stores.store.getPage(pageOf(path));
      const snapshots = await stores.archive.snapshotsOf(pageOf(path));
      expect(snapshots).toHaveLength(1);
      expect(page!.fetchedAt!).toBeGreaterThan(snapshots[0]!.time + 1_000);
      expect(page!.changedAt!).toBeLessThan(page!.fetchedAt!);
    });

    it.each(expected.nextDay.gone)('%s is gone, and what it said is kept', async (path) => {
      expect(await stores.store.getPage(pageOf(path))).toMatchObject({
        deletedAt: expect.any(Number),
        status: 410,
      });
      expect(await documentsAt(path)).toHaveLength(1);
    });

    it.each(expected.nextDay.moved)(
      '$path has moved and stays one document with one version',
      async ({ path, to }) => {
        const address = origins.site + to;
        expect(await stores.store.getPage(pageOf(path))).toMatchObject({ movedTo: address, address });
        const [document] = await documentsAt(path);
        expect(await stores.store.history(document!.document)).toHaveLength(1);
        expect(await documentsAt(to)).toEqual([]);
      },
    );
  });

  it('finds nothing new to store at its second start', async () => {
    const versions = async () =>
      (await stores.store.documents({ limit: 1_000 })).rows.map((v) => v.id).sort();
    const before = await versions();
    const second = await demo(env);
    expect(second.code, second.err).toBe(0);
    expect(second.out).toBe(first.out);
    expect(await versions()).toEqual(before);
  }, 240_000);
});

/** The gazetteer writes a district with its city; the expected results name it alone. */
const shortRegion = (name: string | undefined) => name?.replace(/^.+市(?=.+区$)/, '') ?? null;

type Wanted = ReturnType<typeof loadExpected>['articles'][number]['reports'][number]['observations'][number];

function agrees({ observation: o }: ObservationRow, wanted: Wanted, region: string): boolean {
  return (
    o.indicator.code === wanted.code &&
    Math.abs(o.value - wanted.value) <= 1e-6 * Math.abs(wanted.value) &&
    o.unit === wanted.unit &&
    o.bound === wanted.bound &&
    o.measure === wanted.measure &&
    o.kind === wanted.kind &&
    (o.period?.end ?? null) === wanted.period &&
    o.quote.replace(/\s/g, '') === wanted.quote &&
    shortRegion(o.region.name) === (wanted.region ?? region)
  );
}
