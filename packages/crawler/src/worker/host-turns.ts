import { setTimeout as sleep } from 'node:timers/promises';
import { RetryableError, type Source } from '@zhibiao/shared';
import { RobotsUnavailableError } from '../politeness/index.ts';
import type { CrawlDeps } from './deps.ts';
import { RobotsDisallowedError } from './errors.ts';

/** It is not this fetch's turn at a host; the job comes back then without having used up a try. */
export class NotOurTurnError extends RetryableError {}

/** What an unnamed source is owed. */
const defaultPoliteness: Source['politeness'] = { delayMs: 2_000, concurrency: 1 };

/**
 * How long a fetch that has been redirected waits for its turn at the next host. A job that comes back later has to
 * ask the first host again.
 */
const patienceMs = 10_000;

interface Redirectable {
  readonly url: string;
  readonly source: Source | null;
  readonly allowHosts: readonly string[];
  readonly signal: AbortSignal;
}

/** The hosts that one fetch asks, the first and those that redirects lead to: robots.txt and a turn for each. */
export class HostTurns {
  readonly #deps: Pick<CrawlDeps, 'robots' | 'gate'>;
  readonly #request: {
    url: string;
    source: Source | null;
    allowHosts: readonly string[];
    signal: AbortSignal;
  };
  readonly #held = new Map<string, () => Promise<void>>();

  constructor(deps: Pick<CrawlDeps, 'robots' | 'gate'>, request: Redirectable) {
    this.#deps = deps;
    this.#request = request;
  }

  /** @throws RobotsDisallowedError, NotOurTurnError at once where others go first */
  enter(): Promise<void> {
    return this.#take(new URL(this.#request.url), 0);
  }

  /** @throws RobotsDisallowedError, RobotsUnavailableError, NotOurTurnError where others go first for some seconds */
  follow(to: URL): Promise<void> {
    return this.#take(to, patienceMs).catch((error) => {
      // Nobody is there: the fetch itself says better what is wrong, and fails sooner than robots.txt is asked again.
      if (!(error instanceof RobotsUnavailableError && error.unreachable)) throw error;
    });
  }

  async release(): Promise<void> {
    await Promise.all([...this.#held.values()].map((release) => release()));
  }

  async #take(url: URL, patience: number): Promise<void> {
    const { source, allowHosts, signal } = this.#request;
    const rules = await this.#deps.robots.rules(url.href, { allowHosts, signal });
    if (!rules.allowed) throw this.#disallowed(url);
    if (this.#held.has(url.host)) return;
    const politeness = source?.politeness ?? defaultPoliteness;
    const delayMs = Math.max(politeness.delayMs, rules.crawlDelayMs ?? 0);
    for (let left = patience; ; ) {
      const ticket = this.#request.url;
      const turn = await this.#deps.gate.reserve(url.host, { ...politeness, delayMs, ticket });
      if (turn.ok) {
        this.#held.set(url.host, turn.release);
        return;
      }
      if (turn.waitMs > left) {
        throw new NotOurTurnError(`${url.host} has others to serve first; it is tried again.`, ticket, {
          retryAfterMs: turn.waitMs,
        });
      }
      left -= turn.waitMs;
      await sleep(turn.waitMs, undefined, { signal });
    }
  }

  #disallowed({ host, href }: URL): RobotsDisallowedError {
    const { url } = this.#request;
    const from = href === url ? '' : ` (${url} redirects there)`;
    return new RobotsDisallowedError(
      `robots.txt of ${host} asks not to fetch ${href}${from}; it is left alone.`,
      url,
    );
  }
}
