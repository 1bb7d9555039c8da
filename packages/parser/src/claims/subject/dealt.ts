import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { patternsOf } from '../../lexicon/patterns.ts';
import type { Claim } from '../claim.ts';
import { divide, JOINTS, splitParts } from '../clause/coordination.ts';
import type { Slot } from '../clause/slots.ts';
import { isPlan } from './qualified.ts';

/** Names for a value of a parallel list; `all` are those of the whole list, `head` the claim that leads it. */
export interface Parallel {
  names: string[];
  all: readonly string[];
  /** place of the (first) name among all of the list's */
  at: number;
  head: Claim | null;
  /** names and values do not pair: every value has the whole list for a name */
  unpaired?: true;
}

/** How many clauses back the claims may stand that 分别 deals out to. */
const NEAR = 4;
const patternOf = patternsOf('subject/dealt');
/** A、B|占全县的 */
const SHARES = patternOf('shares');
const OF_END = patternOf('ofEnd');

/**
 * 分别 where the words before it are no list with a name for each value: 分别占全市的21%和17% and 分别完成计划的104%和108% go back over
 * the values before; A、B分别占全县的62%和78% has its names before 占. Else names and values do not pair.
 */
export function dealtAnyhow(
  whole: string,
  size: number,
  claims: readonly Claim[],
  slot: Slot,
  grammar: Grammar,
): Parallel | null {
  const share = whole.startsWith('占') ? whole.slice(1) : isPlan(whole) ? whole : '';
  if (share !== '') {
    const stated = claims.filter(
      ({ measure, clause }) => measure === 'level' && slot.clause - clause <= NEAR,
    );
    const before = stated.slice(-size).map(({ name }) => name);
    if (new Set(before).size !== size) return null;
    return dealt(before.map((name) => `${name}占${share.replace(OF_END, '')}比重`));
  }
  const shares = SHARES.exec(whole);
  const names = shares === null ? null : divide(present(shares[1], 'the second of shares'), size, grammar);
  if (names !== null)
    return dealt(
      names.map(
        (name) =>
          `${name}${present(present(shares, 'the shares')[2], 'the third of shares').replace(OF_END, '')}比重`,
      ),
    );
  if (splitParts(whole, JOINTS, grammar).length < 2) return null;
  return { ...dealt(Array.from({ length: size }, () => whole)), unpaired: true };
}

const dealt = (all: readonly string[]): Parallel => ({
  names: [present(all[0], 'the first of all')],
  all,
  at: 0,
  head: null,
});
