/** What a file is, by its bytes and never by its name. */
export type FileKind = 'pdf' | 'office-zip' | 'old-office' | 'rtf' | 'rar' | '7z' | 'image';

const signatures: readonly [FileKind, string][] = [
  ['pdf', '%PDF-'],
  ['office-zip', 'PK\x03\x04'],
  ['office-zip', 'PK\x05\x06'],
  ['old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', '{\\rtf'],
  ['rar', 'Rar!\x1a\x07'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['image', '\x89PNG\r\n\x1a\n'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
];
/** Some programs put a few bytes before the head of a PDF. */
const PDF_WITHIN = 1024;

/** @returns null for what may be a page or a plain text */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_WITHIN)).toString(
    'latin1',
  );
  const known = signatures.find(([, signature]) => head.startsWith(signature));
  if (known) return known[0];
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image';
  if (head.startsWith('BM') && head.charCodeAt(14) === 40) return 'image';
  return /^[\0\s\xef\xbb\xbf]*%PDF-\d/.test(head) ? 'pdf' : null;
}

const named = /\.(pdf|docx?|docm|xlsx?|wps|et|zip|rar|ofd|pptx?|7z|rtf)(?:$|[?#])/i;

/** The kind that an address or a file's name claims, lower case, or null. */
export function claimedKind(name: string): string | null {
  return named.exec(name)?.[1]?.toLowerCase() ?? null;
}
