import { utf16WithoutMark } from './charset/utf16.ts';

const signatures: readonly [string, readonly number[]][] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a ZIP archive or an Office file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
];

const zero = /\0/g;
/** What no text holds; ESC begins the shifts of some encodings. */
const control = /[\x01-\x08\x0e-\x1a\x1c-\x1f]/g;

/** What the bytes are, where they are no text; null where they may be. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const [kind, signature] of signatures) if (signature.every((b, i) => bytes[i] === b)) return kind;
  const head = bytes.subarray(0, 4096);
  const wide =
    (head[0] === 0xff && head[1] === 0xfe) ||
    (head[0] === 0xfe && head[1] === 0xff) ||
    utf16WithoutMark(bytes) !== null;
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const controls = text.match(control)?.length ?? 0;
  const zeros = text.match(zero)?.length ?? 0;
  // UTF-16 text is half zeros and has no other control bytes
  if (!wide && controls > head.length / 20) return 'binary data';
  return !wide && zeros > head.length * 0.6 ? 'binary data' : null;
}
