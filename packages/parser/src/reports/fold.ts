/**
 * A reading copy of an article's text for the framing rules: no blanks inside lines (PDF copying puts them into words
 * and numbers), half-width digits, letters and punctuation, line feeds kept. `at[i]` is the UTF-16 offset in the
 * original text of the copy's i-th unit; `at[copy.length]` is the original's length.
 */
export type Folded = { readonly text: string; readonly at: Uint32Array };

const BLANK = /[\s\u00a0\u200b-\u200f\u2028\u2029\u2060\u3000\ufeff\ue000-\uf8ff]/;

/** Runs of question marks are what a lossy conversion left of blanks (two) and of a line's indent (four). */
const LOST_BLANKS = 2;
const LOST_INDENT = 4;

export function fold(text: string): Folded {
  const units: string[] = [];
  const at = new Uint32Array(text.length + 1);
  const push = (unit: string, from: number): void => {
    at[units.length] = from;
    units.push(unit);
  };
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charAt(i);
    const code = text.charCodeAt(i);
    if (code > 0x3000 && code < 0xff00 && code < 0xe000) push(unit, i);
    else if (unit === '\n' || unit === '\r') push('\n', i);
    else if (unit === '?' && text.charAt(i + 1) === '?') {
      let end = i + LOST_BLANKS;
      while (text.charAt(end) === '?') end += 1;
      if (end - i >= LOST_INDENT) push('\n', i);
      i = end - 1;
    } else if (code >= 0xff01 && code <= 0xff5e) push(String.fromCharCode(code - 0xfee0), i);
    else if (!BLANK.test(unit)) push(unit, i);
  }
  at[units.length] = text.length;
  return { text: units.join(''), at: at.slice(0, units.length + 1) };
}

/** The copy's offset of the first unit at or after the original offset. */
export function foldedOffset(folded: Folded, original: number): number {
  let low = 0;
  let high = folded.at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.at[middle] ?? 0) < original) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The original offset of a unit of the copy. */
export function originalOffset(folded: Folded, at: number): number {
  return folded.at[Math.min(at, folded.at.length - 1)] ?? 0;
}

/** The original end of a half-open range of the copy: right after its last unit, blanks that follow left out. */
export function originalEnd(folded: Folded, end: number): number {
  return end <= 0 ? 0 : originalOffset(folded, end - 1) + 1;
}
