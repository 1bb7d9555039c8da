import { present } from '@zhibiao/shared';
import type { Browser } from 'playwright-core';
import { BrowserCrashedError, NoBrowserError } from './errors.ts';

/** Traffic outside a page's own context has nowhere to go: nobody listens on the discard port. */
const nowhere = 'http://127.0.0.1:9';

/** Keeps every packet inside the guarding proxy, and the browser to the page that it was asked for. */
const flags = [
  // Names are looked up by the proxy only.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--dns-prefetch-disable',
  // What does not go over TCP does not go over the proxy.
  '--disable-quic',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  // The same for versions before its renaming, and for the headless shell.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--mute-audio',
  // Megabytes of one page's script heap; memory outside the heap is bounded by the memory guard.
  '--js-flags=--max-old-space-size=384',
];

/**
 * Starts a Chromium. Its own sandbox is on, except for root, whom Chromium does not let use it.
 * @throws NoBrowserError where this machine cannot run it at all, BrowserCrashedError where it did not come up
 */
export async function launchChromium(executablePath: string): Promise<Browser> {
  try {
    // Loaded here: most crawls never need a browser, and Playwright is the largest thing in the process.
    const { chromium } = await import('playwright-core');
    return await chromium.launch({
      executablePath,
      headless: true,
      chromiumSandbox: process.getuid?.() !== 0,
      args: flags,
      proxy: { server: nowhere, bypass: '<-loopback>' },
      timeout: 30_000,
      // Whoever started this process stops it; the browser goes with its pipe.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    const reason = (error as Error).message;
    if (/sandbox/i.test(reason) && /usable|namespace|SUID/i.test(reason)) {
      throw new NoBrowserError(
        `${executablePath}: its sandbox does not work here. Allow unprivileged user namespaces ` +
          '(sysctl kernel.unprivileged_userns_clone=1) or install the chromium-sandbox package.',
        executablePath,
        { cause: error },
      );
    }
    if (/ENOENT|EACCES|shared libraries|not found/i.test(reason)) {
      throw new NoBrowserError(
        `${executablePath}: cannot be started (${firstLine(reason)}). Install its missing libraries or another Chromium.`,
        executablePath,
        { cause: error },
      );
    }
    throw new BrowserCrashedError(
      `${executablePath}: did not come up (${firstLine(reason)}). It is tried again.`,
      executablePath,
      { cause: error },
    );
  }
}

function firstLine(text: string): string {
  return present(text.split('\n')[0], 'the first of split').slice(0, 300);
}
