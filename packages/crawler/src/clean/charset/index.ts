import { isUtf8 } from 'node:buffer';
import { present } from '@zhibiao/shared';
import { decoderOf, headerLabel, pageLabel } from './labels.ts';
import { decodeMixed } from './mixed.ts';
import { plausibility } from './plausibility.ts';
import { utf16WithoutMark } from './utf16.ts';

export interface Decoded {
  text: string;
  /** `label` is the encoding that was used, `reason` says why in words */
  charset: { label: string; reason: string };
  /** what a text of ASCII alone says that it is in: its links are */
  declared?: string;
}

/**
 * Bytes to text. The order: byte-order mark; strict UTF-8 (a strict success on non-ASCII bytes is no accident, whatever
 * the label says); the header's or the page's label; the most plausible of the usual encodings. A page that holds two
 * encodings is decoded run by run. Never throws; what cannot be decoded becomes U+FFFD.
 * @example
 * ```ts
 * import { decode } from '@zhibiao/crawler/clean';
 * decode(new Uint8Array([0xd5, 0xfe, 0xb8, 0xae]), 'text/html; charset=gb2312').text; // → '政府'
 * ```
 */
export function decode(bytes: Uint8Array, contentType?: string | null): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark)
    return { text: new TextDecoder(mark).decode(bytes), charset: { label: mark, reason: 'byte-order mark' } };

  const header = headerLabel(contentType);
  const page = pageLabel(bytes);
  const label = header ?? page;
  const labelled = label ? `, labelled ${label}${header ? ' by the server' : ''}` : ', no label';

  const strict = strictUtf8(bytes);
  // Characters of several bytes that follow UTF-8's rule to the last are no UTF-16; ASCII with NULs between may be.
  const isUtf8Text = strict !== null && strict.length < bytes.length && !strict.includes('\0');
  const wide = isUtf8Text ? null : utf16WithoutMark(bytes);
  if (wide)
    return {
      text: new TextDecoder(wide).decode(bytes),
      charset: { label: wide, reason: `bytes of two kinds by turns${labelled}` },
    };

  if (strict !== null) {
    const ascii = strict.length === bytes.length;
    return {
      text: strict,
      charset: { label: 'utf-8', reason: `${ascii ? 'plain ASCII' : 'strict UTF-8'}${labelled}` },
      ...(ascii && label ? { declared: label } : {}),
    };
  }
  return mixedOrLabelled(bytes, header, page, labelled);
}

function mixedOrLabelled(
  bytes: Uint8Array,
  header: string | null,
  page: string | null,
  labelled: string,
): Decoded {
  const mixed = decodeMixed(bytes);
  const total = mixed.utf8 + mixed.gb;
  // The label is believed when it reads without a fault, unless it only names bytes (a server's default Latin-1 label
  // stands on many a GBK page) or the page holds stretches that are clearly in the other encoding.
  for (const [name, by] of [
    [header, 'server'],
    [page, 'page'],
  ] as const) {
    const encoding = decoderOf(name);
    if (!encoding || mixed.utf8 > total / 50) continue;
    const text = new TextDecoder(encoding).decode(bytes);
    if (faults(text) > text.length / 1000) continue;
    if (/^(windows|iso|mac|ibm|koi)/.test(encoding) && plausibility(mixed.text) > 0.3) continue;
    return { text, charset: { label: encoding, reason: `label ${name} of the ${by}` } };
  }
  if (mixed.utf8 > 0 && mixed.gb > 0 && faults(mixed.text) <= total / 50 && plausibility(mixed.text) > 0.3) {
    const label = mixed.utf8 >= mixed.gb ? 'utf-8' : 'gb18030';
    const share = Math.round((100 * mixed.utf8) / total);
    const reason = share === 0 ? 'most plausible reading' : `mixed: ${share}% UTF-8, the rest GB18030`;
    return { text: mixed.text, charset: { label, reason: `${reason}${labelled}` } };
  }
  let best: { label: string; text: string; score: number } | null = null;
  for (const encoding of new Set([
    decoderOf(header),
    decoderOf(page),
    'gb18030',
    'utf-8',
    'big5',
    'windows-1252',
  ])) {
    if (!encoding) continue;
    const text = new TextDecoder(encoding).decode(bytes);
    const score = plausibility(text);
    if (!best || score > best.score) best = { label: encoding, text, score };
  }
  return {
    text: present(best, 'the best').text,
    charset: { label: present(best, 'the best').label, reason: `most plausible reading${labelled}` },
  };
}

function byteOrderMark(b: Uint8Array): string | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8';
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le';
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be';
  if (b[0] === 0x84 && b[1] === 0x31 && b[2] === 0x95 && b[3] === 0x33) return 'gb18030';
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  // the decoder that throws is ten times as slow as a check and one that does not
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  try {
    // streaming: a last character that was cut off is no reason to doubt the rest
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** Replacement characters: places that the decoder could not read. */
function faults(text: string): number {
  let n = 0;
  for (let i = text.indexOf('\ufffd'); i >= 0; i = text.indexOf('\ufffd', i + 1)) n++;
  return n;
}
