import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Listening } from './console.ts';
import { hasChromium, launchChromium } from './testing/chromium.ts';
import { openSystem, type System } from './testing/system.ts';

describe.skipIf(!hasChromium('the console was not tried in a browser'))('the console in a browser', () => {
  let system: System;
  let listening: Listening;
  let browser: Browser;
  let page: Page;
  let document: string;
  const complaints: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    system = await openSystem(inject('redisUrl'));
    ({ document } = await system.keep());
    listening = await system.console.listen();
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1400, height: 700 }, locale: 'zh-CN' });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
  });
  afterAll(async () => {
    await browser?.close();
    await listening?.close();
    await system?.close();
  });

  const open = (path: string) => page.goto(`${listening.url}${path}`, { waitUntil: 'networkidle' });
  const selected = () => page.locator('mark.selected').allInnerTexts();

  it('shows and scrolls to the words of a number that is clicked', async () => {
    await open(`/documents/${document}`);
    const mark = page.locator('mark', { hasText: '900亿元' });
    expect(await mark.isVisible()).toBe(true);
    await page.locator('.observations a.number').last().click();
    await page.waitForTimeout(600);
    expect(await selected()).toEqual(['900亿元']);
    const { y, height } = (await mark.boundingBox())!;
    expect(y).toBeGreaterThan(100);
    expect(y + height).toBeLessThan(700);
  });

  it('shows the row of words that are clicked, and filters the table', async () => {
    await open(`/documents/${document}`);
    await page.locator('mark', { hasText: '286.5亿元' }).click();
    expect(await page.locator('tr.selected').textContent()).toContain('一般公共预算收入');
    const rows = page.locator('.observations tbody tr:visible');
    await page.locator('[data-find]').fill('就业');
    expect(await rows.count()).toBe(2);
    await page.locator('button[data-kind=target]').click();
    expect(await rows.count()).toBe(1);
  });

  it('leads from a list to the words, with scripts and without', async () => {
    await open('/observations');
    await page.locator('a.number', { hasText: '81.3%' }).click();
    await page.waitForURL(/#w-/);
    expect(await selected()).toEqual(['81.3%']);

    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(page.url());
    const back = (words: string) => {
      const mark = `[...document.querySelectorAll('mark')].find((m) => m.textContent === '${words}')`;
      return plain.evaluate<string>(`getComputedStyle(${mark}).backgroundColor`);
    };
    expect(await back('81.3%')).not.toBe(await back('286.5亿元'));
    await plain.close();
  });

  it('shows the queues without asking anything of another host', async () => {
    await open('/queues/jobs');
    const frame = page.frameLocator('iframe.board');
    for (const queue of ['crawl', 'parse', 'store'])
      await frame.getByText(queue, { exact: true }).first().waitFor();
    expect(await page.locator('header nav').isVisible()).toBe(true);
    for (const path of [
      '/queues',
      '/documents',
      '/runs',
      '/quarantine',
      '/sources',
      '/series',
      '/promises',
      '/copies',
    ])
      await open(path);
    expect(asked.filter((url) => !url.startsWith(listening.url) && !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([1200, 1440])('has its menu in one line at %i pixels, in English too', async (width) => {
    const wide = await browser.newPage({ viewport: { width, height: 800 }, locale: 'en-GB' });
    await wide.goto(`${listening.url}/documents`);
    const tops = await wide
      .locator('.top nav > *')
      .evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().top))).size);
    expect(tops).toBe(1);
    await wide.close();
  });

  it('folds the menu and the filters on a telephone, without a script', async () => {
    const phone = await browser.newPage({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });
    await phone.goto(`${listening.url}/observations`);
    for (const [button, folded] of [
      ['.menu-button', '.top nav'],
      ['.fold > label', '.filters'],
    ] as const) {
      expect(await phone.locator(folded).first().isVisible()).toBe(false);
      await phone.locator(button).click();
      expect(await phone.locator(folded).first().isVisible()).toBe(true);
    }
    await phone.close();
  });

  it('prints tables as tables, black on white, whatever the screen shows', async () => {
    const paper = await browser.newPage({ viewport: { width: 703, height: 1000 }, colorScheme: 'dark' });
    for (const path of ['/observations', '/regions/321100', '/coverage', `/documents/${document}`]) {
      await paper.goto(`${listening.url}${path}`);
      await paper.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await paper.evaluate('getComputedStyle(document.body).color')).toBe('rgb(27, 32, 37)');
      expect(await paper.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(703);
      expect(await paper.locator('header.top').isVisible()).toBe(false);
      if (path !== '/regions/321100')
        expect(await paper.locator('main table thead').first().isVisible()).toBe(true);
      expect((await paper.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    }
    await paper.close();
  });

  it('fits a telephone', async () => {
    const phone = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await phone.goto(`${listening.url}/documents/${document}`);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await phone.close();
  });
});
