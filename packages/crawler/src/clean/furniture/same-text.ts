/** Letters and digits only, full width and half width alike. */
export function bare(text: string): string {
  return lettersAndDigits(text.normalize('NFKC')).toLowerCase();
}

/** The same words, whatever the punctuation and spacing. */
export function sameText(a: string, b: string): boolean {
  const x = bare(a);
  return x !== '' && x === bare(b);
}

const notLetters = /[^\p{L}\p{N}]+/gu;
// Most texts hold nothing but Han, ASCII and what prose is punctuated with; asking for Unicode's properties costs many
// times as much.
const punctuation =
  /[\0-/:-@[-`{-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7\u2000-\u205e\u2190-\u23ff\u2500-\u2767\u3000-\u3003\u3008-\u3020]+/g;
const uncommon = /[^0-9A-Za-z\u4e00-\u9fff]/;

/** A text without anything but its letters and digits (L and N of Unicode). */
export function lettersAndDigits(text: string): string {
  const stripped = text.replace(punctuation, '');
  return uncommon.test(stripped) ? text.replace(notLetters, '') : stripped;
}
