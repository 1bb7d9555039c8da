import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { ForbiddenAddressError } from '../fetch/index.ts';
import { articlePage, type Site, startSite } from './testing/site.ts';
import { type CrawlSystem, fetchMessage, openCrawlSystem, sourceOf } from './testing/system.ts';

let site: Site;
let system: CrawlSystem;
beforeEach(async () => {
  site = await startSite({ '/report.html': articlePage() });
  system = await openCrawlSystem(inject('redisUrl'), []);
  const start = [site.url('/report.html')];
  await system.store.saveSource(sourceOf({ id: 'inner', start, allowHosts: [site.host] }));
  await system.store.saveSource(sourceOf({ id: 'outer', start }));
});
afterEach(async () => {
  await system.close();
  await site.close();
});

/** Both in one run, and both asked for before either was fetched: what is archived meanwhile would do for both. */
const fetchAs = (source: string, queuedAt: number) =>
  system.handle(fetchMessage(site.url('/report.html'), { source, force: false }), queuedAt);

test('a source reaches no private host that only another source of the run may reach', async () => {
  const queuedAt = Date.now();
  await fetchAs('inner', queuedAt);
  expect(site.paths()).toEqual(['/report.html']);
  await expect(fetchAs('outer', queuedAt)).rejects.toBeInstanceOf(ForbiddenAddressError);
  expect(site.paths()).toEqual(['/report.html']);
});

test('what the run has fetched serves a source that may reach as much', async () => {
  const start = [site.url('/report.html')];
  await system.store.saveSource(sourceOf({ id: 'outer', start, allowHosts: [site.host] }));
  const queuedAt = Date.now();
  await fetchAs('inner', queuedAt);
  await fetchAs('outer', queuedAt);
  expect(site.paths()).toEqual(['/report.html']);
});
