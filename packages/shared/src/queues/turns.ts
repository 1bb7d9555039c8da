/** Lets the jobs of a process run side by side, but for one that has to run alone. First come, first served. */
export class Turns {
  #running = 0;
  #alone = false;
  readonly #waiting: { readonly alone: boolean; go(): void }[] = [];

  /** Waits for its turn. @returns ends the turn */
  async take(alone: boolean): Promise<() => void> {
    if (this.#waiting.length > 0 || !this.#isFree(alone))
      await new Promise<void>((go) => this.#waiting.push({ alone, go }));
    else this.#enter(alone);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.#running -= 1;
      this.#alone = false;
      this.#next();
    };
  }

  #isFree(alone: boolean): boolean {
    return alone ? this.#running === 0 : !this.#alone;
  }

  #enter(alone: boolean): void {
    this.#running += 1;
    this.#alone = alone;
  }

  #next(): void {
    for (;;) {
      const first = this.#waiting[0];
      if (!first || !this.#isFree(first.alone)) return;
      this.#waiting.shift();
      this.#enter(first.alone);
      first.go();
    }
  }
}
