import type { Kind } from '@zhibiao/shared';
import type { Claim } from '../claims/index.ts';
import type { Grammar } from '../lexicon/grammar.ts';

/** Of what has been, a word can estimate; 争取到 and 计划 there mean that it was won, or is called so. */
const ESTIMATES = /^预[计期]$/;

/** 力争, 确保, 预计: the word that commits to the value, as written; null where there is none or it is part of the name. */
export function commitmentOf(claim: Claim, clause: string, kind: Kind, grammar: Grammar): string | null {
  const found = grammar.commitments.find(
    (word) =>
      (kind === 'target' || ESTIMATES.test(word)) &&
      (claim.removed.includes(word) || (clause.includes(word) && !claim.name.includes(word))),
  );
  return found ?? null;
}

/** The end of a value that another one follows in a list: 增长6%以上、. */
const VALUE_BEFORE = /^.*\d[^\d、]*、/su;

/**
 * 全市, 市本级, 可比口径: what the value is measured over, as written; null where the text does not say.
 * @param name of the indicator: where it stands behind an earlier value of a list, that value's scope is not its own
 */
export function scopeOf(clause: string, name: string, grammar: Grammar): string | null {
  const own = clause.replace(VALUE_BEFORE, '');
  const said = own.includes(name.slice(-2)) ? own : clause;
  let best: string | null = null;
  for (const scope of grammar.scopes) {
    if (said.includes(scope) && (best === null || scope.length > best.length)) best = scope;
  }
  return best;
}
