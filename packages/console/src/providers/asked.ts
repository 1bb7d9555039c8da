import { UsageError } from '@zhibiao/shared';
import type { Word } from '../view/labels.ts';
import { RegionError } from './filters.ts';
import type { Region } from './regions.ts';

/** What is wrong with a question, in words that have a translation. */
export interface Wrong {
  /** the filter */
  readonly name: string;
  readonly word: Word;
  /** in English, with the details */
  readonly message: string;
  /** what may have been meant */
  readonly candidates: readonly Region[];
}

export type Asked<T> =
  | { readonly answer: T; readonly wrong: null }
  | { readonly answer: null; readonly wrong: Wrong };

/** Asks the store; a wrong filter is an answer too, so that its form can be shown again. */
export async function ask<T>(question: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { answer: await question(), wrong: null };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { answer: null, wrong: wrongOf(error) };
  }
}

function wrongOf(error: UsageError): Wrong {
  const { input: name, message } = error;
  if (error instanceof RegionError) {
    const word = error.candidates.length > 0 ? 'severalRegions' : 'unknownRegion';
    return { name, word, message, candidates: error.candidates };
  }
  const word = { year: 'wrongYear', reportYear: 'wrongYear', region: 'unknownRegion', query: 'tooWide' }[
    name
  ] as Word | undefined;
  return { name, word: word ?? 'wrongFilter', message, candidates: [] };
}
