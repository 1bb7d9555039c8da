import { isIPv6 } from 'node:net';

const free = 5;
const longestMs = 5 * 60_000;
const forgottenMs = 30 * 60_000;
const most = 10_000;

/**
 * Slows down whoever guesses: after five wrong tokens of one address the next is looked at only after a second, then two,
 * four, up to five minutes, whatever it is.
 */
export class Guesses {
  readonly #now: () => number;
  readonly #failed = new Map<string, { count: number; last: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns milliseconds that an address has to wait before another token is looked at */
  waitMs(address: string): number {
    const entry = this.#failed.get(placeOf(address));
    if (!entry || entry.count < free) return 0;
    const pause = Math.min(1_000 * 2 ** (entry.count - free), longestMs);
    return Math.max(0, entry.last + pause - this.#now());
  }

  /** @returns how many wrong tokens have come from there */
  failed(address: string): number {
    const place = placeOf(address);
    const before = this.#failed.get(place);
    const known = before && this.#now() - before.last < forgottenMs ? before.count : 0;
    // Taken out and put in again: the first entry is the one that has rested longest.
    this.#failed.delete(place);
    const oldest = this.#failed.size >= most ? this.#failed.keys().next().value : undefined;
    if (oldest !== undefined) this.#failed.delete(oldest);
    this.#failed.set(place, { count: known + 1, last: this.#now() });
    return known + 1;
  }

  succeeded(address: string): void {
    this.#failed.delete(placeOf(address));
  }
}

/** One subscriber has a whole /64 of IPv6. */
function placeOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
