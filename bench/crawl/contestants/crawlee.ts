// Crawlee as its guide shows it, tuned in its favour: nothing written to disk, no sessions, concurrency from the start.
import { CheerioCrawler, Configuration, log } from '@crawlee/cheerio';
import { compete, isArticle } from './contestant.ts';

const concurrency = 16;

await compete(async ({ origin, start }) => ({
  processes: [{ role: 'crawler', pid: process.pid }],
  async run() {
    log.setLevel(log.LEVELS.ERROR);
    let articles = 0;
    const crawler = new CheerioCrawler(
      {
        minConcurrency: concurrency,
        maxConcurrency: 4 * concurrency,
        maxRequestRetries: 3,
        useSessionPool: false,
        persistCookiesPerSession: false,
        async requestHandler({ request, $, enqueueLinks }) {
          if (isArticle(request.url)) {
            const text = $('.content p')
              .map((_, p) => $(p).text())
              .get()
              .join('\n');
            if ($('h1').text() && text) articles += 1;
            return;
          }
          await enqueueLinks({ globs: [`${origin}/zfgzbg/list_*`, `${origin}/zfgzbg/content_*`] });
        },
      },
      new Configuration({ persistStorage: false, purgeOnStart: true }),
    );
    await crawler.run([`${origin}${start}`]);
    return { articles };
  },
  async close() {},
}));
