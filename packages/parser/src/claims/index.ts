export type { Bracket } from './brackets.ts';
export type { Attachment, Claim, Place } from './claim.ts';
export { basisOf } from './compared.ts';
export { type FindPlace, readClaims } from './read.ts';
export { COUNTED } from './setting.ts';
export { buildGrammar, type Grammar } from './tables.ts';
