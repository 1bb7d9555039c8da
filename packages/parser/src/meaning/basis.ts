import { present } from '@zhibiao/shared';
import { type Claim, basisOf as comparedWith, type Grammar } from '../claims/index.ts';

/**
 * What a growth, a change, a distance or a multiple is taken from when that is not the year before: 2006年, 全国, 年均,
 * 可比口径. `clause` are the words of its clause up to the quantity, brackets behind the name among them.
 */
export function basisOf(claim: Claim, clause: string, grammar: Grammar): string | null {
  const { comparison, others, words, from } = claim.predicate;
  if (claim.measure === 'gap') return others[0] ?? null;
  if (claim.measure === 'rank' || from !== null) return null;
  const compared = comparison === null ? null : comparedWith(comparison);
  if (claim.measure === 'level')
    return ['multiple', 'percent'].includes(claim.quantity.dimension) &&
      compared !== null &&
      !/占/.test(present(comparison, 'the comparison'))
      ? compared
      : null;
  // 同比、环比分别上涨: the words before the first value name both ways
  const own = claim.removed.find((word) => WAYS.includes(word));
  const told = own === undefined ? words : words.filter((word) => !WAYS.includes(word));
  const said = [...told, ...claim.removed, ...(SCOPED.exec(clause)?.slice(1) ?? [])];
  const ways = grammar.bases.filter(([word]) => said.includes(word)).map(([, short]) => short);
  const all = [...new Set([compared, ...ways])].filter((one) => one !== null);
  return all.length === 0 ? null : all.join('、');
}

const WAYS: readonly string[] = ['同比', '环比'];

/** 一般公共预算收入(可比口径)增长6.8%: brackets behind the name. */
const SCOPED = /\(([^()]{2,8})\)[^()]{0,8}$/;
