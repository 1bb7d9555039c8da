import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Source } from '@zhibiao/shared';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Listening } from './console.ts';
import { hasChromium, launchChromium } from './testing/chromium.ts';
import { failedRecord as failed, crawlMessage as message, makeRun as run } from './testing/operations.ts';
import { openSystem, type System } from './testing/system.ts';

const source = Source.parse({ id: 'example', name: '示例论坛', start: ['http://bbs.example.cn/'] });

describe.skipIf(!hasChromium('no button of the console was pressed'))('buttons in a browser', () => {
  let system: System;
  let listening: Listening;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium(['--host-resolver-rules=MAP zhibiao.test 127.0.0.1']);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    system = await openSystem(inject('redisUrl'));
    listening = await system.console.listen();
    page = await visit();
  });
  afterEach(async () => {
    await page.context().close();
    await listening.close();
    await system.close();
  });

  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', ...options });
    const opened = await context.newPage();
    opened.on('dialog', (dialog) => dialog.accept());
    return opened;
  }

  /** @returns the status of the page that the browser stands on afterwards */
  async function press(path: string, action: string): Promise<number> {
    await page.goto(`${listening.url}${path}`);
    const answer = page.waitForResponse((r) => r.request().method() === 'GET' || r.status() >= 400);
    await page.locator(`form[action$="${action}"] button`).click();
    return (await answer).status();
  }
  const state = async (id: string) => (await system.deps.store.getRun(id))?.state;

  it('crawl a source', async () => {
    await system.deps.store.saveSource(source);
    expect(await press('/sources', '/sources/example/crawl')).toBe(200);
    const [job] = await system.deps.producer.queues.crawl.getWaiting();
    expect(job?.data).toMatchObject({ source: 'example' });
  });

  it('stop a run and let it go on', async () => {
    const { store, producer } = system.deps;
    await store.saveRun(run({}));
    await producer.send([{ queue: 'crawl', message }]);
    expect(await press('/runs', '/runs/crawl-1/stop')).toBe(200);
    expect([await state('crawl-1'), await producer.ledger.isStopped('crawl-1')]).toEqual(['stopped', true]);
    expect(await press('/runs', '/runs/crawl-1/resume')).toBe(200);
    expect([await state('crawl-1'), await producer.ledger.isStopped('crawl-1')]).toEqual(['running', false]);
  });

  it('promote and drop what was read again', async () => {
    const { store } = system.deps;
    const { document } = await system.keep();
    for (const id of ['r1', 'r2']) {
      await store.saveRun(run({ id, type: 'reprocess', state: 'done' }));
      const corrections = { '900亿元': ['900亿元', 9e10 + (id === 'r1' ? 1 : 2)] } as const;
      await system.keep({}, { run: id, shadow: true, parser: `parser-${id}`, corrections });
    }
    const decide = async (path: string, button: string) => {
      await page.goto(`${listening.url}${path}`);
      if (button === 'promote') await page.locator('.decide input[name=by]').fill('王芳');
      const posted = page.waitForResponse((r) => r.request().method() === 'POST');
      await page.locator(`.decide ${button === 'promote' ? 'button.main' : 'button[formaction]'}`).click();
      expect((await posted).status()).toBe(303);
      await page.waitForLoadState();
    };
    await decide('/runs/r1/diff', 'promote');
    expect(await page.locator('.decided').innerText()).toContain('王芳');
    await decide('/runs/r2', 'drop');
    expect(await store.tables.promotions.get('r2')).toMatchObject({ state: 'dropped', by: '王芳' });
    expect([await state('r1'), await state('r2')]).toEqual(['promoted', 'dropped']);
    const { rows } = await store.observations({ document, name: '年度投资' });
    expect(rows.map((row) => row.observation.value)).toEqual([9e10 + 1]);
  });

  it('retry one failure, those of a run, and all', async () => {
    const { store, producer } = system.deps;
    for (const id of ['q1', 'q2', 'q3']) {
      const own = { ...message, url: `http://a.cn/${id}`, run: `run-${id}` };
      await store.quarantine(failed(id, { run: own.run, message: own }));
    }
    const open = async () => (await store.listQuarantine({ resolved: false })).map((record) => record.id);
    expect(await press('/quarantine', '/quarantine/q1/retry')).toBe(200);
    expect((await open()).sort()).toEqual(['q2', 'q3']);
    expect(await press('/quarantine?run=run-q2', '/quarantine/retry?run=run-q2')).toBe(200);
    expect(await open()).toEqual(['q3']);
    expect(await press('/quarantine', '/quarantine/retry')).toBe(200);
    expect(await open()).toEqual([]);
    expect(await producer.queues.crawl.getWaitingCount()).toBe(3);
  });

  it('work over plain HTTP from another machine, where browsers say less of where a request comes from', async () => {
    const token = 'a-token-of-some-length';
    const open = await openSystem(inject('redisUrl'), { token });
    const shared = await open.console.listen();
    await open.deps.store.saveSource(source);
    page = await visit({});
    await page.goto(`${shared.url.replace('127.0.0.1', 'zhibiao.test')}/sources`);
    await page.locator('input[name="token"]').fill(token);
    await page.locator('form[action="/sign-in"] button').click();
    await page.waitForURL('**/sources');
    const sent = page.waitForRequest((r) => r.method() === 'POST');
    await page.locator('form[action$="/crawl"] button').click();
    expect((await (await sent).allHeaders())['sec-fetch-site']).toBeUndefined();
    await page.waitForURL('**/runs/crawl-*');
    expect(await open.deps.producer.queues.crawl.getWaitingCount()).toBe(1);
    await page.locator('form[action="/sign-out"] button').click();
    await page.waitForURL('**/sign-in');
    await page.goto(page.url().replace('/sign-in', '/runs'));
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await shared.close();
    await open.close();
  });

  it.each([
    ['zh-CN', '不是从本控制台的页面发出的'],
    ['en-GB', 'did not come from a page of this console'],
  ])('of another site are refused in the frame of the page: %s', async (locale, words) => {
    await system.deps.store.saveRun(run({}));
    const form = `<form method="post" action="${listening.url}/runs/crawl-1/stop"><button>x</button></form>`;
    const evil = createServer((_, answer) => {
      answer.setHeader('Content-Type', 'text/html');
      answer.setHeader('Referrer-Policy', 'no-referrer');
      answer.end(form);
    }).listen(0, '127.0.0.1');
    page = await visit({ locale });
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`);
    const answer = page.waitForResponse((r) => r.request().method() === 'POST');
    await page.locator('button').click();
    expect((await answer).status()).toBe(403);
    expect(await page.locator('main').innerText()).toContain(words);
    expect(await page.locator('header nav').isVisible()).toBe(true);
    expect(await state('crawl-1')).toBe('running');
    evil.close();
  });

  it('that came too late say why in the frame of the page', async () => {
    await system.deps.store.saveRun(run({}));
    await page.goto(`${listening.url}/runs`);
    await system.deps.store.saveRun(run({ state: 'done' }));
    await page.locator('form[action$="/stop"] button').click();
    await page.locator('.notice').waitFor();
    expect(await page.locator('.notice').innerText()).toContain('crawl-1');
    expect(await page.locator('header nav').isVisible()).toBe(true);
  });
});
