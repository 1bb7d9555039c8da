import type { Claim, Whole } from './claim.ts';
import { ownerGoesOn, ownerOpening } from './subject/owner.ts';
import { goesOnOverLines, wholesAfter } from './subject/part.ts';

/** What the sentences of a paragraph leave for the next one. */
export interface Carried {
  /** the values that it may give parts of */
  wholes: readonly Whole[];
  /** the zone, or the level of government, that the paragraph opened with; empty where there is none */
  owner: string;
}

export const NOTHING_CARRIED: Carried = { wholes: [], owner: '' };

/** What is carried into a sentence: nothing into a paragraph, but for the parts that a page break cut off it. */
export const carriedInto = (sentence: string, opensLine: boolean, before: Carried): Carried =>
  !opensLine
    ? { ...before, owner: ownerGoesOn(sentence, before.owner) }
    : { wholes: goesOnOverLines(sentence) ? before.wholes : [], owner: '' };

/** What a sentence with these claims carries on. */
export const carriedOn = (
  sentence: string,
  opensLine: boolean,
  claims: readonly Claim[],
  before: Carried,
): Carried => ({
  wholes: wholesAfter(claims, before.wholes),
  owner: opensLine ? ownerOpening(sentence) : before.owner,
});
