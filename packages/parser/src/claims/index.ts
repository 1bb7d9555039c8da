export { buildGrammar, type Grammar } from '../lexicon/grammar.ts';
export { type Carried, carriedInto, carriedOn, NOTHING_CARRIED } from './carried.ts';
export type { Attachment, Claim, FindPlace, Place, Whole } from './claim.ts';
export type { Bracket } from './clause/brackets.ts';
export { basisOf } from './clause/compared.ts';
export { readClaims } from './read.ts';
export { isBudgeted } from './subject/budgeted.ts';
export { COUNTED } from './subject/setting.ts';
