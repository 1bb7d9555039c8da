import type { Measure } from '@zhibiao/shared';
import type { Quantity } from '../../quantities/quantity.ts';
import type { Predicate } from './predicate.ts';

/** What kind of statement a quantity makes under its predicate. */
export function measureOf(quantity: Quantity, predicate: Predicate, growthNoun: boolean): Measure {
  if (predicate.others.length > 0) return 'gap';
  if (quantity.form === 'double') return 'growth';
  if (quantity.dimension === 'rank') return 'rank';
  if (quantity.dimension === 'point') return 'change';
  if (quantity.dimension === 'place') return predicate.to ? 'rank' : 'change';
  if (quantity.unit === '位' && predicate.direction !== null && /(?:排名|位次|名次)$/.test(predicate.phrase))
    return 'change';
  const moves = predicate.direction !== null && !predicate.to;
  if (quantity.dimension === 'percent' || quantity.dimension === 'multiple')
    return moves || growthNoun ? 'growth' : 'level';
  return moves ? 'change' : 'level';
}
