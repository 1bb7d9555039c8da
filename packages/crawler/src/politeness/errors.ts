import { RetryableError } from '@zhibiao/shared';

/** robots.txt could not be read for now, so nothing on the host may be fetched (RFC 9309 2.3.1.4). */
export class RobotsUnavailableError extends RetryableError {
  /** nobody answers there at all: not even a connection came about */
  readonly unreachable: boolean;
  constructor(message: string, input: string, options: { retryAfterMs: number; unreachable: boolean }) {
    super(message, input, options);
    this.unreachable = options.unreachable;
  }
}
