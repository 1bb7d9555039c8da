import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../browser/find-chromium.ts';
import { launchChromium } from '../browser/launch.ts';
import { layoutPages } from './testing/layouts/index.ts';
import { readText, shownText } from './testing/rendered.ts';

const chromium = findChromium(process.env.ZHIBIAO_CHROMIUM);

/** The law of what is read, on a sample; `npm run test:long` holds it on every page. */
describe.skipIf(chromium === null)('a page reads as Chromium shows it', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(() => browser?.close());

  const sample = layoutPages().filter((_, i) => i % 10 === 0);
  test.each(sample.map((page) => [page.name, page.html]))('%s', { timeout: 60_000 }, async (_, html) => {
    expect(readText(html)).toBe(await shownText(browser, html));
  });
});
