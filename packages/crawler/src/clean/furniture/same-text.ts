/** Letters and digits only, full width and half width alike. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** The same words, whatever the punctuation and spacing. */
export function sameText(a: string, b: string): boolean {
  const x = bare(a);
  return x !== '' && x === bare(b);
}
