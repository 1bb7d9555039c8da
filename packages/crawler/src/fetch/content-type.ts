import { fileKind } from '../attachments/kind.ts';
import { utf16WithoutMark } from '../clean/charset/utf16.ts';
import { UnsupportedContentError } from './errors.ts';

/** Declared types that may hold an article; an absent or meaningless type is decided by the bytes alone. */
const textTypes =
  /^(text\/|application\/(xhtml\+xml|xml|json|ld\+json|rss\+xml|atom\+xml)\b|[\w.-]+\/[\w.-]+\+xml\b)/;
const meaninglessTypes =
  /^(application\/(octet-stream|x-download|force-download|x?-?gzip|unknown|x-unknown-content-type)\b|$)/;

/** First bytes of formats that are not read, as latin1 (the formats' own specifications). */
const signatures: readonly [string, string][] = [
  ['7z', '7z\u00bc\u00af'],
  ['audio', 'ID3'],
];

const utf16Mark = /^(\u00ff\u00fe|\u00fe\u00ff)/;
const markup =
  /^(\u00ef\u00bb\u00bf)?\s*<(!doctype|html|head|body|meta|title|div|script|\?xml|!--|rss|urlset)/i;

const fileTypes =
  /^(application\/(pdf|msword|ofd|zip|x-zip-compressed|x-rar-compressed|vnd\.(ms-(word|excel)|rar|openxmlformats|ofd)|kswps|wps|x-rar))/;

/** Whether a `content-type` header names a document or an archive of documents. */
export const isFileType = (declared: string | null): boolean =>
  fileTypes.test((declared ?? '').trim().toLowerCase());

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
  // PDF, Word, archives, pictures: read by packages/crawler/src/attachments
  if (fileKind(start) !== null && !head.startsWith('7z')) return;
  // unpacked and judged again before anybody reads it
  if (head.startsWith('\u001f\u008b\u0008')) return;
  const format = utf16WithoutMark(start) === null ? binaryFormat(head) : null;
  if (format !== null) {
    throw new UnsupportedContentError(
      `${url}: the body is ${format}${type ? `, labelled ${type}` : ''}. Zhibiao reads pages, texts and documents; exclude the URL.`,
      url,
    );
  }
  if (isTextType(type) || markup.test(head)) return;
  throw new UnsupportedContentError(
    `${url}: the server sends ${type}. Zhibiao reads pages, texts and documents; exclude the URL.`,
    url,
  );
}

function binaryFormat(head: string): string | null {
  const known = signatures.find(([, signature]) => head.startsWith(signature));
  if (known) return known[0];
  return head.includes('\u0000') && !utf16Mark.test(head) ? 'binary data' : null;
}
