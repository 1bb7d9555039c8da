import { rules } from '../rules/load.ts';
import { joinCuts } from './cuts.ts';
import { unwrap } from './unwrap.ts';

/** Puts together the lines of a text that its page has cut: by their common width, and by what they cut through. */
export function joinLines(text: string): string {
  return joinCuts(unwrap(text), rules.cuts);
}
