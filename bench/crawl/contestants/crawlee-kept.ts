// Crawlee as its guide shows it, with its own defaults, and with what it found pushed into its dataset on disk:
// the nearest it comes to a crawl that keeps what it fetched.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheerioCrawler, Configuration, Dataset, log } from '@crawlee/cheerio';
import { compete, isArticle } from './contestant.ts';

await compete(async ({ origin, start }) => {
  const dir = await mkdtemp(join(tmpdir(), 'crawlee-bench-'));
  return {
    processes: [{ role: 'crawler', pid: process.pid }],
    async run() {
      log.setLevel(log.LEVELS.ERROR);
      const config = new Configuration({ storageClientOptions: { localDataDirectory: dir } });
      const dataset = await Dataset.open('default', { config });
      const crawler = new CheerioCrawler(
        {
          async requestHandler({ request, $, enqueueLinks }) {
            if (isArticle(request.url)) {
              const paragraphs = $('.content p').map((_, p) => $(p).text());
              await dataset.pushData({
                url: request.url,
                title: $('h1').text(),
                text: paragraphs.get().join('\n'),
              });
              return;
            }
            await enqueueLinks({ globs: [`${origin}/zfgzbg/list_*`, `${origin}/zfgzbg/content_*`] });
          },
        },
        config,
      );
      await crawler.run([`${origin}${start}`]);
      return { articles: (await dataset.getInfo())?.itemCount ?? 0 };
    },
    close: () => rm(dir, { recursive: true, force: true }),
  };
});
