import type { Browser } from 'playwright-core';
import { BrowserCrashedError } from './errors.ts';
import { MemoryGuard } from './memory-guard.ts';

/** A browser with room for one more page. */
export interface Seat {
  readonly browser: Browser;
  readonly memory: MemoryGuard;
  /** @param healthy false makes the next page start a fresh browser */
  release(healthy: boolean): void;
}

interface PoolOptions {
  launch: () => Promise<Browser>;
  /** pages under way at once */
  concurrency: number;
  /** pages after which a browser is replaced, as they grow with use */
  pagesPerBrowser: number;
  maxPageBytes: number;
  memoryCheckMs: number;
  /** a browser that nobody uses for so long is closed */
  idleMs: number;
}

interface Running {
  browser: Browser;
  memory: MemoryGuard;
  pages: number;
  inUse: number;
  retired: boolean;
}

/** Starts a browser when the first page needs one, replaces it when it is worn out or dead, bounds the pages at once. */
export class BrowserPool {
  readonly #options: PoolOptions;
  readonly #waiting: (() => void)[] = [];
  readonly #open = new Set<Running>();
  #current: Promise<Running> | null = null;
  #taken = 0;
  #closed = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Waits for a seat. @throws NoBrowserError, BrowserCrashedError; the signal's reason once it is aborted */
  async take(signal: AbortSignal): Promise<Seat> {
    await this.#enter(signal);
    try {
      const running = await this.#browser();
      running.pages++;
      running.inUse++;
      if (running.pages >= this.#options.pagesPerBrowser) this.#retire(running);
      let released = false;
      return {
        browser: running.browser,
        memory: running.memory,
        release: (healthy) => {
          if (released) return;
          released = true;
          running.inUse--;
          if (!healthy) this.#retire(running);
          this.#closeIfDone(running);
          this.#leave();
        },
      };
    } catch (error) {
      this.#leave();
      throw error;
    }
  }

  /** Ends every browser; pages under way fail as if theirs had died, and no new one starts. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#idle);
    const starting = this.#current;
    this.#current = null;
    if (starting) await starting.catch(() => {});
    await Promise.all([...this.#open].map(({ browser }) => browser.close().catch(() => {})));
  }

  async #enter(signal: AbortSignal): Promise<void> {
    clearTimeout(this.#idle);
    if (this.#taken < this.#options.concurrency) {
      this.#taken++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const turn = () => {
        signal.removeEventListener('abort', quit);
        resolve();
      };
      const quit = () => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        reject(signal.reason);
      };
      if (signal.aborted) return reject(signal.reason);
      this.#waiting.push(turn);
      signal.addEventListener('abort', quit, { once: true });
    });
  }

  /** Hands the place to the next in line, or gives it back. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) {
      next();
      return;
    }
    this.#taken--;
    if (this.#taken > 0) return;
    if (this.#closed) return;
    this.#idle = setTimeout(() => void this.#retireCurrent(), this.#options.idleMs).unref();
  }

  async #browser(): Promise<Running> {
    if (this.#current) return this.#current;
    if (this.#closed) throw new BrowserCrashedError('the crawler is stopping. It is tried again', 'chromium');
    const starting = this.#start();
    this.#current = starting;
    starting.catch(() => {
      if (this.#current === starting) this.#current = null;
    });
    return starting;
  }

  async #start(): Promise<Running> {
    const browser = await this.#options.launch();
    const { maxPageBytes, memoryCheckMs } = this.#options;
    const memory = await MemoryGuard.watch(browser, maxPageBytes, memoryCheckMs).catch(async (error) => {
      await browser.close().catch(() => {});
      throw error;
    });
    const running: Running = { browser, memory, pages: 0, inUse: 0, retired: false };
    this.#open.add(running);
    browser.on('disconnected', () => {
      this.#open.delete(running);
      this.#retire(running);
    });
    return running;
  }

  async #retireCurrent(): Promise<void> {
    const running = await this.#current?.catch(() => null);
    if (!running || running.inUse > 0) return;
    this.#retire(running);
    this.#closeIfDone(running);
  }

  /** No new page goes to this browser. */
  #retire(running: Running): void {
    if (running.retired) return;
    running.retired = true;
    this.#current = null;
  }

  #closeIfDone(running: Running): void {
    if (running.retired && running.inUse === 0) void running.browser.close().catch(() => {});
  }
}
