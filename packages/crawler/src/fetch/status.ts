import { HttpStatusError, HttpUnavailableError } from './errors.ts';
import { header } from './types.ts';

/** Refusals that the server itself calls temporary. */
const temporary: ReadonlySet<number> = new Set([408, 425, 429]);

/** No server may put a page off for longer. */
const maxRetryAfterMs = 24 * 60 * 60 * 1000;

/**
 * The error that a status other than 2xx, 3xx means.
 * @param now milliseconds since the epoch, for a Retry-After that is a date
 */
export function statusError(
  url: string,
  finalUrl: string,
  status: number,
  headers: readonly (readonly [string, string])[],
  now: number,
): HttpStatusError | HttpUnavailableError {
  const where = finalUrl === url ? url : `${url} (redirected to ${finalUrl})`;
  if (temporary.has(status) || status >= 500) {
    const wait = retryAfterMs(header(headers, 'retry-after'), now);
    const when = wait === null ? '' : ` and asks to wait ${Math.ceil(wait / 1000)} s`;
    return new HttpUnavailableError(
      `${where}: the server answers ${status}${when}. It is tried again later.`,
      url,
      status,
      finalUrl,
      wait,
    );
  }
  const meaning =
    status === 404 || status === 410
      ? 'the page is no longer there'
      : status === 401 || status === 403
        ? 'the page is not for the public, or the crawler is refused'
        : 'the request is refused';
  return new HttpStatusError(
    `${where}: the server answers ${status}, ${meaning}. Open it in a browser; exclude the URL if it stays so.`,
    url,
    status,
    finalUrl,
  );
}

/**
 * Reads a Retry-After (RFC 9110 10.2.3): seconds, or a date.
 * @returns milliseconds from `now`, at most a day, or null where it says nothing of use
 */
function retryAfterMs(value: string | null, now: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(ms) || ms <= 0 ? null : Math.min(ms, maxRetryAfterMs);
}
