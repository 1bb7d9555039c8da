/**
 * What full-text search goes by: pairs of characters that follow one another. Chinese is written without spaces, and
 * its words are mostly of two
 * characters, so that pairs find what a reader would look for, without a dictionary that lacks the words of the day.
 */

/**
 * Written the same way in a text and in a question: full-width letters and digits as ASCII, capitals as small letters.
 * Keeps every offset.
 */
export function fold(text: string): string {
  return text.replace(/[A-Z\uff01-\uff5e\u3000]/g, (char) => {
    const code = char.charCodeAt(0);
    const narrow = code === 0x3000 ? ' ' : code > 0x7f ? String.fromCharCode(code - 0xfee0) : char;
    return narrow >= 'A' && narrow <= 'Z' ? narrow.toLowerCase() : narrow;
  });
}

const isBlank = (char: string) => char <= ' ' || char === '\x7f' || (char > '~' && char.trim() === '');

/** @param text folded. @returns its stretches between spaces and control characters, each once */
export function wordsOf(text: string): string[] {
  const spaced = Array.from(text, (char) => (isBlank(char) ? ' ' : char)).join('');
  return [...new Set(spaced.split(' ').filter(Boolean))];
}

/** @param text folded. @returns its different pairs of characters, those with a space or a control character left out */
export function pairsOf(text: string): string[] {
  const pairs = new Set<string>();
  let before = '';
  for (const char of text) {
    const blank = isBlank(char);
    if (before && !blank) pairs.add(before + char);
    before = blank ? '' : char;
  }
  return [...pairs];
}
