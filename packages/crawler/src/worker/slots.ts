/**
 * Who may hold the few jobs that a process runs at once. A job that waits for its host holds one as much as a job
 * that works, so a few slow hosts could hold them all while fast ones stand in line behind.
 */
export interface SlotLimits {
  /** jobs of hosts that are not known to be fast, all together */
  readonly slow: number;
  /** more of them, one for each host that has none: a host that was taken for a slow one can show that it is not */
  readonly slowFirst: number;
  /** and of any one such host */
  readonly slowPerHost: number;
  /** jobs that sleep out the wait for their host's next turn */
  readonly waiting: number;
  /** a host is fast whose requests take less than this, milliseconds */
  readonly fastMs: number;
}

/**
 * For the 16 jobs of a crawl process: a quarter of them stays with the fast hosts whatever comes, a half as long as there
 * are few slow ones, and no slow host holds more than a quarter. What is fast leaves room for a machine that is busy.
 */
export const slotLimits: SlotLimits = { slow: 8, slowFirst: 4, slowPerHost: 4, waiting: 4, fastMs: 2_000 };

export type Entry =
  /** `tookMs`: how long the host took, by default the time since; null where nothing was learned of it */
  | { readonly ok: true; leave(tookMs?: number | null): void }
  /** put the job back for so long, milliseconds */
  | { readonly ok: false; readonly waitMs: number };

interface HostRecord {
  /** when each request that is under way began */
  readonly begun: Set<{ readonly at: number }>;
  /** how long requests take, moving average, milliseconds; null before the first has ended */
  tookMs: number | null;
  /** when the last job that was sent away is to be back */
  lineEndsAt: number;
}

const leastWaitMs = 250;
const soonMs = 10_000;
const longestWaitMs = 60_000;
const rememberedHosts = 2_000;

/** The slots of one process. */
export class HostSlots {
  readonly #limits: SlotLimits;
  readonly #now: () => number;
  readonly #hosts = new Map<string, HostRecord>();
  #waiting = 0;

  constructor(limits: SlotLimits = slotLimits, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Asks for a slot for one request, its host's robots.txt included. `leave` when it has ended, however. */
  enter(host: string): Entry {
    const record = this.#recordOf(host);
    if (!this.#isFast(record)) {
      const { slow, slowFirst, slowPerHost } = this.#limits;
      const most = record.begun.size === 0 ? slow + slowFirst : slow;
      if (record.begun.size >= slowPerHost || this.#slowHeld() >= most)
        return { ok: false, waitMs: this.#sendAway(record) };
    }
    const request = { at: this.#now() };
    record.begun.add(request);
    return {
      ok: true,
      leave: (took = this.#now() - request.at) => {
        if (!record.begun.delete(request) || took === null) return;
        record.tookMs = record.tookMs === null ? took : 0.7 * record.tookMs + 0.3 * took;
      },
    };
  }

  /** Sleeps in the slot while there are few who do. @returns false, at once, where the job should be put back instead */
  async wait(ms: number): Promise<boolean> {
    if (this.#waiting >= this.#limits.waiting) return false;
    this.#waiting++;
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.#waiting--;
    return true;
  }

  /** A host that nothing is known of counts as slow until its first answer, and a fast one that has stopped answering as well. */
  #isFast({ tookMs, begun }: HostRecord): boolean {
    const { fastMs } = this.#limits;
    const [oldest] = begun;
    return tookMs !== null && tookMs < fastMs && (oldest === undefined || this.#now() - oldest.at < fastMs);
  }

  #slowHeld(): number {
    let held = 0;
    for (const record of this.#hosts.values()) if (!this.#isFast(record)) held += record.begun.size;
    return held;
  }

  /**
   * Those who are sent away from a slow host come back one after another, at its pace; from one of which nothing is
   * known yet in a few seconds: at once, and looking at them again and again would keep the fast ones from their turn.
   */
  #sendAway(record: HostRecord): number {
    const now = this.#now();
    const [oldest] = record.begun;
    const age = oldest === undefined ? 0 : now - oldest.at;
    const unknown = record.tookMs === null && age < this.#limits.fastMs;
    const took = Math.max(record.tookMs ?? 0, age);
    const [spacing, longest] = unknown ? [25, soonMs] : [took / this.#limits.slowPerHost, longestWaitMs];
    record.lineEndsAt = Math.min(Math.max(record.lineEndsAt, now) + spacing, now + longest);
    return Math.max(Math.ceil(record.lineEndsAt - now), leastWaitMs);
  }

  #recordOf(host: string): HostRecord {
    const record = this.#hosts.get(host) ?? { begun: new Set(), tookMs: null, lineEndsAt: 0 };
    // The one that was asked for longest ago is forgotten first.
    this.#hosts.delete(host);
    this.#hosts.set(host, record);
    if (this.#hosts.size > rememberedHosts) {
      for (const [name, { begun }] of this.#hosts) {
        if (begun.size > 0) continue;
        this.#hosts.delete(name);
        break;
      }
    }
    return record;
  }
}
