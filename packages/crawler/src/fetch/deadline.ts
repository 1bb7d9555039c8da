import { FetchAbortedError, TimeoutError } from './errors.ts';

/**
 * One time limit over all of a fetch, joined with the caller's signal. A drip of one byte a second passes every
 * limit between two bytes, but not this one. (`AbortSignal.any` and `.timeout` keep their sources alive on
 * Node 20: a long-lived shutdown signal would collect one listener a page.)
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #outer: AbortSignal | undefined;
  readonly #onAbort: () => void;

  /** @param url for the messages; `ms` from now */
  constructor(url: string, ms: number, outer?: AbortSignal) {
    this.#timer = setTimeout(() => {
      this.#controller.abort(
        new TimeoutError(
          `${url}: not complete after ${ms} ms. It is tried again; raise timeoutMs for a slow site.`,
          url,
        ),
      );
    }, ms);
    this.#outer = outer;
    this.#onAbort = () => {
      this.#controller.abort(
        new FetchAbortedError(`${url}: the fetch was stopped before its end. It is tried again.`, url, {
          cause: outer?.reason,
        }),
      );
    };
    if (outer?.aborted) this.#onAbort();
    else outer?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener('abort', this.#onAbort);
  }
}
