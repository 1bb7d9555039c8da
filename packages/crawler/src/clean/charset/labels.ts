/** What a page or its server says about its charset, and what that label has to be read as. */

const metaCharset = /<meta[^>]{0,400}?charset\s{0,20}=\s{0,20}(?:["']\s{0,20})?([\w:.-]{2,20})/i;
const xmlEncoding = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,20})["']/i;
const headerCharset = /charset\s{0,20}=\s{0,20}(?:["']\s{0,20})?([\w:.-]{2,20})/i;

/** How far into the page a label is looked for, in bytes. Pages with long comments or styles before it exist. */
const LABEL_WINDOW = 8192;

export function headerLabel(contentType: string | null | undefined): string | null {
  return contentType?.match(headerCharset)?.[1] ?? null;
}

export function pageLabel(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LABEL_WINDOW)).toString(
    'latin1',
  );
  return head.match(xmlEncoding)?.[1] ?? head.match(metaCharset)?.[1] ?? null;
}

/**
 * The decoder for a label, or null where it names none. Every gb* label means GB18030, its superset: pages that call
 * themselves gb2312 hold 镕 and 喆 all the same. A UTF-8 label says nothing here: strict UTF-8 was tried before.
 */
export function decoderOf(label: string | null): string | null {
  if (!label) return null;
  const name = label.toLowerCase();
  if (/^(x-)?gb|^(cp|ms|windows-?)?936$|^chinese$|^csgb/.test(name)) return 'gb18030';
  if (/^utf-?8$/.test(name)) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
