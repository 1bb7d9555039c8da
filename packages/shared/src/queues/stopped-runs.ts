import type { RunLedger } from './ledger.ts';

/** Asked before every job: the answer is believed for so long, milliseconds. */
const believedMs = 1_000;

/** Which runs are stopped, asked of the ledger once a second instead of once a job. */
export class StoppedRuns {
  readonly #ledger: RunLedger;
  #known: { readonly until: number; readonly stopped: Promise<ReadonlySet<string>> } | null = null;

  constructor(ledger: RunLedger) {
    this.#ledger = ledger;
  }

  async has(run: string, now = Date.now()): Promise<boolean> {
    if (this.#known === null || this.#known.until <= now) {
      const stopped = this.#ledger.stopped();
      this.#known = { until: now + believedMs, stopped };
      // A failed question must not be the answer for a second.
      stopped.catch(() => {
        this.#known = null;
      });
    }
    return (await this.#known.stopped).has(run);
  }
}
