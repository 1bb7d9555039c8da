import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../browser/find-chromium.ts';
import { launchChromium } from '../browser/launch.ts';
import { decode } from './charset/index.ts';
import { kindPages } from './testing/kinds/index.ts';
import { fourthPages, layoutPages, secondPages, thirdPages } from './testing/layouts/index.ts';
import { readText, shownText } from './testing/rendered.ts';

const chromium = findChromium(process.env.ZHIBIAO_CHROMIUM);
const here = fileURLToPath(new URL('.', import.meta.url));
const saved = fileURLToPath(new URL('../../../../../shared/pages', import.meta.url));

const own = [...layoutPages(), ...secondPages(), ...thirdPages(), ...fourthPages(), ...kindPages()].map(
  (page) => [`${page.kind} ${page.name}`, page.html] as const,
);
const files = [...pagesIn(here), ...(existsSync(saved) ? pagesIn(saved) : [])].map(
  (file) => [path.basename(file), decode(readFileSync(file)).text] as const,
);

describe.skipIf(chromium === null)('a page reads as Chromium shows it', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(chromium!);
  });
  afterAll(() => browser?.close());

  test.each([...own, ...files])('%s', { timeout: 60_000 }, async (_, html) => {
    expect(readText(html)).toBe(await shownText(browser, html));
  });
});

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.html?$/.test(name))
    .map((name) => path.join(folder, name));
}
