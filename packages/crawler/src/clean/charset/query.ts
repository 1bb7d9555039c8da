import iconv from 'iconv-lite';

/** What a query escapes of ASCII (WHATWG URL, the query percent-encode set of http addresses). */
const escaped = /[\0- "#<>'\x7f-\xff]/;

/**
 * A link's address as a browser reads it on a page of another charset than UTF-8: the characters of its query are bytes of
 * that charset, and those that it does not have are written as `&#N;`. The path stays as it is: it is UTF-8 everywhere.
 * @param charset as the page or the server names it
 */
export function withEncodedQuery(href: string, charset: string): string {
  const start = href.indexOf('?');
  if (start < 0 || /^utf-?(?:8|16)/i.test(charset) || !iconv.encodingExists(charset)) return href;
  const hash = href.indexOf('#', start);
  const end = hash < 0 ? href.length : hash;
  const query = href.slice(start, end);
  if (!/[^\0-\x7f]/.test(query)) return href;
  const bytes = (char: string) => iconv.encode(char, charset);
  const written = query.replace(/[^\0-\x7f]/gu, (char) => {
    const encoded = bytes(char);
    if (encoded.length === 1 && encoded[0] === 0x3f) return `%26%23${char.codePointAt(0)}%3B`;
    return [...encoded.toString('latin1')].map(percent).join('');
  });
  return href.slice(0, start) + written + href.slice(end);
}

const percent = (byte: string): string =>
  escaped.test(byte) ? `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}` : byte;
