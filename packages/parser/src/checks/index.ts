import type { Observation } from '@zhibiao/shared';
import { inconsistentGrowth } from './growth.ts';
import { isImplausible, type Plausible } from './plausible.ts';
import { bySentence } from './sentence.ts';
import { inconsistentShares } from './share.ts';
import { inconsistentSums } from './sum.ts';

export type { Plausible } from './plausible.ts';

/** Flags that the checks give, each on the observation that does not fit. */
export type CheckFlag = 'share-inconsistent' | 'sum-inconsistent' | 'growth-inconsistent' | 'implausible';

/**
 * The observations, in their order, with flags where the text contradicts itself or a value is out of its indicator's
 * plausible range. Only `flags` may differ: a value is never changed, however wrong it looks. Pure.
 * @param plausible what is plausible of an indicator's code, undefined where nothing is known
 */
export function checkObservations(
  observations: readonly Observation[],
  plausible: (code: string) => Plausible | undefined = () => undefined,
): Observation[] {
  const flags = new Map<Observation, CheckFlag[]>();
  const flag = (found: readonly Observation[], name: CheckFlag): void => {
    for (const observation of found) {
      const row = flags.get(observation) ?? [];
      if (!row.includes(name)) flags.set(observation, [...row, name]);
    }
  };
  for (const sentence of bySentence(observations)) {
    flag(inconsistentShares(sentence), 'share-inconsistent');
    flag(inconsistentSums(sentence), 'sum-inconsistent');
    flag(inconsistentGrowth(sentence), 'growth-inconsistent');
  }
  flag(
    observations.filter((observation) => isImplausible(observation, plausible)),
    'implausible',
  );
  return observations.map((observation) => {
    const found = flags.get(observation);
    return found ? { ...observation, flags: [...observation.flags, ...found] } : observation;
  });
}
