import { simplified } from './traditional.ts';

/** Character tests on UTF-16 code units; every one is a comparison, so scanning stays linear. */

/** A set of characters as a table: 1 at each one's code unit. `table[text.charCodeAt(i)]` is many times as fast as `includes`. */
export function charTable(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLatin = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 0x3bc;
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
export const isSpace = (code: number): boolean =>
  code === 32 ||
  code === 9 ||
  code === 13 ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0x200b ||
  (code >= 0x2000 && code <= 0x200d) ||
  code === 0x202f;

/** ① … ⑳, ⑴ … ⒇, ㉑ … : marks of footnotes and of list items, never part of a quantity. */
export const isCircledNumber = (code: number): boolean =>
  (code >= 0x2460 && code <= 0x249b) ||
  (code >= 0x24eb && code <= 0x24ff) ||
  (code >= 0x3251 && code <= 0x32bf);

/** Look-alikes by code point; the full-width forms of ASCII are folded by arithmetic. */
const FOLDED: Record<string, string> = {
  '\uff64': '、',
  '\uff61': '。',
  '\ufe52': '.',
  '\u201a': ',',
  '\ufe50': ',',
  '\ufe51': '、',
  '\ufe54': ';',
  '\ufe6a': '%',
  '\u2105': '%',
  '\u066a': '%',
  '\ufe63': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2015': '—',
  '\u2500': '—',
  '\u2212': '-',
  '\u301c': '~',
  '\u223c': '~',
  '\u300c': '“',
  '\u300d': '”',
  '\u300e': '“',
  '\u300f': '”',
  '\u3014': '[',
  '\u3015': ']',
  '\u3010': '[',
  '\u3011': ']',
  '\u2027': '·',
  '\u30fb': '·',
  '\u2172': 'Ⅲ',
  '\u2171': 'Ⅱ',
  '\u2170': 'Ⅰ',
  '\uff65': '·',
  '\u2236': ':',
  '\u2215': '/',
  '\u2044': '/',
};

/** Every code unit's folded form; one table look-up in place of string work. */
const FOLD = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  if (code >= 0x2080 && code <= 0x2089) return code - 0x2080 + 48;
  return FOLDED[String.fromCharCode(code)]?.charCodeAt(0) ?? code;
});

/** One code unit to one code unit: widths and look-alikes folded, so that offsets stay a plain table. NaN, behind a text's end, stays. */
export const fold = (code: number): number => FOLD[code] ?? code;

/** The same for a text in traditional characters. */
const FOLD_TRADITIONAL = Uint16Array.from(FOLD, (code) => simplified(code));

/** The table of `fold` that a text is read with. */
export const foldTable = (traditional: boolean): Uint16Array => (traditional ? FOLD_TRADITIONAL : FOLD);

/** A short stretch of text, folded. */
export function foldText(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(fold(text.charCodeAt(i)));
  return out;
}

/** Digits as Chinese writes them in running text. */
export const HANZI_DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
