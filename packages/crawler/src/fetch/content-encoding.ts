import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { present } from '@zhibiao/shared';
import { BrokenResponseError, UnsupportedContentError, ZipBombError } from './errors.ts';
import { wholeMembers } from './gzip.ts';

/** The encodings that a request offers; `identity` goes without saying. */
export const acceptedEncodings = 'gzip, deflate, br';

type Decode = (bytes: Uint8Array, options: zlib.ZlibOptions) => Uint8Array | Promise<Uint8Array>;

/**
 * Bodies up to this size are unpacked at once: for them the way to the thread pool and back costs several times
 * the work. Larger ones go there, so that they do not hold up the process.
 */
const smallBytes = 32 * 1024;

const either =
  (sync: Decode, async: Decode): Decode =>
  (bytes, options) =>
    (bytes.length <= smallBytes ? sync : async)(bytes, options);

const inflate = either(zlib.inflateSync, promisify(zlib.inflate));
const inflateRaw = either(zlib.inflateRawSync, promisify(zlib.inflateRaw));

const decoders: Readonly<Record<string, Decode>> = {
  gzip: either(zlib.gunzipSync, promisify(zlib.gunzip)),
  br: either(zlib.brotliDecompressSync, promisify(zlib.brotliDecompress)),
  // RFC 9110 means zlib's format, some servers send the bare stream.
  deflate: (bytes, options) => (isZlib(bytes) ? inflate : inflateRaw)(bytes, options),
};

/** More layers than this are not an encoding but an attack. */
const maxLayers = 3;

/**
 * Undoes the content encodings of a body, and a gzip that the header keeps quiet about (`sitemap.xml.gz`,
 * servers that compress twice). `maxBytes` holds for the output of every layer and bounds the memory.
 * @param encoding the `content-encoding` header, or null
 * @throws ZipBombError, BrokenResponseError (damaged or cut off), UnsupportedContentError (unknown encoding)
 */
export async function undoEncoding(
  body: Uint8Array,
  encoding: string | null,
  url: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const layers = parseEncoding(encoding, url);
  let bytes = body;
  for (const layer of layers) bytes = await undoLayer(bytes, layer, url, maxBytes);
  return isGzip(bytes) ? undoLayer(bytes, 'gzip', url, maxBytes) : bytes;
}

/** @returns the encodings, the one to undo first in front */
function parseEncoding(encoding: string | null, url: string): string[] {
  const layers = (encoding ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase().replace(/^x-/, ''))
    .filter((name) => name !== '' && name !== 'identity' && name !== 'none' && name !== 'utf-8')
    .reverse();
  const unknown = layers.find((name) => !(name in decoders));
  if (unknown !== undefined || layers.length > maxLayers) {
    throw new UnsupportedContentError(
      `${url}: the body is encoded as "${encoding}", Zhibiao undoes ${acceptedEncodings}. Exclude the URL.`,
      url,
    );
  }
  return layers;
}

async function undoLayer(
  bytes: Uint8Array,
  name: string,
  url: string,
  maxBytes: number,
): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes;
  try {
    return await present(decoders[name], 'decoders at name')(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new ZipBombError(
        `${url}: ${bytes.length.toLocaleString('en')} bytes unpack to more than ` +
          `${maxBytes.toLocaleString('en')}. Exclude the URL or raise maxDecodedBytes.`,
        url,
      );
    }
    const whole = name === 'gzip' ? wholeMembers(bytes, maxBytes) : null;
    if (whole) return whole;
    throw new BrokenResponseError(
      `${url}: the body says that it is ${name} but cannot be unpacked (${(error as Error).message}). ` +
        'It is tried again; if that does not help, the server is at fault.',
      url,
      { cause: error },
    );
  }
}

function isZlib(bytes: Uint8Array): boolean {
  const [cmf = 0, flags = 0] = bytes;
  return (cmf & 0x0f) === 8 && ((cmf << 8) | flags) % 31 === 0;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}
