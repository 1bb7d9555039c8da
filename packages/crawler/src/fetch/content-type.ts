import { UnsupportedContentError } from './errors.ts';

/** Declared types that may hold an article; an absent or meaningless type is decided by the bytes alone. */
const textTypes =
  /^(text\/|application\/(xhtml\+xml|xml|json|ld\+json|rss\+xml|atom\+xml)\b|[\w.-]+\/[\w.-]+\+xml\b)/;
const meaninglessTypes =
  /^(application\/(octet-stream|x-download|force-download|x?-?gzip|unknown|x-unknown-content-type)\b|$)/;

/** First bytes of formats that are no text, as latin1 (the formats' own specifications). */
const signatures: readonly [string, string][] = [
  ['PDF', '%PDF-'],
  ['ZIP or Office', 'PK\u0003\u0004'],
  ['old Office', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['PNG', '\u0089PNG'],
  ['JPEG', '\u00ff\u00d8\u00ff'],
  ['GIF', 'GIF8'],
  ['RAR', 'Rar!'],
  ['7z', '7z\u00bc\u00af'],
  ['audio', 'ID3'],
];

const utf16Mark = /^(\u00ff\u00fe|\u00fe\u00ff)/;
const markup =
  /^(\u00ef\u00bb\u00bf)?\s*<(!doctype|html|head|body|meta|title|div|script|\?xml|!--|rss|urlset)/i;

/** @returns false where a `content-type` header names something that holds no article */
export function isTextType(declared: string | null): boolean {
  const type = (declared ?? '').trim().toLowerCase();
  return textTypes.test(type) || meaninglessTypes.test(type);
}

/**
 * Decides whether bytes can hold an article. Labels lie both ways: an HTML page labelled as an image is taken,
 * a PDF labelled as HTML is not.
 * @param declared the `content-type` header, or null
 * @param start the first bytes of the decoded body, 256 or more where there are as many
 * @throws UnsupportedContentError
 */
export function checkContentType(declared: string | null, start: Uint8Array, url: string): void {
  const type = (declared ?? '').trim().toLowerCase();
  const head = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, 1024)).toString('latin1');
  const format = binaryFormat(head);
  if (format !== null) {
    throw new UnsupportedContentError(
      `${url}: the body is ${format}${type ? `, labelled ${type}` : ''}. Zhibiao reads HTML and plain text; exclude the URL.`,
      url,
    );
  }
  if (isTextType(type) || markup.test(head)) return;
  throw new UnsupportedContentError(
    `${url}: the server sends ${type}. Zhibiao reads HTML and plain text; exclude the URL.`,
    url,
  );
}

function binaryFormat(head: string): string | null {
  const known = signatures.find(([, signature]) => head.startsWith(signature));
  if (known) return known[0];
  return head.includes('\u0000') && !utf16Mark.test(head) ? 'binary data' : null;
}
