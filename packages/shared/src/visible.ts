/**
 * What a terminal obeys instead of showing it: C0 and C1 controls (an escape sequence may rewrite a title, a clipboard or
 * lines above) and the marks that change the direction of text. Tabs and line feeds stay.
 */
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/g;

/**
 * @returns the text with a visible mark for each character that a terminal would obey: ␛ for ESC, ‹U+202E› for a direction
 * @example
 * ```ts
 * import { visible } from '@zhibiao/shared';
 * visible('a\u001b[2Jb'); // → 'a␛[2Jb'
 * ```
 */
export function visible(text: string): string {
  return text.replace(obeyed, (char) => {
    const code = char.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `\u2039U+${code.toString(16).toUpperCase().padStart(4, '0')}\u203a`;
  });
}

/**
 * The same for a line of JSON, which stays the same JSON: the characters are written as their escapes.
 * @example
 * ```ts
 * import { visibleJson } from '@zhibiao/shared';
 * visibleJson('"a\u202eb"'); // → '"a\\u202eb"'
 * ```
 */
export function visibleJson(line: string): string {
  return line.replace(obeyed, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
