import { present } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';
import { diffReprocess, type ReprocessDiff } from '@zhibiao/store/reprocess';

const MOST = 20;
/** How long the diff of a run that is not decided may be shown again: crawls go on beside it. */
const FRESH_MS = 30_000;

interface Kept {
  readonly state: string;
  readonly until: number;
  readonly diff: Promise<ReprocessDiff>;
}

/**
 * The diffs of reprocess runs, each computed once for all who look at it: it reads every observation of the run twice.
 * One of a run that was
 * promoted or dropped changes no more; one of a run at work is computed anew at every visit, but not twice at once.
 */
export class RunDiffs {
  readonly #store: DocumentStore;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(store: DocumentStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  /** @throws NotFoundError when the run has left nothing */
  async of(id: string): Promise<ReprocessDiff> {
    const state = (await this.#store.getRun(id))?.state ?? 'unknown';
    const kept = this.#kept.get(id);
    if (kept && kept.state === state && this.#now() < kept.until) return kept.diff;
    const diff = diffReprocess(this.#store.tables, id, { each: 5 });
    const decided = state === 'promoted' || state === 'dropped';
    const fresh = decided ? Number.POSITIVE_INFINITY : this.#now() + FRESH_MS;
    const entry = { state, until: state === 'running' ? Number.POSITIVE_INFINITY : fresh, diff };
    this.#kept.delete(id);
    this.#kept.set(id, entry);
    if (this.#kept.size > MOST) this.#kept.delete(present(this.#kept.keys().next().value, 'the value'));
    const forget = () => {
      if (this.#kept.get(id) === entry) this.#kept.delete(id);
    };
    diff.then(state === 'running' ? forget : undefined, forget);
    return diff;
  }
}
