import { randomBytes } from 'node:crypto';

const lifeMs = 12 * 3_600_000;
/** More people than look at one console; the oldest sessions give way. */
const most = 1_000;

export const sessionSeconds = lifeMs / 1_000;

/** Who has signed in, in the memory of this process: a restart signs everybody out. */
export class Sessions {
  readonly #now: () => number;
  readonly #open = new Map<string, { until: number; generation: string }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns the new session's name, which nobody can guess */
  begin(generation: string): string {
    const oldest = this.#open.size >= most ? this.#open.keys().next().value : undefined;
    if (oldest !== undefined) this.#open.delete(oldest);
    const id = randomBytes(32).toString('base64url');
    this.#open.set(id, { until: this.#now() + lifeMs, generation });
    return id;
  }

  /** @param generation of the token that counts now */
  holds(id: string, generation: string): boolean {
    const session = this.#open.get(id);
    if (session && session.until > this.#now() && session.generation === generation) return true;
    this.#open.delete(id);
    return false;
  }

  end(id: string): void {
    this.#open.delete(id);
  }
}
