import type { Claim } from './claims/index.ts';

/** One step of a reading: the rule that fired, and the words of the text (folded) that it took. */
export interface Step {
  readonly rule: string;
  readonly took: string;
}

/**
 * How a claim was read, from the quantity outwards: the number with its hedge, the words of the predicate, those taken
 * off in front of the subject, the rule that found the subject. `words` is the quantity as written.
 */
export function stepsOf(claim: Claim, words: string, code: string | null): Step[] {
  const { quantity, predicate, bracket } = claim;
  const step = (rule: string, took: string | null | undefined): Step[] => (took ? [{ rule, took }] : []);
  return [
    { rule: `quantity: ${quantity.form}${quantity.share === null ? '' : ', ratio'}`, took: words },
    ...step('hedge', quantity.hedge),
    ...(bracket === null ? [] : [{ rule: 'bracket: read by itself', took: claim.left }]),
    ...predicate.words.map((took) => ({ rule: 'predicate', took })),
    ...step(predicate.others.length > 0 ? 'gap to' : 'compared with', predicate.comparison),
    ...(predicate.from === null ? [] : [{ rule: 'from', took: predicate.from || '由…' }]),
    ...claim.removed.map((took) => ({ rule: 'front', took })),
    ...step('place', claim.place?.name),
    ...step('part of', claim.whole?.name),
    ...step('one of a list', claim.siblings.join('、')),
    { rule: `subject: ${claim.rule}`, took: claim.name },
    { rule: 'measure', took: claim.measure },
    ...step('indicator', code),
  ];
}
