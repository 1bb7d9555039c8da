import { readFileSync } from 'node:fs';
import { present } from '@zhibiao/shared';
import type { Browser, CDPSession } from 'playwright-core';

const pageSize = 4096;

/**
 * Ends page processes of a browser that take more memory than a page may; the browser and its other pages live
 * on. Needs `/proc`, so it guards on Linux only; elsewhere the limit on the script heap has to do.
 */
export class MemoryGuard {
  readonly #session: CDPSession;
  readonly #maxBytes: number;
  readonly #timer: NodeJS.Timeout;
  /** when a process was last ended, milliseconds since the epoch; 0 for never */
  lastKillAt = 0;

  private constructor(session: CDPSession, maxBytes: number, everyMs: number) {
    this.#session = session;
    this.#maxBytes = maxBytes;
    this.#timer = setInterval(() => void this.#check().catch(() => {}), everyMs).unref();
  }

  /** @param maxBytes private memory of one page process; `everyMs` between two looks */
  static async watch(browser: Browser, maxBytes: number, everyMs: number): Promise<MemoryGuard> {
    const guard = new MemoryGuard(await browser.newBrowserCDPSession(), maxBytes, everyMs);
    browser.on('disconnected', () => guard.stop());
    return guard;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #check(): Promise<void> {
    const { processInfo } = await this.#session.send('SystemInfo.getProcessInfo');
    for (const { type, id } of processInfo) {
      if (type !== 'renderer' || privateBytes(id) <= this.#maxBytes) continue;
      this.lastKillAt = Date.now();
      process.kill(id, 'SIGKILL');
    }
  }
}

/** @returns bytes of memory that only this process uses, 0 where that cannot be known */
function privateBytes(pid: number): number {
  try {
    const [, resident, shared] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
    return (present(resident, 'the resident') - present(shared, 'the shared')) * pageSize;
  } catch {
    return 0;
  }
}
