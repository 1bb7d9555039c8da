import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKeeper } from '@zhibiao/runtime/keeper';
import { createLogger } from '@zhibiao/shared';
import { connectProducer, Producer } from '@zhibiao/shared/queues';
import { type DocumentStore, type KeptArchive, openArchive, openStore } from '@zhibiao/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createConsole, type Listening } from './console.ts';
import { hasChromium, launchChromium } from './testing/chromium.ts';
import { corpusDirs, keepCorpus } from './testing/corpus.ts';
import { hasDemo, runDemo } from './testing/demo.ts';
import { type ListSite, startListSite } from './testing/list-site.ts';
import { loseAnObservation } from './testing/lose.ts';
import { startWorkers } from './testing/working.ts';
import { headlines } from './view/indicators.ts';

const hasCorpus = corpusDirs.length > 0;
if (!hasCorpus)
  console.warn('SKIPPED: no texts in ../shared: the questions to more than the demo are not asked');

/** What a reader asks, each answered in at most three clicks from the first page. Typing is no click; to submit is one. */
describe.skipIf(!hasChromium('no question was asked') || !hasDemo('no question was asked'))(
  'a reader asks',
  () => {
    let dir: string;
    let store: DocumentStore;
    let archive: KeptArchive;
    let listening: Listening;
    let browser: Browser;
    let page: Page;
    let clicks: number;
    let producer: Producer;
    let site: ListSite;
    const log = createLogger('silent');
    const closing: (() => unknown)[] = [];

    beforeAll(async () => {
      dir = await mkdtemp(join(tmpdir(), 'zhibiao-judged-'));
      await runDemo(dir);
      store = await openStore(join(dir, 'store'), Date.now, { readers: true });
      archive = await openArchive(join(dir, 'archive'));
      if (hasCorpus) await keepCorpus({ store, archive }, (file) => !file.startsWith('0') || file < '040');
      const redis = await connectProducer(inject('redisUrl'));
      producer = new Producer(redis, `t-${randomUUID()}`);
      site = await startListSite();
      const config = { host: '127.0.0.1', port: 0, token: undefined, allowHosts: [site.host] };
      listening = await createConsole({ store, archive, producer, config, log }).listen();
      browser = await launchChromium();
      closing.push(
        () => browser.close(),
        () => listening.close(),
        () => site.close(),
        () => producer.close(),
        () => redis.disconnect(),
        () => store.close(),
        () => archive.close(),
      );
    }, 240_000);
    afterAll(async () => {
      for (const close of closing) await close();
      await rm(dir, { recursive: true, force: true });
    });
    beforeEach(async () => {
      clicks = 0;
      page = await browser.newPage({ locale: 'zh-CN', acceptDownloads: true });
      await page.goto(listening.url);
    });
    afterEach(async () => {
      await page.close();
      expect(clicks).toBeLessThanOrEqual(3);
    });

    async function click(selector: string, text?: string | RegExp): Promise<void> {
      clicks++;
      const found = page.locator(selector).filter(text === undefined ? {} : { hasText: text });
      await found.first().click();
      await page.waitForLoadState();
    }
    async function search(words: string): Promise<void> {
      await page.locator('main .search-box input').fill(words);
      await click('main .search-box button');
    }
    const main = () => page.locator('main').innerText();

    it('for the GDP target of 镇江市 2023, whether it was met or why that cannot be told, and its sentence', async () => {
      await search('镇江市2023年GDP目标');
      const row = page.locator('.answer tbody tr', { hasText: '2023' });
      expect(await row.count()).toBe(1);
      const words = await row.innerText();
      expect(words).toContain('≥ +5%');
      expect(words).toMatch(/达到|尚无结果.*次年的报告/s);
      expect(words).toContain('地区生产总值增长5%以上');
      await click('.answer tbody a.number.target');
      expect(await page.locator('mark.selected').allInnerTexts()).toEqual(['5%以上']);
    });

    it('for the counties of Baoding by their GDP target of one year', async () => {
      await search('保定 GDP 2025');
      await click('.answer a', '排名');
      const rows = await page.locator('main table tbody tr').allInnerTexts();
      expect(rows.length).toBeGreaterThan(1);
      const names = rows.join(' ');
      for (const name of ['清苑区', '涞源县']) expect(names).toContain(name);
      expect(await page.locator('main svg a').count()).toBeGreaterThanOrEqual(rows.length);
      expect(new URL(page.url()).searchParams.get('year')).toBe('2025');
    });

    it('for one indicator over the years of two regions in one picture', async () => {
      await search('高唐县 镇江 GDP');
      expect(await page.locator('.answer svg').count()).toBe(1);
      expect(await page.locator('.answer .legend').innerText()).toMatch(
        /高唐县[\s\S]*镇江市|镇江市[\s\S]*高唐县/,
      );
      await click('.answer .chart-title a');
      const names = (await page.locator('main .legend').innerText()).split('\n');
      expect(names).toEqual(expect.arrayContaining(['高唐县', '镇江市']));
      const linked = await page
        .locator('main svg a')
        .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
      expect(linked.length).toBeGreaterThan(3);
      for (const href of linked) expect(href).toMatch(/^\/documents\/.*#w-/);
    });

    it.skipIf(!hasCorpus)('which reports disagree, and on what', async () => {
      await click('main a', '哪些报告不一致');
      const rows = page.locator('main table tbody tr');
      expect(await rows.count()).toBeGreaterThan(0);
      expect(await rows.first().locator('a[href^="/documents/"]').count()).toBeGreaterThan(1);
      expect(await rows.first().innerText()).toContain('不一致');
    });

    it('what has changed since last week', async () => {
      await click('main a', '一周内的更新');
      expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(10);
      expect(await main()).toContain('新增');
    });

    it('for a filtered table in Excel', async () => {
      await click('nav a', '数据');
      await page.locator('main input[name=region]').fill('镇江');
      await page.locator('main input[name=indicator]').fill('gdp');
      await click('main .filters button');
      const download = page.waitForEvent('download');
      await click('main a', 'xlsx');
      const file = await readFile((await (await download).path())!);
      expect(file.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004', 'latin1'));
      expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
    });

    it('which reports are missing', async () => {
      await click('main a', '缺少哪些报告');
      const lines = await page.locator('main .panel li').allInnerTexts();
      expect(lines.join('\n')).toMatch(/高唐县.*2024/);
    });

    it('where a word stands in the texts', async () => {
      await search('产业升级');
      const passages = await page.locator('main .sample b').allInnerTexts();
      expect(passages.length).toBeGreaterThan(0);
      expect(new Set(passages)).toEqual(new Set(['产业升级']));
      await click('main .sample a[href^="/documents/"]');
      expect(await page.locator('.reader .text').innerText()).toContain('产业升级');
    });

    it('to follow a region by feed', async () => {
      await search('zhenjiang');
      await click('main a', /^镇江市$/);
      const feed = await page.locator('main a', { hasText: '订阅' }).getAttribute('href');
      clicks++;
      const answer = await page.request.get(`${listening.url}${feed}`);
      expect(answer.headers()['content-type']).toContain('application/atom+xml');
      const words = await answer.text();
      expect(words.match(/<entry>/g)!.length).toBeGreaterThan(5);
      expect(words).toContain('镇江市');
    });

    it('why a page failed, and tries it again', async () => {
      await click('main a', /^失败/);
      const row = page.locator('main table tbody tr').first();
      expect(await row.innerText()).toContain('404');
      expect(await row.innerText()).toContain('网站拒绝或没有这个网页');
      const before = await page.locator('main table tbody tr').count();
      await click('main td form button', '重试');
      expect(await page.locator('main table tbody tr').count()).toBe(before - 1);
    });

    it('and no page is heavy: under 100 KB each, with all that is there', async () => {
      const { rows } = await store.documents({ limit: 1_000 });
      const largest = rows.sort((a, b) => b.count - a.count)[0]!;
      const heavy: string[] = [];
      const provinces = new Set(rows.flatMap(({ report }) => report.region?.adcode?.slice(0, 2) ?? []));
      const { document } = largest;
      for (const path of [
        '/',
        '/documents',
        '/documents/add',
        `/documents/${document}/history`,
        '/reviews',
        '/api',
        '/observations',
        '/observations?sort=-value&region=321100',
        '/search?q=%E4%BA%A7%E4%B8%9A',
        '/regions',
        ...[...provinces].map((code) => `/regions/${code}0000`),
        '/regions/321100',
        '/indicators',
        ...headlines.map((code) => `/indicators/${code}`),
        '/ranking',
        '/ranking?indicator=gdp&kind=target&year=2025',
        '/series?indicator=gdp',
        '/promises',
        '/copies',
        '/copies?conflicts=true',
        '/coverage',
        '/changes',
        '/sources',
        '/sources/new',
        '/runs',
        '/reprocess',
        '/quarantine',
        '/queues',
        '/webhooks',
      ]) {
        const answer = await fetch(`${listening.url}${path}`, { headers: { 'Accept-Language': 'zh' } });
        expect(`${path} ${answer.status}`).toBe(`${path} 200`);
        const size = (await answer.arrayBuffer()).byteLength;
        if (size > 100_000) heavy.push(`${path}: ${size}`);
      }
      // A report of 30,000 words is as long as it is; what travels is compressed.
      const reader = await fetch(`${listening.url}/documents/${largest.document}`, {
        headers: { 'Accept-Encoding': 'gzip' },
      });
      expect(reader.headers.get('content-encoding')).toBe('gzip');
      const { gzipSync } = await import('node:zlib');
      const sent = gzipSync(Buffer.from(await reader.arrayBuffer())).length;
      if (sent > 100_000) heavy.push(`reader: ${sent}`);
      expect(heavy).toEqual([]);
    }, 120_000);

    /** What changes something is reached like an answer; then its own form is filled in and sent. */
    async function send(selector: string): Promise<number> {
      const answer = page.waitForResponse(
        (r) => r.request().isNavigationRequest() && (r.status() < 300 || r.status() >= 400),
      );
      await page.locator(selector).first().click();
      const status = (await answer).status();
      await page.waitForLoadState();
      return status;
    }

    it('to mark a figure as wrong', async () => {
      await search('镇江市2023年GDP目标');
      await click('.answer tbody a.number.target');
      await page.locator('tr.selected').waitFor();
      await click('tr.selected a.rv');
      expect(await page.locator('blockquote mark').innerText()).toBe('5%以上');
      await page.locator('input[name=by]').fill('王芳');
      await page.locator('textarea[name=note]').fill('与原件不符');
      expect(await send('form.fields button[value=wrong]')).toBe(200);
      const [review] = await store.reviews({});
      expect(review).toMatchObject({ verdict: 'wrong', by: '王芳', note: '与原件不符' });
      await page.goto(listening.url);
      await page.locator('main .search-box input').fill('镇江市2023年GDP目标');
      await send('main .search-box button');
      // Others give the same figure: the one that is wrong is not among them.
      const links = await page
        .locator('.answer a.number')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(links.join(' ')).not.toContain(review!.document);
      await store.unreview(review!.id);
    });

    it('to add a source', async () => {
      await click('nav summary', '运维');
      await click('nav a', /^来源$/);
      await click('main a[href="/sources/new"]');
      await page.locator('input[name=address]').fill(`${site.url}/zwgk/`);
      expect(await send('button[value=propose]')).toBe(200);
      expect(await page.locator('.check').innerText()).toContain('2024年政府工作报告');
      await page.locator('input[name=by]').fill('王芳');
      await page.locator('input[name=id]').fill('a-city');
      expect(await send('button[value=save]')).toBe(200);
      expect(await store.getSource('a-city')).toMatchObject({
        title: '政府工作报告',
        edited: { by: '王芳' },
      });
    });

    it('to start a reprocess, to read its diff, to promote it', async () => {
      const { document, lost } = await loseAnObservation({ store, archive });
      const found = async () =>
        (await store.document(document))!.observations.map((row) => row.observation.quote);
      expect(await found()).not.toContain(lost.quote);

      await click('nav summary', '运维');
      await click('nav a', '重新处理');
      await page.locator('.filters input[name=region]').fill(lost.region.adcode!);
      await send('.filters button.main');
      expect(await send('.count form button')).toBe(200);
      const id = new URL(page.url()).pathname.split('/')[2]!;
      const workers = await startWorkers({ store, archive, producer, log }, inject('redisUrl'), {
        queues: ['parse', 'store'],
      });
      const keeper = startKeeper(producer, store, log);
      await expect.poll(async () => (await store.getRun(id))?.state, { timeout: 60_000 }).toBe('done');
      await keeper.stop();
      await workers.stop();

      clicks = 0;
      await page.goto(listening.url);
      await click('main a', '重新处理结果待确认');
      await click(`main a[href="/runs/${id}/diff"]`);
      await click('main table a', /^1$/);
      const sample = page.locator('.sample', { hasText: lost.quote });
      expect(await sample.locator('blockquote mark').first().innerText()).toBe(lost.quote);
      await sample.locator('summary').first().click();
      expect(await sample.locator('.rules').first().innerText()).toMatch(/数量[\s\S]*主语/);

      await page.locator('.decide input[name=by]').fill('王芳');
      page.once('dialog', (dialog) => void dialog.accept());
      expect(await send('.decide button.main')).toBe(200);
      expect(await main()).toMatch(/已发布[\s\S]*王芳/);
      expect(await found()).toContain(lost.quote);
    }, 120_000);
  },
);
