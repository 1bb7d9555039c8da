import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { scopes } from './files.ts';

const spellings = (groups: readonly (readonly string[])[]) =>
  new Map(
    groups.flatMap((group) => group.map((word) => [word, present(group[0], 'the first of group')] as const)),
  );
const kept = spellings(scopes.same);
const inNames = [...spellings(scopes.inNames)];

/**
 * What a claim says of its scope beyond its region: 全市 in a city's own report says nothing, in a county's it means the
 * city above it; 市本级, 可比口径 and 规模以上 always tell one figure from another, and so does 国考 in a name. Only where the
 * indicator's code means nothing but 规模以上 does the word add nothing.
 * @returns the scope in one spelling, empty where there is none
 */
export function scopeOf({
  indicator,
  region,
  scope,
}: Pick<Observation, 'indicator' | 'region' | 'scope'>): string {
  const named = inNames.filter(([word]) => indicator.name.includes(word)).map(([, spelling]) => spelling);
  const said = scope === null || isWhole(scope, region.name) ? [] : [kept.get(scope) ?? scope];
  const known = (word: string) => indicator.code !== null && scopes.inCodes[word]?.includes(indicator.code);
  return [...new Set([...said, ...named])].filter((word) => !known(word)).join(' ');
}

function isWhole(scope: string, region: string): boolean {
  if (scopes.silent.includes(scope) || scope === region) return true;
  const whole = scopes.whole.find(({ word }) => word === scope);
  return whole?.ends.some((end) => region.endsWith(end)) ?? false;
}
