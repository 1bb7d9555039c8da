import { present } from '@zhibiao/shared';
import { isTraditional, simplified } from '../../text/traditional.ts';

/**
 * A reading copy of an article's text for the framing rules: no blanks inside lines (PDF copying puts them into words
 * and numbers), half-width digits, letters and punctuation, line feeds kept. `at[i]` is the UTF-16 offset in the
 * original text of the copy's i-th unit; `at[copy.length]` is the original's length.
 */
export type Folded = { readonly text: string; readonly at: Uint32Array };

/** Runs of question marks are what a lossy conversion left of blanks (two) and of a line's indent (four). */
const LOST_BLANKS = 2;
const LOST_INDENT = 4;

const LINE_FEED = 10;
const RETURN = 13;
const QUESTION = 63;

const isBlank = (unit: number): boolean =>
  unit <= 0x20 ||
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x200f) ||
  (unit >= 0x2028 && unit <= 0x202f) ||
  (unit >= 0x205f && unit <= 0x2064) ||
  unit === 0x3000 ||
  unit === 0xfeff ||
  (unit >= 0xe000 && unit <= 0xf8ff);

/** Stands for a unit that the copy leaves out; no text holds it after folding, as U+0000 is a blank. */
const NOTHING = 0;

/** Every unit's folded form. */
const FOLD = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  if (unit === LINE_FEED || unit === RETURN) return LINE_FEED;
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  return isBlank(unit) ? NOTHING : unit;
});

/** The same for a text in traditional characters. */
const FOLD_TRADITIONAL = Uint16Array.from(FOLD, (unit) => simplified(unit));

export function fold(text: string): Folded {
  const table = isTraditional(text) ? FOLD_TRADITIONAL : FOLD;
  const units = new Uint16Array(text.length);
  const at = new Uint32Array(text.length + 1);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const same = present(table[unit], 'table at unit');
    if (unit === QUESTION && text.charCodeAt(i + 1) === QUESTION) {
      let end = i + LOST_BLANKS;
      while (text.charCodeAt(end) === QUESTION) end += 1;
      if (end - i >= LOST_INDENT) {
        at[length] = i;
        units[length++] = LINE_FEED;
      }
      i = end - 1;
    } else if (same !== NOTHING) {
      at[length] = i;
      units[length++] = same;
    }
  }
  at[length] = text.length;
  return { text: UTF16.decode(units.subarray(0, length)), at: at.slice(0, length + 1) };
}

/** One unit in, one unit out: a lone surrogate becomes U+FFFD, a byte-order mark was dropped as a blank. */
const UTF16 = new TextDecoder('utf-16le');

/** The original offset of a unit of the copy. */
export function originalOffset(folded: Folded, at: number): number {
  return folded.at[Math.min(at, folded.at.length - 1)] ?? 0;
}

/** The original end of a half-open range of the copy: right after its last unit, blanks that follow left out. */
export function originalEnd(folded: Folded, end: number): number {
  return end <= 0 ? 0 : originalOffset(folded, end - 1) + 1;
}
