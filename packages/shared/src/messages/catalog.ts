import { z } from 'zod';

const Key = z.string().regex(/^sha256-[0-9a-f]{64}$/);
const Common = z.object({
  run: z.string(),
  source: z.string().nullable(),
  /** a reprocess works into a shadow that readers do not see until it is promoted */
  shadow: z.boolean().default(false),
});

/** Start the crawl of a source, fetch one URL and clean it, or (reprocess from `clean`) clean archived snapshots again. */
export const CrawlMessage = z.discriminatedUnion('task', [
  Common.extend({ task: z.literal('start'), source: z.string() }),
  Common.extend({
    task: z.literal('fetch'),
    /** canonical: the page's identity */
    url: z.url(),
    /** what to fetch, as it was linked; the canonical URL where absent */
    address: z.url().optional(),
    /** a sitemap is read for its addresses, not for its text */
    kind: z.enum(['page', 'sitemap']).default('page'),
    depth: z.int().min(0).default(0),
    /** true where a person or the schedule asked for this page: it is fetched even when it is not due */
    force: z.boolean().default(false),
    /** from the archive alone, without the network: a page of a crawl that was imported */
    offline: z.boolean().optional(),
  }),
  Common.extend({ task: z.literal('clean'), page: z.string(), snapshots: z.array(z.string()).min(1) }),
]);
export type CrawlMessage = z.infer<typeof CrawlMessage>;

/** Where an article came from: the keys of its snapshots, oldest part first, and the cleaner that made it. */
const Provenance = Common.extend({
  page: z.string(),
  snapshots: z.array(z.string()).default([]),
  cleaner: z.string().default('unknown'),
});

export const ParseMessage = Provenance.extend({ article: Key });
export type ParseMessage = z.infer<typeof ParseMessage>;

export const StoreMessage = Provenance.extend({ article: Key, extraction: Key });
export type StoreMessage = z.infer<typeof StoreMessage>;

const crawlInput = (m: CrawlMessage) => (m.task === 'fetch' ? m.url : m.task === 'clean' ? m.page : m.source);

interface QueueDefinition<S extends z.ZodType> {
  readonly title: string;
  readonly schema: S;
  /** tries in all; backoff is exponential from `backoffMs` with jitter */
  readonly attempts: number;
  readonly backoffMs: number;
  readonly concurrency: number;
  /** a job that runs longer is aborted through its signal and counts as failed (retryable) */
  readonly timeoutMs: number;
  /** what makes two messages of one run the same job */
  readonly identity: (message: z.infer<S>) => string;
  /** what the quarantine calls the input */
  readonly input: (message: z.infer<S>) => string;
}

const define = <S extends z.ZodType>(definition: QueueDefinition<S>) => definition;

/** The three queues. Producers, workers, dashboard and documentation derive from this table alone. */
export const catalog = {
  crawl: define({
    title: 'fetch and clean pages',
    schema: CrawlMessage,
    attempts: 4,
    backoffMs: 2_000,
    concurrency: 16,
    timeoutMs: 180_000,
    identity: (m) => `${m.task} ${crawlInput(m)}`,
    input: crawlInput,
  }),
  parse: define({
    title: 'extract reports and observations',
    schema: ParseMessage,
    attempts: 3,
    backoffMs: 500,
    concurrency: 2,
    timeoutMs: 60_000,
    identity: (m) => `${m.page} ${m.article}`,
    input: (m) => m.article,
  }),
  store: define({
    title: 'write versions and observations',
    schema: StoreMessage,
    attempts: 8,
    backoffMs: 500,
    concurrency: 4,
    timeoutMs: 60_000,
    identity: (m) => `${m.page} ${m.extraction}`,
    input: (m) => m.extraction,
  }),
} as const;

export type Catalog = typeof catalog;
export type QueueName = keyof Catalog;
export type MessageOf<Q extends QueueName> = z.infer<Catalog[Q]['schema']>;
export const queueNames = Object.keys(catalog) as QueueName[];
