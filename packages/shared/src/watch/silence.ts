/**
 * How long somebody has not given a sign of life, counted in ticks of the watcher and not by the clock: a machine that slept,
 * or a watcher that was stopped together with the watched, has seen one tick and not an hour.
 */
export class Silence {
  #last: number | null = null;
  #ticks = 0;

  /** @param beat any number that changes while the watched lives. @returns how many ticks in a row it has not changed */
  tick(beat: number): number {
    this.#ticks = beat === this.#last ? this.#ticks + 1 : 0;
    this.#last = beat;
    return this.#ticks;
  }
}
