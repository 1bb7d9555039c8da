import { present } from '@zhibiao/shared';
import { type Lexicon, WordTable, wordTable } from './index.ts';

/** Part that a word plays in front of a quantity. */
type Role = 'up' | 'down' | 'reach' | 'adverb' | 'comparison' | 'commitment';

/** The lexicon's words as tables for longest match. */
export interface Grammar {
  predicates: WordTable<Role>;
  ranks: WordTable<true>;
  work: WordTable<true>;
  causal: WordTable<true>;
  modifiers: WordTable<true>;
  nominals: WordTable<true>;
  statementVerbs: WordTable<true>;
  undertakes: WordTable<true>;
  nounEnds: WordTable<true>;
  actionAdverbs: WordTable<true>;
  topicStops: WordTable<true>;
  alone: WordTable<true>;
  weak: WordTable<true>;
  moving: WordTable<true>;
  evaluations: WordTable<true>;
  lightVerbs: WordTable<true>;
  treats: WordTable<true>;
  prepositions: WordTable<true>;
  cuts: WordTable<true>;
  finishes: WordTable<true>;
  qualities: WordTable<true>;
  spentOn: WordTable<true>;
  openers: WordTable<true>;
  adverbs: WordTable<true>;
  commitments: readonly string[];
  scopes: readonly string[];
  bases: readonly (readonly [string, string])[];
  milestones: WordTable<true>;
  protectedStarts: WordTable<true>;
  protectedEnds: WordTable<true>;
  heads: WordTable<true>;
  bareHeads: WordTable<true>;
  countedHeads: WordTable<true>;
  partHeads: WordTable<true>;
  tails: WordTable<true>;
  owners: WordTable<true>;
  owned: WordTable<true>;
  rows: readonly (readonly string[])[];
  /** 支出 and 收入: each with the other */
  opposites: ReadonlyMap<string, string>;
  growthNouns: WordTable<true>;
  groups: readonly (readonly string[])[];
  better: WordTable<true>;
  burdens: WordTable<true>;
  whole: WordTable<true>;
  /** whether a name is that of a known indicator */
  knows: (name: string) => boolean;
}

/** @param knows whether a name is that of an indicator of the lexicon */
export function buildGrammar({ verbs, names }: Lexicon, knows: (name: string) => boolean): Grammar {
  const roles = new Map<string, Role>();
  const add = (words: readonly string[], role: Role): void => {
    for (const word of words) roles.set(word, role);
  };
  add(verbs.adverbs, 'adverb');
  add(verbs.commitments, 'commitment');
  add(verbs.comparisons, 'comparison');
  add(verbs.reach, 'reach');
  add(verbs.up, 'up');
  add(verbs.down, 'down');
  return {
    predicates: new WordTable(roles),
    ranks: wordTable(verbs.rank),
    work: wordTable(verbs.work),
    causal: wordTable(verbs.causal),
    modifiers: wordTable(verbs.modifiers),
    nominals: wordTable(verbs.nominals),
    undertakes: wordTable(verbs.undertakes),
    statementVerbs: wordTable(verbs.statementVerbs),
    nounEnds: wordTable(verbs.nounEnds),
    actionAdverbs: wordTable(verbs.actionAdverbs),
    topicStops: wordTable(verbs.topicStops),
    alone: wordTable(verbs.alone),
    weak: wordTable(verbs.weak),
    moving: wordTable(verbs.moving),
    evaluations: wordTable(verbs.evaluations),
    lightVerbs: wordTable(verbs.lightVerbs),
    treats: wordTable(verbs.treats),
    qualities: wordTable(verbs.qualities),
    finishes: wordTable(verbs.finishes),
    cuts: wordTable(verbs.cuts),
    prepositions: wordTable(verbs.prepositions),
    spentOn: wordTable(verbs.spentOn),
    openers: wordTable(verbs.openers),
    adverbs: wordTable(verbs.adverbs.filter((word) => word.length > 1)),
    commitments: verbs.commitments,
    scopes: names.scopes,
    bases: names.bases,
    milestones: wordTable(names.milestones),
    protectedStarts: wordTable(verbs.protectedStarts),
    protectedEnds: wordTable(verbs.protectedEnds),
    heads: wordTable(names.heads),
    bareHeads: wordTable(names.bareHeads),
    countedHeads: wordTable(names.countedHeads),
    partHeads: wordTable(names.partHeads),
    tails: wordTable(names.tails),
    owners: wordTable(names.owners),
    owned: wordTable(names.owned),
    rows: names.rows,
    opposites: new Map(
      names.opposites.flatMap(([one, other]) => [
        [one, other],
        [other, one],
      ]),
    ),
    growthNouns: wordTable(names.growthNouns),
    groups: [...names.groups].sort(
      (a, b) => present(b[0], 'the first of b').length - present(a[0], 'the first of a').length,
    ),
    better: wordTable(verbs.better),
    burdens: wordTable(names.burdens),
    whole: wordTable(names.whole),
    knows,
  };
}
