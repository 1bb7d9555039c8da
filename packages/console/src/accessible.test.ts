import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Listening } from './console.ts';
import { hasChromium, launchChromium } from './testing/chromium.ts';
import { keepEverything } from './testing/everything.ts';
import { openSystem, type System } from './testing/system.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In the browser: words of which a line holds one character, as in a column that is squeezed. */
const vertical = `[...document.querySelectorAll('th, td, h1, h2, h3, p, li, dt, dd, label, summary, figcaption')]
  .filter((one) => one.offsetParent && one.textContent.trim().length > 2)
  .filter((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const { width, height } = range.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(one).fontSize);
    return width > 0 && width < 1.8 * size && height > 2.5 * size;
  })
  .map((one) => one.textContent.trim().slice(0, 20))`;

describe.skipIf(!hasChromium('pages were not looked at in a browser'))('every page', () => {
  let system: System;
  let listening: Listening;
  let browser: Browser;
  let paths: string[];

  beforeAll(async () => {
    system = await openSystem(inject('redisUrl'));
    paths = await keepEverything(system);
    listening = await system.console.listen();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await listening?.close();
    await system?.close();
  });

  async function violations(page: Page, session: CDPSession): Promise<string[]> {
    // The page's own policy lets no script in but the console's; the debugger's door is open.
    await session.send('Runtime.evaluate', { expression: axe });
    return page.evaluate<string[]>(
      "axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).slice(0, 3).join(' ')))",
    );
  }

  it.each([
    [390, 'light', 'zh-CN', true],
    [768, 'light', 'en-GB', false],
    [1440, 'dark', 'en-GB', true],
  ] as const)(
    'at %i pixels, %s, %s: fits, and axe (%s) finds nothing',
    async (width, colorScheme, locale, axed) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const faults: string[] = [];
      page.on('console', (message) => {
        const isStatus = message.text().startsWith('Failed to load resource');
        if (message.type() === 'error' && !isStatus) faults.push(message.text());
      });
      for (const path of paths) {
        const answer = await page.goto(`${listening.url}${path}`);
        const wrong = path === '/nothing' ? 404 : /soon|%E9%98%B3/.test(path) ? 400 : 200;
        if (answer!.status() !== wrong) faults.push(`${path}: ${answer!.status()}`);
        const size = (await answer!.body()).length;
        if (size > 100_000) faults.push(`${path}: ${size} bytes`);
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
        if (wide > width) faults.push(`${path}: ${wide} pixels wide`);
        for (const words of await page.evaluate<string[]>(vertical))
          faults.push(`${path}: vertical: ${words}`);
        if (axed)
          for (const violation of await violations(page, session)) faults.push(`${path}: ${violation}`);
      }
      await context.close();
      expect(faults).toEqual([]);
    },
    180_000,
  );
});
