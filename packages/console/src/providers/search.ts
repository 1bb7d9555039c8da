import { UsageError } from '@zhibiao/shared';
import type { PageOf, TextHit } from '@zhibiao/store';
import type { HandlerDeps } from '../route.ts';

export interface Texts extends PageOf<TextHit> {
  /** a word has fewer than two characters: no index finds it */
  readonly tooShort: boolean;
}

/** Where the words stand in the reports. */
export async function searchTexts(
  { store }: Pick<HandlerDeps, 'store'>,
  words: string,
  after: string | undefined,
): Promise<Texts> {
  try {
    return { ...(await store.search({ words, limit: 10, after })), tooShort: false };
  } catch (error) {
    if (error instanceof UsageError) return { rows: [], next: null, tooShort: true };
    throw error;
  }
}
