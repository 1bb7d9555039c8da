import { type Word, type Words, words } from './labels.ts';

/** What to do about a failure of this class, in the reader's language. */
export function adviceFor(error: string, t: Words): string {
  const word = `advice.${error}`;
  return t(word in words ? (word as Word) : 'advice');
}
