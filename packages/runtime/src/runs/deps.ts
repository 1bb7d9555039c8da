import type { Producer } from '@zhibiao/shared/queues';
import type { DocumentStore } from '@zhibiao/store';

/** What runs are kept in and sent to. */
export interface RunDeps {
  readonly store: DocumentStore;
  readonly producer: Producer;
  /** milliseconds since the epoch; the clock by default */
  readonly now?: () => number;
}

export const clockOf = ({ now = Date.now }: RunDeps): number => now();
