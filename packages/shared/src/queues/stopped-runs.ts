import type { RunLedger } from './ledger.ts';

/** Asked before every job: the answer is believed for so long, milliseconds. */
const believedMs = 1_000;

/** Whether runs are stopped, asked of the ledger once a second and run instead of once a job. */
export class StoppedRuns {
  readonly #ledger: RunLedger;
  readonly #known = new Map<string, { until: number; stopped: Promise<boolean> }>();

  constructor(ledger: RunLedger) {
    this.#ledger = ledger;
  }

  has(run: string, now = Date.now()): Promise<boolean> {
    const known = this.#known.get(run);
    if (known && known.until > now) return known.stopped;
    if (this.#known.size > 100) this.#known.clear();
    const stopped = this.#ledger.isStopped(run);
    this.#known.set(run, { until: now + believedMs, stopped });
    // A failed question must not be the answer for a second.
    stopped.catch(() => this.#known.delete(run));
    return stopped;
  }
}
