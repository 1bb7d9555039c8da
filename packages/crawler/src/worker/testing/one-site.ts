import { afterEach, beforeEach, inject } from 'vitest';
import { type Site, startSite } from './site.ts';
import { type CrawlSystem, fetchMessage, openCrawlSystem, sourceOf } from './system.ts';

/** For each test of a file a site of its own, and a crawl system with a source `demo` for it that asks for no pauses. */
export function useSite() {
  const own = {} as { site: Site; system: CrawlSystem };
  beforeEach(async () => {
    own.site = await startSite();
    own.system = await openCrawlSystem(inject('redisUrl'), [own.site.host]);
    const politeness = { delayMs: 0, concurrency: 4 };
    await own.system.store.saveSource(sourceOf({ start: [own.site.origin], politeness }));
  });
  afterEach(async () => {
    await own.system.close();
    await own.site.close();
  });
  return {
    /** what the site answers, by path */
    get pages() {
      return own.site.pages;
    },
    get site() {
      return own.site;
    },
    get system() {
      return own.system;
    },
    crawl: (path: string) => own.system.drain([fetchMessage(own.site.url(path), { source: 'demo' })]),
  };
}
