import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { NoBrowserError } from './errors.ts';

/** Names under which the systems' packages install it. */
const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where Playwright's own downloads keep the program, below `chromium-<revision>` (its registry's layout). */
const cached = [
  'chrome-linux64/chrome',
  'chrome-linux-arm64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

const installed: Readonly<Record<string, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
};

/**
 * Looks for a Chromium: the configured one, else PATH, else the usual places, else Playwright's download folder.
 * @param configured the path that the configuration names: then no other is taken
 * @returns the program's path, or null where there is none
 * @throws NoBrowserError where the configured one cannot be run
 */
export function findChromium(
  configured: string | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  if (configured !== undefined) {
    if (runnable(configured)) return configured;
    throw new NoBrowserError(
      `${configured}: named as the Chromium (ZHIBIAO_CHROMIUM) but not a program that can be run. Correct or unset it.`,
      configured,
    );
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [...onPath, ...(installed[process.platform] ?? []), ...downloads(env)];
  return candidates.find(runnable) ?? null;
}

function downloads(env: Readonly<Record<string, string | undefined>>): string[] {
  const home = env.HOME ?? homedir();
  const folders = [
    env.PLAYWRIGHT_BROWSERS_PATH ?? '',
    join(home, '.cache', 'ms-playwright'),
    join(home, 'Library', 'Caches', 'ms-playwright'),
    join(env.LOCALAPPDATA ?? home, 'ms-playwright'),
  ].filter(Boolean);
  return folders.flatMap((folder) => {
    const revisions = list(folder).filter((name) => /^chromium-\d+$/.test(name));
    revisions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
    return revisions.flatMap((revision) => cached.map((program) => join(folder, revision, program)));
  });
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
