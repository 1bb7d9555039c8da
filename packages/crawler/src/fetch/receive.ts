import type { Dispatcher } from 'undici';
import { withAnswer } from './answer.ts';
import { refuseBlockPage } from './block-page.ts';
import { readBody } from './body.ts';
import { undoEncoding } from './content-encoding.ts';
import { checkContentType } from './content-type.ts';
import { BrokenResponseError } from './errors.ts';
import { statusError } from './status.ts';
import { type Fetched, type FetchLimits, type FetchRequest, header } from './types.ts';

/** One hop's answer, its body not yet read. */
export interface Hop {
  url: URL;
  status: number;
  headers: [string, string][];
  body: Dispatcher.ResponseData['body'];
}

/** How much of a refusal's body is read to see whether a firewall wrote it. */
const refusalBytes = 64 * 1024;

/**
 * Reads and judges the last response of a fetch.
 * @throws every class of errors.ts that concerns an answer
 */
export async function receive(
  request: FetchRequest,
  hop: Hop,
  chain: Fetched['chain'],
  limits: FetchLimits,
): Promise<Fetched> {
  const finalUrl = hop.url.href;
  const time = Date.now();
  const fetched = {
    url: request.url,
    finalUrl,
    status: hop.status,
    headers: hop.headers,
    chain,
    time,
    rendered: false,
  };
  if (hop.status === 304) {
    hop.body.on('error', () => {}).destroy();
    if (request.etag || request.lastModified)
      return { ...fetched, body: new Uint8Array(), notModified: true };
    throw new BrokenResponseError(
      `${request.url}: the server answers 304 although nothing was asked conditionally. It is tried again.`,
      request.url,
    );
  }
  const encoding = header(hop.headers, 'content-encoding');
  const type = header(hop.headers, 'content-type');
  if (hop.status < 200 || hop.status > 299) {
    const refusal = await readBody(hop.body, request.url, {
      maxBytes: refusalBytes,
      declared: null,
      truncate: true,
    });
    // A server that says when to come back is busy, whoever wrote the body.
    const busy = header(hop.headers, 'retry-after') !== null;
    const text = await undoEncoding(refusal, encoding, request.url, 16 * refusalBytes).catch(() => refusal);
    try {
      if (!busy) refuseBlockPage(request.url, hop.status, hop.headers, text);
    } catch (error) {
      throw withAnswer(error, fetched, text);
    }
    throw withAnswer(statusError(request.url, finalUrl, hop.status, hop.headers, time), fetched, text);
  }
  const length = Number.parseInt(header(hop.headers, 'content-length') ?? '', 10);
  const received = await readBody(hop.body, request.url, {
    maxBytes: limits.maxBytes,
    declared: Number.isNaN(length) ? null : length,
    truncate: request.truncate ?? false,
    ...(encoding === null && { inspect: (start: Uint8Array) => checkContentType(type, start, request.url) }),
  });
  const body = await undoEncoding(received, encoding, request.url, limits.maxDecodedBytes);
  try {
    checkContentType(type, body, request.url);
    refuseBlockPage(request.url, hop.status, hop.headers, body);
  } catch (error) {
    throw withAnswer(error, fetched, body);
  }
  return { ...fetched, body, notModified: false };
}
