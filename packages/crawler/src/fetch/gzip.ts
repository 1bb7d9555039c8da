import { crc32, inflateRawSync } from 'node:zlib';

const TRAILER = 8;

/**
 * Unpacks the whole members at the beginning of a gzip body and passes over what follows: proxies append comments, servers
 * line ends, some leave the checksum out. The data must be whole, and a checksum that is there must be right.
 * @param maxBytes the most that may come out, over all members
 * @returns null where not even the first member is whole
 */
export function wholeMembers(body: Uint8Array, maxBytes: number): Uint8Array | null {
  const out: Uint8Array[] = [];
  let at = 0;
  let left = maxBytes;
  while (isMember(body, at)) {
    const start = dataStart(body, at);
    if (start === null) break;
    const member = inflate(body.subarray(start), left);
    if (!member) break;
    const end = start + member.read;
    const trailer = Buffer.from(body.buffer, body.byteOffset + end, Math.min(TRAILER, body.length - end));
    if (trailer.length === TRAILER && trailer.readUInt32LE(0) !== crc32(member.bytes)) break;
    out.push(member.bytes);
    left -= member.bytes.length;
    at = end + TRAILER;
  }
  return out.length > 0 ? Buffer.concat(out) : null;
}

const isMember = (b: Uint8Array, at: number): boolean =>
  b[at] === 0x1f && b[at + 1] === 0x8b && b[at + 2] === 8;

function inflate(bytes: Uint8Array, maxOutputLength: number): { bytes: Uint8Array; read: number } | null {
  try {
    // `info` hands back the engine, which knows how much it has read; the types do not know of it
    const { buffer, engine } = inflateRawSync(bytes, {
      maxOutputLength,
      info: true,
    } as object) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return { bytes: buffer, read: engine.bytesWritten };
  } catch {
    return null;
  }
}

/** Where a member's data begins, behind its optional fields (RFC 1952); null where the body ends before. */
function dataStart(b: Uint8Array, at: number): number | null {
  const flags = b[at + 3] ?? 0;
  let p = at + 10;
  if (flags & 4) p += 2 + (b[p] ?? 0) + 256 * (b[p + 1] ?? 0);
  for (const field of [8, 16]) {
    if (!(flags & field)) continue;
    const end = b.indexOf(0, p);
    if (end < 0) return null;
    p = end + 1;
  }
  if (flags & 2) p += 2;
  return p < b.length ? p : null;
}
