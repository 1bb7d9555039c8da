import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** ZHIBIAO_CHROMIUM, one on PATH, or the one of Playwright's cache. */
function findChromium(): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => names.map((name) => join(dir, name)));
  const candidates = [process.env.ZHIBIAO_CHROMIUM ?? '', ...onPath, chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

const executablePath = findChromium();

/** Says loudly that tests are skipped where there is no browser. */
export function hasChromium(what: string): boolean {
  if (!executablePath) {
    console.warn(`SKIPPED: ${what}: no Chromium on PATH (ZHIBIAO_CHROMIUM names one)`);
  }
  return executablePath !== null;
}

export const launchChromium = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', ...args] });
