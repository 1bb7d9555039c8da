import { FinalError, RetryableError } from '@zhibiao/shared';

/** The URL leads, directly or by a redirect or a name lookup, to an address that a crawler must not reach. */
export class ForbiddenAddressError extends FinalError {
  readonly address: string;
  /** the name of the range in which the address lies */
  readonly range: string;
  /** @param host `host:port` as an allow-list names it */
  constructor(input: string, host: string, address: string, range: string) {
    super(
      `${input}: ${host} is ${address} (${range}), which a crawler must not reach. ` +
        `If it is your own server, name ${host} in the source's allowHosts or in ZHIBIAO_ALLOW_HOSTS.`,
      input,
    );
    this.address = address;
    this.range = range;
  }
}

/** Not an http(s) URL, or one that no honest link holds (a user name, an address in octal). */
export class UnsupportedUrlError extends FinalError {}

/** No connection: the name is unknown, nobody listens, or the connection broke before an answer came. */
export class UnreachableError extends RetryableError {}

/** The server's certificate does not prove that it is the host. */
export class CertificateError extends FinalError {}

/** A part of the fetch, or the whole of it, took longer than its limit. */
export class TimeoutError extends RetryableError {}

/** The caller's signal ended the fetch (shutdown, or the job's own time limit). */
export class FetchAbortedError extends RetryableError {}

/** The answer broke HTTP: closed in the middle, a false length, a damaged compression. */
export class BrokenResponseError extends RetryableError {}

/** The body is larger than the limit; nothing past the limit was read. */
export class BodyTooLargeError extends FinalError {}

/** The body unpacks to more than the limit. */
export class ZipBombError extends FinalError {}

/** The header block is larger than the limit. */
export class HeadersTooLargeError extends FinalError {}

export class TooManyRedirectsError extends FinalError {}

/** The body is no text that could hold an article (PDF, image, archive …), or in an encoding nobody can undo. */
export class UnsupportedContentError extends FinalError {}

/** A firewall's challenge or refusal came in place of the page. */
export class BlockPageError extends FinalError {}

/** The server refuses for good (401, 403, 404, 410 …). */
export class HttpStatusError extends FinalError {
  readonly status: number;
  readonly finalUrl: string;
  constructor(message: string, input: string, status: number, finalUrl: string) {
    super(message, input);
    this.status = status;
    this.finalUrl = finalUrl;
  }
  /** true where the server says that the page is no longer there */
  get gone(): boolean {
    return this.status === 404 || this.status === 410;
  }
}

/** The server refuses for now (408, 425, 429, 5xx); `retryAfterMs` holds its own word where it gave one. */
export class HttpUnavailableError extends RetryableError {
  readonly status: number;
  readonly finalUrl: string;
  constructor(message: string, input: string, status: number, finalUrl: string, retryAfterMs: number | null) {
    super(message, input, { retryAfterMs });
    this.status = status;
    this.finalUrl = finalUrl;
  }
}
