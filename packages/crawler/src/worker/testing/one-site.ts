import { afterEach, beforeEach, inject } from 'vitest';
import { type CrawlHouse, fetchMessage, openCrawlHouse, sourceOf } from './house.ts';
import { type Site, startSite } from './site.ts';

/** For each test of a file a site of its own, and a crawl house with a source `demo` for it that asks for no pauses. */
export function useSite() {
  const own = {} as { site: Site; house: CrawlHouse };
  beforeEach(async () => {
    own.site = await startSite();
    own.house = await openCrawlHouse(inject('redisUrl'), [own.site.host]);
    const politeness = { delayMs: 0, concurrency: 4 };
    await own.house.store.saveSource(sourceOf({ start: [own.site.origin], politeness }));
  });
  afterEach(async () => {
    await own.house.close();
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
    get house() {
      return own.house;
    },
    crawl: (path: string) => own.house.drain([fetchMessage(own.site.url(path), { source: 'demo' })]),
  };
}
