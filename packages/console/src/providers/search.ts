import type { HandlerDeps } from '../route.ts';

/** Words of a report's text with what stands around them. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  readonly section: readonly string[];
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

export interface Hits {
  readonly hits: readonly Hit[];
  readonly next: string | null;
  /** fewer than two characters: no index finds them */
  readonly tooShort: boolean;
}

/** Where the words stand in the reports. @returns null where the store has no index of texts */
export async function searchTexts(
  _deps: HandlerDeps,
  words: string,
  _after: string | undefined,
): Promise<Hits | null> {
  if ([...words].length < 2) return { hits: [], next: null, tooShort: true };
  return null;
}
