import type { Claim } from '../claims/index.ts';
import type { Grammar } from '../claims/tables.ts';

/** 力争, 确保, 预计: the word that commits to the value, as written; null where there is none. */
export function commitmentOf(claim: Claim, clause: string, grammar: Grammar): string | null {
  const found = grammar.commitments.find((word) => claim.removed.includes(word) || clause.includes(word));
  return found ?? null;
}

/** 全市, 市本级, 可比口径: what the value is measured over, as written; null where the text does not say. */
export function scopeOf(clause: string, grammar: Grammar): string | null {
  let best: string | null = null;
  for (const scope of grammar.scopes) {
    if (clause.includes(scope) && (best === null || scope.length > best.length)) best = scope;
  }
  return best;
}
