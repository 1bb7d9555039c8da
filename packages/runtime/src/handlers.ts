import { zhibiaoVersion } from '@zhibiao/shared';
import type { QueueName } from '@zhibiao/shared/messages';
import { Counters, type Handler, type Producer, RunHosts } from '@zhibiao/shared/queues';
import type { Stores } from './stores.ts';

export interface OpenHandler<Q extends QueueName> {
  readonly handler: Handler<Q>;
  close(): Promise<void>;
}

type OpenHandlers = {
  readonly [Q in QueueName]: (stores: Stores, producer: Producer, owner: string) => Promise<OpenHandler<Q>>;
};

const nothingToClose = async () => {};

/**
 * Exactly one handler for each queue of the catalog: the type makes a missing or a second one impossible. A process loads
 * what its own queues need: one that was killed is back sooner. `owner` names the process in what it holds.
 */
export const handlers: OpenHandlers = {
  async crawl({ archive, store, config, log }, producer, owner) {
    const [{ findOcr }, { createRenderer }, { createFetcher, userAgent }, politeness, crawler] =
      await Promise.all([
        import('@zhibiao/crawler/attachments'),
        import('@zhibiao/crawler/browser'),
        import('@zhibiao/crawler/fetch'),
        import('@zhibiao/crawler/politeness'),
        import('@zhibiao/crawler/worker'),
      ]);
    const { createHostGate, createRobots } = politeness;
    const { createCrawlHandler, HostSlots, PartClaims, ShellMemory, UrlBudget } = crawler;
    const agent = userAgent(zhibiaoVersion, config.userAgentContact);
    const fetcher = createFetcher({ userAgent: agent });
    const renderer = createRenderer({ userAgent: agent, executablePath: config.chromium, logger: log });
    const { redis, prefix } = producer;
    let found: ReturnType<typeof findOcr> | undefined;
    const ocr = () => (found ??= findOcr());
    const counters = new Counters(redis, prefix);
    const hosts = new RunHosts(redis, prefix);
    const handler = createCrawlHandler({
      archive,
      pages: store,
      startScheduled: async (...wanted) =>
        (await import('./runs.ts')).startScheduled({ store, producer }, ...wanted),
      source: (id) => store.getSource(id),
      fetcher,
      render: renderer.render,
      gate: createHostGate(redis, { prefix, owner }),
      robots: createRobots({ fetcher, redis, prefix }),
      budget: new UrlBudget(redis, prefix),
      claims: new PartClaims(redis, prefix),
      shells: new ShellMemory(redis, prefix),
      slots: new HostSlots(),
      allowHosts: config.allowHosts,
      ocr,
      onFetched({ run, source, host, status, error, ms, bytes }) {
        const answer = status === null ? 'none' : `${Math.floor(status / 100)}xx`;
        counters.add([source ?? 'addresses', answer], ms, bytes);
        hosts.add({ run, host, answer: String(status ?? error), failed: error !== null, ms });
      },
      now: Date.now,
    });
    return {
      handler,
      async close() {
        await counters.close();
        await hosts.close();
        await renderer.close();
        await fetcher.close();
      },
    };
  },
  async parse({ archive, config }) {
    const { loadLexicon, parseArticle, parserVersion } = await import('@zhibiao/parser');
    const { createParseHandler } = await import('@zhibiao/parser/worker');
    const lexicon = loadLexicon(config.lexiconDir);
    const handler = createParseHandler({
      archive,
      version: parserVersion(lexicon),
      parse: (article) => parseArticle(article, { lexicon }),
    });
    return { handler, close: nothingToClose };
  },
  async store({ archive, store }) {
    const { createStoreHandler } = await import('@zhibiao/store/worker');
    return { handler: createStoreHandler({ archive, store }), close: nothingToClose };
  },
};
