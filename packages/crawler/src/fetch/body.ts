import { BodyTooLargeError } from './errors.ts';

interface ReadOptions {
  /** bytes to read at most */
  maxBytes: number;
  /** declared content length in bytes, or null */
  declared: number | null;
  /** cut at the limit instead of failing */
  truncate: boolean;
  /** sees the first bytes (256, or all there are) before the rest is read; throws to stop */
  inspect?: (start: Uint8Array) => void;
}

const inspectedBytes = 256;

/**
 * Reads a body up to its limit. Leaving the loop early destroys the stream and with it the connection, so
 * what the limit cuts off is never received.
 * @throws BodyTooLargeError unless `truncate`; what `inspect` throws; what the stream throws
 */
export async function readBody(
  stream: AsyncIterable<Uint8Array>,
  url: string,
  { maxBytes, declared, truncate, inspect }: ReadOptions,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let inspected = false;
  for await (const chunk of stream) {
    if (!truncate && Math.max(declared ?? 0, bytes + chunk.length) > maxBytes) {
      throw tooLarge(url, declared, maxBytes);
    }
    chunks.push(chunk);
    bytes += chunk.length;
    if (!inspected && bytes >= inspectedBytes) {
      inspected = true;
      inspect?.(Buffer.concat(chunks));
    }
    if (bytes >= maxBytes && truncate) break;
  }
  const body = Buffer.concat(chunks).subarray(0, maxBytes);
  if (!inspected) inspect?.(body);
  return body;
}

function tooLarge(url: string, declared: number | null, maxBytes: number): BodyTooLargeError {
  const limit = maxBytes.toLocaleString('en');
  const size =
    declared !== null && declared > maxBytes ? `${declared.toLocaleString('en')} bytes long` : 'longer';
  return new BodyTooLargeError(
    `${url}: the body is ${size}, the limit is ${limit} bytes. Exclude the URL or raise maxBytes.`,
    url,
  );
}
