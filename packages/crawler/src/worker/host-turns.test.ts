import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { findChromium } from '../browser/index.ts';
import { HttpUnavailableError, UnreachableError } from '../fetch/index.ts';
import { RobotsUnavailableError } from '../politeness/index.ts';
import { RobotsDisallowedError } from './errors.ts';
import { articlePage, type Site, startSite } from './testing/site.ts';
import { type CrawlSystem, fetchMessage, openCrawlSystem, sourceOf } from './testing/system.ts';

let site: Site;
let other: Site;
let system: CrawlSystem;
beforeEach(async () => {
  other = await startSite({ '/report.html': articlePage(), '/private/report.html': articlePage() });
  site = await startSite({ '/here': to('/report.html'), '/there': to('/private/report.html') });
  system = await openCrawlSystem(inject('redisUrl'), [site.host, other.host]);
  await system.store.saveSource(sourceOf({ start: [site.origin], politeness }));
});
afterEach(async () => {
  await system.close();
  await site.close();
  await other.close();
});

const politeness = { delayMs: 0, concurrency: 1 };
const to = (path: string) => ({ status: 302, headers: { location: other.url(path) } });
const crawl = (path: string) => system.drain([fetchMessage(site.url(path), { source: 'demo' })]);

describe('a redirect to another host', () => {
  it('is followed when that host lets everybody in and nobody is before us, and its turn is given back', async () => {
    expect(await crawl('/here')).toMatchObject({ failed: [], delayed: [], parsed: [{}] });
    expect(await system.deps.gate.reserve(other.host, politeness)).toMatchObject({ ok: true });
  });

  it('is not followed against the robots.txt of that host', async () => {
    other.pages['/robots.txt'] = {
      headers: { 'content-type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /private/',
    };
    const { failed } = await crawl('/there');
    expect(failed[0]?.error).toBeInstanceOf(RobotsDisallowedError);
    expect(failed[0]?.error.message).toContain(`robots.txt of ${other.host}`);
    expect(failed[0]?.error.message).toContain(site.url('/there'));
    expect(other.paths()).toEqual([]);
  });

  it('waits for its turn at that host as any request to it', async () => {
    await system.deps.gate.reserve(other.host, { delayMs: 600_000, concurrency: 1 });
    const { delayed, failed, parsed } = await crawl('/here');
    expect([failed, parsed]).toEqual([[], []]);
    expect(delayed[0]).toBeGreaterThan(500_000);
    expect(other.paths()).toEqual([]);
    // The first host is free again meanwhile.
    expect(await system.deps.gate.reserve(site.host, politeness)).toMatchObject({ ok: true });
  });

  it('is not followed while its robots.txt cannot be read', async () => {
    other.pages['/robots.txt'] = { status: 500 };
    const { failed } = await crawl('/here');
    expect(failed[0]?.error).toBeInstanceOf(RobotsUnavailableError);
    expect(other.paths()).toEqual([]);
  });

  it('says that nobody is there where that is so', async () => {
    await other.close();
    const { failed } = await crawl('/here');
    expect(failed[0]?.error).toBeInstanceOf(UnreachableError);
    expect(failed[0]?.error).toMatchObject({ retryAfterMs: null });
  });

  it('lets that host rest, not the first one, when it is overloaded', async () => {
    other.pages['/report.html'] = { status: 503 };
    const { failed } = await crawl('/here');
    expect(failed[0]?.error).toBeInstanceOf(HttpUnavailableError);
    expect(await system.deps.gate.reserve(other.host, politeness)).toMatchObject({ ok: false });
    expect(await system.deps.gate.reserve(site.host, politeness)).toMatchObject({ ok: true });
  });
});

const chromium = findChromium(undefined);
if (chromium === null)
  console.warn('SKIPPED: no Chromium on this machine, so no redirect inside a browser was tested.');

describe.skipIf(chromium === null)('a redirect to another host inside a browser', () => {
  vi.setConfig({ testTimeout: 60_000 });
  beforeEach(() =>
    system.store.saveSource(sourceOf({ start: [site.origin], politeness, render: 'browser' })),
  );

  it('is not followed against the robots.txt of that host', async () => {
    const meta = `<meta http-equiv="refresh" content="0; url=${other.url('/private/report.html')}">`;
    site.pages['/meta'] = { body: `<!doctype html><html><head>${meta}</head></html>` };
    other.pages['/robots.txt'] = {
      headers: { 'content-type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /private/',
    };
    for (const path of ['/there', '/meta']) {
      const { failed } = await crawl(path);
      expect(failed[0]?.error).toBeInstanceOf(RobotsDisallowedError);
      expect(failed[0]?.error.message).toContain(site.url(path));
    }
    expect(other.paths()).toEqual([]);
  });

  it('is followed where that host lets everybody in', async () => {
    expect(await crawl('/here')).toMatchObject({ failed: [], delayed: [], parsed: [{}] });
    expect(other.paths()).toEqual(['/report.html']);
  });
});
