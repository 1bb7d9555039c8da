import { clusterCopies, type Observation, present } from '@zhibiao/shared';
import type { FigureRow, Member, Said } from '../tables/rows.ts';
import { agree, precisionOf, spreadOf } from './values.ts';

/** A claim with what its document is. */
interface Candidate extends Omit<Said, 'members'>, Member {
  document: string;
}

/** Why a value was chosen: the rule after which all that were left agreed. */
export type ChosenBecause =
  | 'reviewed'
  | 'only one'
  | 'all agree'
  | 'own report'
  | 'final value'
  | 'exact value'
  | 'communique'
  | 'later report'
  | 'surest'
  | 'most independent texts'
  | 'most exact'
  | 'first document';

export interface Choice {
  chosen: Candidate;
  chosenBecause: ChosenBecause;
  /** values that agree stand together, what most documents give first; a document counts once */
  values: { value: number; documents: string[] }[];
  /** how many documents give the figure */
  documents: number;
  /** how many of them are no copies of one another's text */
  texts: number;
  /** how far the values are apart, as a share of the largest */
  spread: number;
  conflict: boolean;
  /** years of delivery of the reports, ascending */
  reportYears: number[];
}

/** @returns what tells whose text a page's is a copy of; null where nothing is known of it */
export type SimhashOf = (page: string) => string | null;

/** 预计 and the like: the year was not over when it was said. */
const preliminary = ({ commitment }: Member) => /预计|预期|预估|初步|快报/.test(commitment ?? '');

/**
 * The rules, the strongest first; of each, the candidates with the greatest number stay.
 * 1. what a person has checked or corrected; 2. a region's own report before another's; of actual values, 3. a final one before 预计,
 * 4. a value before a bound (7.4‰以内), 5. a statistical communiqué before other reports and 6. a later report before an
 * earlier one; of targets, the
 * latest report that is not later than the year itself; 7. the surest; 8. what most independent texts give; 9. the most
 * exact. What a person found
 * wrong is no candidate.
 */
const rules: readonly [ChosenBecause, (candidate: Candidate, about: About) => number][] = [
  ['reviewed', ({ review }) => (review === undefined ? 0 : 1)],
  ['own report', ({ own }) => Number(own)],
  ['final value', (candidate) => (candidate.kind === 'actual' ? Number(!preliminary(candidate)) : 0)],
  ['exact value', ({ kind, bound }) => (kind === 'actual' ? Number(bound === '=' || bound === '~') : 0)],
  ['communique', ({ kind, genre }) => (kind === 'actual' ? Number(genre === 'communique') : 0)],
  ['later report', ({ kind, year }, { end }) => (kind === 'target' && (year ?? 0) > end ? -1 : (year ?? 0))],
  ['surest', ({ confidence }) => confidence],
  ['most independent texts', (candidate, { support }) => support(candidate)],
  ['most exact', precisionOf],
];

interface About {
  /** last year of the period */
  end: number;
  support: (candidate: Candidate) => number;
}

