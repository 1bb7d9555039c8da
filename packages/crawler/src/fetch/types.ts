/** Bounds of one fetch; every one of them is enforced while bytes come in, so that memory stays bounded too. */
export interface FetchLimits {
  /** bytes of one body as they come over the wire, before content decoding */
  maxBytes: number;
  /** bytes of one body after content decoding */
  maxDecodedBytes: number;
  /** bytes of one response's header block */
  maxHeaderBytes: number;
  maxRedirects: number;
  /** milliseconds for the whole fetch: every hop, name lookup, headers and body */
  timeoutMs: number;
  /** milliseconds for name lookup, TCP and TLS of one connection */
  connectTimeoutMs: number;
  /** milliseconds from the request until a response's headers are complete */
  headersTimeoutMs: number;
  /** milliseconds between two pieces of a body */
  idleTimeoutMs: number;
}

export const defaultLimits: Readonly<FetchLimits> = Object.freeze({
  maxBytes: 10 * 1024 * 1024,
  maxDecodedBytes: 32 * 1024 * 1024,
  maxHeaderBytes: 64 * 1024,
  maxRedirects: 10,
  timeoutMs: 60_000,
  connectTimeoutMs: 10_000,
  headersTimeoutMs: 30_000,
  idleTimeoutMs: 15_000,
});

export interface FetchRequest extends Partial<Pick<FetchLimits, 'maxBytes' | 'timeoutMs' | 'maxRedirects'>> {
  url: string;
  /** what the last answer's `etag` and `last-modified` said: makes the request conditional */
  etag?: string | null;
  lastModified?: string | null;
  /** `host:port` as written in the URL (the port always given): may be reached although the address is private */
  allowHosts?: readonly string[];
  signal?: AbortSignal;
  /** asked before a redirect is followed, with the address it leads to; what it throws ends the fetch */
  onRedirect?: (to: URL) => Promise<void>;
  /** cut a body at `maxBytes` instead of failing; for robots.txt, of which a prefix counts */
  truncate?: boolean;
}

/** A successful answer (2xx, or 304 to a conditional request). Everything else is an error class. */
export interface Fetched {
  /** the URL that was asked for */
  url: string;
  /** the URL that answered, after redirects */
  finalUrl: string;
  status: number;
  /** of the last response, names in lower case, as sent: they may still name a content encoding that is undone in `body` */
  headers: [string, string][];
  /** the hops before the last response: each URL that redirected, and the status with which it did */
  chain: { url: string; status: number }[];
  /** after content decoding, before charset decoding; empty when not modified */
  body: Uint8Array;
  notModified: boolean;
  /** when the last response's headers had come, milliseconds since the epoch */
  time: number;
  rendered: boolean;
}

/** @returns the first value of a header of a response, or null; `name` in lower case */
export function header(headers: readonly (readonly [string, string])[], name: string): string | null {
  return headers.find(([key]) => key === name)?.[1] ?? null;
}
