import { FinalError, RetryableError } from '@zhibiao/shared';
import type { Redis } from 'ioredis';
import robotsParser from 'robots-parser';
import { z } from 'zod';
import { type Fetcher, type FetchRequest, ForbiddenAddressError, UnreachableError } from '../fetch/index.ts';
import { RobotsUnavailableError } from './errors.ts';

export interface RobotsOptions {
  fetcher: Pick<Fetcher, 'fetch'>;
  redis: Redis;
  /** of all keys */
  prefix: string;
  /** the crawler's name as robots.txt files write it */
  product?: string;
}

export interface RobotRules {
  allowed: boolean;
  /** the site's Crawl-delay, milliseconds, at most five minutes */
  crawlDelayMs: number | null;
  /** addresses of the sitemaps that the file names */
  sitemaps: string[];
}

// The library's types describe an ES module's default export; at run time it is the CommonJS export itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;
type Robot = ReturnType<typeof parseRobots>;

type Context = Pick<FetchRequest, 'allowHosts' | 'signal'>;
/** A read serves everybody who waits for it, so nobody's signal ends it; its own time limit does. */
type ReadContext = Pick<FetchRequest, 'allowHosts'>;

export interface Robots {
  /** What the site's robots.txt says of a URL. @throws RobotsUnavailableError while it cannot be read */
  rules(url: string, context?: Context): Promise<RobotRules>;
  /** @throws RobotsUnavailableError while robots.txt cannot be read */
  allowed(url: string, context?: Context): Promise<boolean>;
}

const defaultProduct = 'Zhibiao';
/** RFC 9309 asks to read at least 500 KiB; the rest is cut. */
const maxBytes = 500 * 1024;
const timeoutMs = 20_000;
/** RFC 9309 asks not to use a copy for longer than a day. */
const keptMs = 24 * 3_600_000;
/** How long a site is left alone whose robots.txt cannot be read. */
const unavailableMs = 600_000;
/** How long a process uses its parsed copy before it looks into Redis again. */
const parsedMs = 60_000;
const parsedHosts = 500;
const longestDelayMs = 300_000;

/** What Redis keeps of one origin. `text` is empty where there is no robots.txt: everything is allowed. */
const Entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rules'), text: z.string() }),
  z.object({ kind: z.literal('unavailable'), reason: z.string(), unreachable: z.boolean().default(false) }),
]);
type Entry = z.infer<typeof Entry>;

const robotsKey = (prefix: string, origin: string) => `${prefix}:robots:${origin}`;

/** robots.txt, cached in Redis for all processes. */
export function createRobots(options: RobotsOptions): Robots {
  const { fetcher, redis, prefix, product = defaultProduct } = options;
  const parsed = new Map<string, { robot: Robot; until: number }>();
  const underWay = new Map<string, Promise<Entry>>();
  const keyOf = (origin: string) => robotsKey(prefix, origin);

  async function read(origin: string, { allowHosts }: ReadContext): Promise<Entry> {
    const url = `${origin}/robots.txt`;
    const { entry, ms } = await fetcher
      .fetch({ url, allowHosts, maxBytes, timeoutMs, maxRedirects: 5, truncate: true })
      .then(({ body }) => ({ entry: rules(new TextDecoder().decode(body)), ms: keptMs }), judge);
    await redis.set(keyOf(origin), JSON.stringify(entry), 'PX', ms);
    return entry;
  }

  async function entryOf(origin: string, context: ReadContext): Promise<Entry> {
    const kept = await redis.get(keyOf(origin));
    if (kept !== null) return Entry.parse(JSON.parse(kept));
    const key = JSON.stringify([origin, context.allowHosts]);
    const running = underWay.get(key) ?? read(origin, context).finally(() => underWay.delete(key));
    underWay.set(key, running);
    return running;
  }

  async function robotOf(url: string, context: Context): Promise<Robot> {
    const { origin } = new URL(url);
    const known = parsed.get(origin);
    if (known && known.until > Date.now()) return known.robot;
    const entry = await entryOf(origin, context);
    if (entry.kind === 'unavailable') {
      const left = Math.max(await redis.pttl(keyOf(origin)), 1_000);
      throw new RobotsUnavailableError(
        `${url}: not fetched, as robots.txt of ${origin} cannot be read (${entry.reason}). It is tried again later.`,
        url,
        { retryAfterMs: left, unreachable: entry.unreachable },
      );
    }
    const robot = parseRobots(`${origin}/robots.txt`, entry.text);
    parsed.delete(origin);
    parsed.set(origin, { robot, until: Date.now() + parsedMs });
    if (parsed.size > parsedHosts) parsed.delete(parsed.keys().next().value as string);
    return robot;
  }

  async function rulesOf(url: string, context: Context = {}): Promise<RobotRules> {
    const robot = await robotOf(url, context);
    return {
      allowed: robot.isAllowed(url, product) ?? true,
      crawlDelayMs: delayOf(robot, product),
      sitemaps: robot.getSitemaps(),
    };
  }

  return { rules: rulesOf, allowed: async (url, context) => (await rulesOf(url, context)).allowed };
}

/** What is known of a site's robots.txt without asking the site. */
export type KnownRobots =
  | { readonly kind: 'rules'; readonly crawlDelayMs: number | null }
  /** nothing is fetched from the site meanwhile */
  | { readonly kind: 'unavailable'; readonly reason: string };

/** @returns null where it has not been read within a day */
export async function knownRobots(
  redis: Redis,
  prefix: string,
  origin: string,
  product = defaultProduct,
): Promise<KnownRobots | null> {
  const kept = await redis.get(robotsKey(prefix, origin));
  if (kept === null) return null;
  const entry = Entry.parse(JSON.parse(kept));
  if (entry.kind === 'unavailable') return entry;
  return { kind: 'rules', crawlDelayMs: delayOf(parseRobots(`${origin}/robots.txt`, entry.text), product) };
}

function delayOf(robot: Robot, product: string): number | null {
  const delay = robot.getCrawlDelay(product);
  return delay === undefined ? null : Math.min(delay * 1000, longestDelayMs);
}

const rules = (text: string): Entry => ({ kind: 'rules', text });

/**
 * RFC 9309 2.3.1: what a server refuses for good (4xx), or what is no robots.txt, allows everything; what it
 * cannot give for now forbids everything.
 * @throws the error itself where it says nothing about robots.txt: the address is forbidden
 */
function judge(error: unknown): { entry: Entry; ms: number } {
  if (error instanceof ForbiddenAddressError) throw error;
  if (error instanceof FinalError) return { entry: rules(''), ms: keptMs };
  if (!(error instanceof RetryableError)) throw error;
  const ms = Math.min(Math.max(error.retryAfterMs ?? 0, unavailableMs), keptMs);
  const unreachable = error instanceof UnreachableError;
  return { entry: { kind: 'unavailable', reason: error.message, unreachable }, ms };
}
