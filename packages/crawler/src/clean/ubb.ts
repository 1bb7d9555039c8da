import { present } from '@zhibiao/shared';

/**
 * Codes of a second layer that a page shows raw: UBB of boards ([b], [color=red]), tags that were escaped once too often.
 */

/** What a code becomes; others are taken out and what they hold stays. */
const become: Readonly<Record<string, string>> = {
  table: '<table>',
  '/table': '</table>',
  tr: '<tr>',
  '/tr': '</tr>',
  td: '<td>',
  '/td': '</td>',
  th: '<td>',
  '/th': '</td>',
  sup: '<sup>',
  '/sup': '</sup>',
  sub: '<sub>',
  '/sub': '</sub>',
  s: '<del>',
  '/s': '</del>',
  strike: '<del>',
  '/strike': '</del>',
  del: '<del>',
  '/del': '</del>',
  hide: '<div>',
  '/hide': '</div>',
};
const lineBreaks = new Set(
  'br hr p /p align /align center /center quote /quote list /list li /li * indent /indent h1 /h1 h2 /h2 h3 /h3 left /left right /right code /code paragraph'.split(
    ' ',
  ),
);
/** What these hold is an address or a number, no text. */
const withoutText =
  /\[(img|attach|attachimg|media|flash|audio|video|swf|mp3|wma|rm|hidden)\b[^\]\n]{0,200}\][\s\S]{0,400}?\[\/\1\]/gi;
const known =
  'b i u s p br hr em color size font face align float url email img list li quote code table tr td th sup sub strike del hide free index page backcolor background bgcolor indent left right center h1 h2 h3 fly move glow shadow attach media post password paragraph at qq b1'.split(
    ' ',
  );
const code = /\[(\/?)([a-z][a-z0-9]{0,11}|\*)(?:\s*=\s*([^\]\n<>]{0,120}))?\]/gi;
const closing = /\[\/([a-z][a-z0-9]{0,11})\]/gi;

/** @returns the source with its codes as HTML, or without them; the same string where it holds none */
export function withoutCodes(source: string): string {
  return unescapeTags(withoutUbb(source));
}

/** Scripts are full of `[i]`: only what is closed, has a value or stands alone can be a code. */
const mayHoldCodes = /\[\/[a-z][a-z0-9]{0,11}\]|\[[a-z][a-z0-9]{0,11}\s*=[^\]\n]{1,120}\]|\[[bh]r\]/i;

function withoutUbb(source: string): string {
  if (!mayHoldCodes.test(source)) return source;
  const closed = new Set(
    [...source.matchAll(closing)].map((m) => present(m[1], 'group 1 of the match').toLowerCase()),
  );
  return source.replace(withoutText, '').replace(code, (all, slash: string, name: string, value?: string) => {
    const key = name.toLowerCase();
    // [b] alone may be a word in brackets; with a value, or where [/b] stands as well, it is a code
    const isCode = closed.has(key) || (known.includes(key) && (value !== undefined || /^(br|hr)$/.test(key)));
    const isItem = key === '*' && closed.has('list');
    if (!isCode && !isItem) return all;
    const tag = slash + key;
    return become[tag] ?? (lineBreaks.has(tag) ? '<br>' : '');
  });
}

/** Tags of the page come first: their attributes hold escaped markup that is nobody's to read. */
const escapedTag =
  /<[a-z/!](?:"[^"]*"|'[^']*'|[^"'<>])*>|&(?:amp;)?lt;(\/?)(p|br|b|strong|i|em|u|span|font|div|sup|sub|table|tbody|tr|td|th|h[1-6]|center|o:p)((?:\s(?:(?!&(?:amp;)?[lg]t;)[^<>])*)?)(\/?)&(?:amp;)?gt;/gi;

function unescapeTags(source: string): string {
  if (!/&(?:amp;)?lt;\/(?:p|b|strong|span|font|div|sup|td|h[1-6]|em|u|i)&(?:amp;)?gt;/i.test(source))
    return unescapeTwice(source);
  return unescapeTwice(
    source.replace(escapedTag, (all, slash: string | undefined, name: string, rest: string) => {
      if (slash === undefined) return all;
      const attributes = rest.replace(/&(?:amp;)?quot;|&#0?3[49];/g, '"');
      return `<${slash}${name}${slash ? '' : attributes}>`;
    }),
  );
}

const unescapeTwice = (source: string): string =>
  source.replace(/&amp;(nbsp|ldquo|rdquo|mdash|middot|hellip|lsquo|rsquo|ensp|emsp|#12288|#160);/gi, '&$1;');

/** The same for a plain text: what would begin a line begins one. */
export function withoutCodesInText(text: string): string {
  const html = withoutUbb(text);
  if (html === text) return text;
  return html
    .replace(/<del>(?:(?!<\/?del>)[\s\S])*<\/del>/g, '')
    .replace(/<sup>\s*(\d{1,3})\s*<\/sup>/g, '[$1]')
    .replace(/<br>|<\/?(?:tr|table|div)>/g, '\n')
    .replace(/<\/td>\s*<td>/g, '\t')
    .replace(/<\/?(?:td|sup|sub)>/g, '');
}
