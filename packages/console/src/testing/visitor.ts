import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import type { Listening } from '../console.ts';
import type { ConsoleDeps } from '../deps.ts';
import { launchChromium } from './chromium.ts';
import { openSystem, type System } from './system.ts';

/** A console of its own for each test, with somebody before it in a real browser. */
export interface Visitor {
  readonly system: System;
  readonly url: string;
  readonly page: Page;
  open(path: string): Promise<void>;
  /** Presses what sends a form. @returns the status of the page that the browser stands on afterwards */
  press(selector: string): Promise<number>;
  words(): Promise<string>;
}

/** Registers the hooks. @param more of the console's parts, made for each test */
export function visitor(
  options: BrowserContextOptions = {},
  more: (system: Pick<System, 'deps'>) => Partial<ConsoleDeps> = () => ({}),
): Visitor {
  let browser: Browser;
  let system: System;
  let listening: Listening;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    system = await openSystem(inject('redisUrl'), {}, more);
    listening = await system.console.listen();
    const context = await browser.newContext({ locale: 'zh-CN', ...options });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('dialog', (dialog) => void dialog.accept());
  });
  afterEach(async () => {
    await page.context().close();
    await listening.close();
    await system.close();
  });
  return {
    get system() {
      return system;
    },
    get url() {
      return listening.url;
    },
    get page() {
      return page;
    },
    async open(path) {
      await page.goto(`${listening.url}${path}`);
    },
    async press(selector) {
      const answer = page.waitForResponse(
        (r) => r.request().isNavigationRequest() && (r.status() < 300 || r.status() >= 400),
      );
      await page.locator(selector).first().click();
      const status = (await answer).status();
      await page.waitForLoadState();
      return status;
    },
    words: () => page.locator('main').innerText(),
  };
}
