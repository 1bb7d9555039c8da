import { brotliDecompressSync } from 'node:zlib';
import type { WARCRecord } from 'warcio';

/** What the parser goes by when it undoes an encoding; it knows these names in this case only. */
const decodingHeaders = ['Content-Encoding', 'Transfer-Encoding'];

/**
 * Reads the body of a response record, its transfer and content encoding undone. A body that is not encoded as its
 * headers say (many crawlers store it decoded under the headers that came) is left as it is.
 * @returns null where it is longer than `most` bytes, told or unpacked
 */
export async function contentOf(record: WARCRecord, most: number): Promise<Uint8Array | null> {
  const headers = record.httpHeaders?.headers;
  const named = [...(headers ?? [])].map(([name, value]) => [name.toLowerCase(), value] as const);
  for (const name of decodingHeaders) {
    const value = named.find(([key]) => key === name.toLowerCase())?.[1];
    if (value !== undefined) headers?.set(name, value.trim().toLowerCase());
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of record) {
    bytes += chunk.byteLength;
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  const content = Buffer.concat(chunks);
  return headers?.get('Content-Encoding') === 'br' ? withoutBrotli(content, most) : content;
}

/** The parser undoes gzip and deflate only. */
function withoutBrotli(content: Uint8Array, most: number): Uint8Array | null {
  try {
    return brotliDecompressSync(content, { maxOutputLength: most });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : content;
  }
}
