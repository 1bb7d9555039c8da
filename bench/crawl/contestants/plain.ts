// The least that a crawler can be: undici, cheerio and an array. No queue, no robots, nothing kept.
import { load } from 'cheerio';
import { Agent, request } from 'undici';
import { compete, isArticle, isList } from './contestant.ts';

const concurrency = 16;

await compete(async ({ origin, start }) => ({
  processes: [{ role: 'crawler', pid: process.pid }],
  async run() {
    const agent = new Agent({ connections: concurrency });
    const waiting = [`${origin}${start}`];
    const seen = new Set(waiting);
    let articles = 0;
    let running = 0;
    await new Promise<void>((resolve, reject) => {
      const visit = async (url: string) => {
        const { body } = await request(url, { dispatcher: agent });
        const $ = load(await body.text());
        if (isArticle(url)) {
          const text = $('.content p')
            .map((_, p) => $(p).text())
            .get()
            .join('\n');
          if ($('h1').text() && text) articles += 1;
          return;
        }
        for (const a of $('a[href]')) {
          const next = new URL($(a).attr('href') ?? '', url).href;
          if (seen.has(next) || !(isArticle(next) || isList(next))) continue;
          seen.add(next);
          waiting.push(next);
        }
      };
      const fill = () => {
        if (running === 0 && waiting.length === 0) return resolve();
        while (running < concurrency && waiting.length > 0) {
          running += 1;
          visit(waiting.shift()!).then(() => {
            running -= 1;
            fill();
          }, reject);
        }
      };
      fill();
    });
    await agent.close();
    return { articles };
  },
  async close() {},
}));
