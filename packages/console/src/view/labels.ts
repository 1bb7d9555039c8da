import { documents } from './words/documents.ts';
import { failures } from './words/failures.ts';
import { figures } from './words/figures.ts';
import { frame } from './words/frame.ts';
import { reasons } from './words/reasons.ts';
import { reviews } from './words/reviews.ts';
import { runs } from './words/runs.ts';
import { sources } from './words/sources.ts';
import { webhooks } from './words/webhooks.ts';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** Every word of the interface, Chinese and English. */
export const words = {
  ...frame,
  ...documents,
  ...figures,
  ...runs,
  ...reviews,
  ...sources,
  ...webhooks,
  ...failures,
  ...reasons,
} as const;

export type Word = keyof typeof words;
export type Words = (word: Word) => string;

export const wordsOf =
  (language: Language): Words =>
  (word) =>
    words[word][language === 'zh' ? 0 : 1];

/** A word made of a prefix and a value of the vocabulary; the value itself where there is none (`cause.first`). */
export function wordFor(t: Words, prefix: string, value: string): string {
  const word = `${prefix}.${value}`;
  return word in words ? t(word as Word) : value;
}
