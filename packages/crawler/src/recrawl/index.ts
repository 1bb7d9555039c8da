export { comparableText, textHash } from './normalise.ts';
export { type Due, nextDue, type Outcome, rhythm, type Visit } from './schedule.ts';