/** @returns the chosen value of a kind; null where no document gives one that a person has not found wrong */
export function choose(
  { period }: Pick<FigureRow, 'period'>,
  said: readonly { document: string; said: Said }[],
  kind: Observation['kind'],
  simhashOf: SimhashOf = () => null,
): Choice | null {
  const all = said
    .flatMap(({ document, said: { members, ...about } }) =>
      members.flatMap((member) =>
        member.kind === kind && member.review !== 'wrong' ? [{ document, ...about, ...member }] : [],
      ),
    )
    .sort((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : a.id < b.id ? -1 : 1));
  const [one] = all;
  if (!one) return null;
  if (all.length === 1) return choiceOf(one);
  const textOf = textsOf(all, simhashOf);
  const support = (candidate: Candidate) =>
    new Set(all.filter((other) => agree(candidate, other)).map(({ document }) => textOf.get(document))).size;
  const [chosen, chosenBecause] = winner(all, { end: period?.end ?? Number.POSITIVE_INFINITY, support });
  const values = valuesOf(all);
  // Of what is compared each document counts once: one alone is in no conflict.
  const compared = textOf.size > 1 ? comparedOf(all) : values;
  const conflict = compared.length > 1;
  return {
    chosen,
    chosenBecause,
    values,
    documents: textOf.size,
    texts: new Set(textOf.values()).size,
    spread: conflict ? spreadOf(compared.map(({ value }) => value)) : 0,
    conflict,
    reportYears: [...new Set(all.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b),
  };
}

/** What is chosen where nothing has to be: of most figures. */
const choiceOf = (one: Candidate): Choice => ({
  chosen: one,
  chosenBecause: one.review === undefined ? 'only one' : 'reviewed',
  values: [{ value: one.value, documents: [one.document] }],
  documents: 1,
  texts: 1,
  spread: 0,
  conflict: false,
  reportYears: one.year === null ? [] : [one.year],
});

/** @returns the values that are compared: those that are final, where there are any */
function comparedOf(all: readonly Candidate[]): Choice['values'] {
  const settled = all.filter((candidate) => !preliminary(candidate));
  return valuesOf(settled.length > 0 ? settled : all);
}

function winner(all: Candidate[], about: About): [Candidate, ChosenBecause] {
  const because = (left: Candidate[], rule: ChosenBecause): [Candidate, ChosenBecause] => {
    const best = pick(left, about);
    return [best, best.review === undefined ? rule : 'reviewed'];
  };
  if (agreed(all)) return because(all, 'all agree');
  let left = all;
  for (const [name, score] of rules) {
    left = strongest(left, score, about);
    if (agreed(left)) return because(left, name);
  }
  return because(left, 'first document');
}

/** Of those that agree, the rules still tell which one is shown. */
const pick = (left: Candidate[], about: About): Candidate =>
  present(rules.reduce((some, [, score]) => strongest(some, score, about), left)[0], 'the strongest');

function strongest(
  left: Candidate[],
  score: (candidate: Candidate, about: About) => number,
  about: About,
): Candidate[] {
  if (left.length === 1) return left;
  const scores = left.map((candidate) => score(candidate, about));
  const most = Math.max(...scores);
  return left.filter((_, i) => scores[i] === most);
}

const agreed = ([first, ...others]: Candidate[]) =>
  others.every((other) => agree(present(first, 'the first'), other));

/** @returns which text each document has: copies, and copies of copies, have one */
function textsOf(all: readonly Candidate[], simhashOf: SimhashOf): Map<string, string> {
  const pages = new Map(all.map(({ document, page }) => [document, page]));
  const texts = new Map([...pages].map(([document, page]) => [document, page]));
  if (pages.size < 2) return texts;
  const items = [...pages].flatMap(([id, page]) => {
    const simhash = simhashOf(page);
    return simhash === null ? [] : [{ id, simhash }];
  });
  for (const group of clusterCopies(items))
    for (const id of group)
      texts.set(id, present(pages.get(present(group[0], 'the first of group')), 'the entry of pages'));
  return texts;
}

/** Each document counts once: of several values, with the one that others give too, for its own are no conflict with each other. */
function valuesOf(all: readonly Candidate[]): Choice['values'] {
  if (all.length === 1)
    return [
      {
        value: present(all[0], 'the first of all').value,
        documents: [present(all[0], 'the first of all').document],
      },
    ];
  const groups: { first: Candidate; documents: Set<string> }[] = [];
  const exact = all.map((candidate) => ({ candidate, digits: precisionOf(candidate) }));
  for (const { candidate } of exact.sort((a, b) => b.digits - a.digits)) {
    const group = groups.find(({ first }) => agree(first, candidate));
    if (group) group.documents.add(candidate.document);
    else groups.push({ first: candidate, documents: new Set([candidate.document]) });
  }
  groups.sort((a, b) => b.documents.size - a.documents.size || a.first.value - b.first.value);
  const seen = new Set<string>();
  return groups.flatMap(({ first, documents }) => {
    const fresh = [...documents].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    return fresh.length ? [{ value: first.value, documents: fresh }] : [];
  });
}
