import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Listening } from './console.ts';
import { hasChromium, launchChromium } from './testing/chromium.ts';
import { openSystem, type System } from './testing/system.ts';
import { text } from './testing/text.ts';

const regions = [
  { name: '镇江市', adcode: '321100', target: '增长5.5%以上', value: 5.5 },
  { name: '扬州市', adcode: '321000', target: '增长5.5%以上', value: 5.5 },
  { name: '泰州市', adcode: '321200', target: '增长6.1%以上', value: 6.1 },
];

/** A page, its picture among those of the page, and the picture's address. */
const pictures = [
  ['series', '/series?indicator=gdp&region=321200'],
  ['ranking', '/ranking?indicator=gdp&kind=target&year=2024'],
  ['promises', '/promises?indicator=gdp'],
  ['targets', '/indicators/gdp'],
] as const;

/** In the browser: whether a text is XML. */
const wellFormed =
  "(svg) => !new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror')";

describe.skipIf(!hasChromium('the pictures were not tried in a browser'))('a picture', () => {
  let system: System;
  let listening: Listening;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    system = await openSystem(inject('redisUrl'));
    for (const { name, adcode, target, value } of regions)
      for (const year of [2023, 2024, 2025])
        await system.keep(
          { url: `http://${adcode}.example.cn/${year}.html`, text: text.replace('增长5.5%以上', target) },
          { year, region: { name, adcode }, corrections: { '增长5.5%以上': [target, value] } },
        );
    listening = await system.console.listen();
    browser = await launchChromium();
    page = await browser.newPage({ locale: 'zh-CN', acceptDownloads: true });
  });
  afterAll(async () => {
    await browser?.close();
    await listening?.close();
    await system?.close();
  });

  const chartOf = (name: string, of: Page = page) =>
    of
      .locator('figure.chart')
      .filter({ has: of.locator(`a[href^="/${name}.svg"]`) })
      .first();
  const open = (path: string, of: Page = page) => of.goto(`${listening.url}${path}`);

  it.each(pictures)(
    'of %s is made of links, each to its sentence or to what has several',
    async (name, path) => {
      await open(path);
      const links = chartOf(name).locator('svg a');
      const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
      expect(hrefs.length).toBeGreaterThanOrEqual(3);
      for (const href of hrefs) expect(href).toMatch(/^\/(documents\/[^/]+#w-|ranking\?.*year=)/);
      const said = hrefs.findIndex((href) => href.startsWith('/documents/'));
      await links.nth(said).click();
      await page.waitForURL(/\/documents\//);
      expect(await page.locator('mark.selected').innerText()).toMatch(/增长[\d.]+%/);
    },
  );

  it.each(pictures)(
    'of %s says what a mark stands for, to the mouse and to the keyboard',
    async (name, path) => {
      await open(path);
      const links = chartOf(name).locator('svg a');
      const labels = await links.evaluateAll((all) => all.map((a) => a.getAttribute('aria-label') ?? ''));
      expect(labels.every((label) => /\d%/.test(label))).toBe(true);
      const tip = page.locator('.tip');
      await links.first().hover();
      expect(await tip.innerText()).toBe(labels[0]);
      await links.first().focus();
      await page.keyboard.press('ArrowRight');
      expect(await tip.innerText()).toBe(labels[1]);
      await page.keyboard.press('End');
      expect(await tip.innerText()).toBe(labels.at(-1));
      expect(await chartOf(name).locator('svg a:not([tabindex="-1"])').count()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await tip.isVisible()).toBe(false);
    },
  );

  it.each(pictures)('of %s is downloaded as SVG, as rows and as PNG', async (name, path) => {
    await open(path);
    const chart = chartOf(name);
    const get = async (ending: string) =>
      page.request.get(
        `${listening.url}${await chart.locator(`a[href^="/${name}.${ending}"]`).getAttribute('href')}`,
      );
    const svg = await (await get('svg')).text();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="\d+" height="\d+"/);
    expect(svg).toContain(`href="${listening.url}/`);
    expect(svg).not.toContain('href="/');
    const drawn = await browser.newPage();
    expect(await drawn.evaluate<boolean>(`(${wellFormed})(${JSON.stringify(svg)})`)).toBe(true);
    await drawn.setContent(svg);
    expect(await drawn.locator('svg svg').count()).toBe(1);
    expect(await drawn.locator('svg text').first().textContent()).not.toBe('');
    await drawn.close();

    const csv = await get('csv');
    expect(csv.headers()['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = (await csv.text()).trim().split('\r\n');
    expect(head).toContain('figure,region,adcode,year');
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(rows.every((row) => row.includes('地区生产总值'))).toBe(true);

    const saved = page.waitForEvent('download');
    await chart.locator('button', { hasText: 'PNG' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe(`${name}.png`);
    const png = await readFile((await download.path())!);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1_000);
    expect(png.length).toBeGreaterThan(10_000);
  });

  it.each(pictures)('of %s is there without a script', async (name, path) => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await open(path, plain);
    expect(await chartOf(name, plain).locator('svg a').count()).toBeGreaterThanOrEqual(3);
    expect(await chartOf(name, plain).locator('button').isVisible()).toBe(false);
    await plain.close();
  });

  it('of nothing is empty, and a wrong question is refused', async () => {
    const get = (path: string) => page.request.get(`${listening.url}${path}`);
    expect((await get('/ranking.svg?indicator=gdp&year=1990')).status()).toBe(200);
    expect(
      (await (await get('/ranking.csv?indicator=gdp&year=1990')).text()).trim().split('\r\n'),
    ).toHaveLength(1);
    for (const [name] of pictures) expect((await get(`/${name}.csv?year=soon`)).status()).toBe(400);
  });
});
