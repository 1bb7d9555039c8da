import { type Judgement, judge } from '../compare/satisfaction.ts';
import type { Contribution, FigureRow, Picked, Said } from '../tables/rows.ts';
import { type Choice, choose, type SimhashOf } from './choose.ts';
import { type FigureName, sameSaid } from './said.ts';

/** What a figure says to a reader. */
export interface Settled {
  actual: Choice | null;
  target: Choice | null;
  /** of the target against the actual value; null where either is missing */
  judgement: Judgement | null;
}

const nobody: ReadonlySet<string> = new Set();

/** What a row says before it is settled. */
export const unsettled = {
  kinds: '',
  verdict: null,
  dispute: null,
  chosen: null,
} as const;

/** @returns what each document says of a figure when these runs are promoted */
export function saidOf(row: FigureRow, promoted: ReadonlySet<string>): { document: string; said: Said }[] {
  return row.documents.flatMap(({ document, now, later }) => {
    const run = later?.findLast((shadow) => promoted.has(shadow.run));
    const said = run ? run.said : now;
    return said ? [{ document, said }] : [];
  });
}

export function settleFigure(
  row: FigureRow,
  promoted: ReadonlySet<string> = nobody,
  simhashOf?: SimhashOf,
): Settled {
  const said = saidOf(row, promoted);
  const actual = choose(row, said, 'actual', simhashOf);
  const target = choose(row, said, 'target', simhashOf);
  const claim = ({ chosen }: Choice) => ({
    value: chosen.value,
    valueTo: chosen.valueTo,
    bound: chosen.bound,
    unit: row.unit,
    measure: row.measure,
    indicator: row.indicator,
  });
  const judgement = row.period && actual && target ? judge(claim(target), claim(actual)) : null;
  return { actual, target, judgement };
}

/** @returns the fields by which a row is found */
export function fieldsOf(
  row: Pick<FigureRow, 'id' | 'documents'>,
  { actual, target, judgement }: Settled,
): Pick<FigureRow, 'kinds' | 'verdict' | 'dispute' | 'chosen'> {
  const copied = [actual, target].filter((side) => side !== null && side.documents > 1) as Choice[];
  const spread = Math.max(...copied.map((side) => (side.conflict ? side.spread : -1)), -1);
  // Worst first in the order of the text; those that agree come last.
  const place = spread < 0 ? 99_999_999 : Math.round((2 - Math.min(spread, 2)) * 10_000_000);
  return {
    kinds: `${actual ? 'a' : ''}${target ? 't' : ''}`,
    verdict: target ? (judgement?.verdict ?? 'open') : null,
    dispute: copied.length ? `${String(place).padStart(8, '0')} ${row.id}` : null,
    chosen: isOnlyOne(row) ? null : { actual: picked(row, actual), target: picked(row, target) },
  };
}

function isOnlyOne({ documents }: Pick<FigureRow, 'documents'>): boolean {
  const [first, other] = documents;
  const [member, second] = first?.now?.members ?? [];
  return !other && member !== undefined && !second && member.review === undefined;
}

function picked({ documents }: Pick<FigureRow, 'documents'>, choice: Choice | null): Picked | null {
  if (!choice) return null;
  const { chosen } = choice;
  const at = documents.findIndex(({ document }) => document === chosen.document);
  const member = documents[at]?.now?.members.findIndex(
    ({ id, kind }) => id === chosen.id && kind === chosen.kind,
  );
  // One that a promoted run has chosen stands in no row yet.
  if (member === undefined || member < 0) return null;
  const { chosenBecause, texts, spread, conflict } = choice;
  return [at, member, chosenBecause, choice.documents, texts, spread, Number(conflict)];
}

/** One document's word on a figure. */
export interface Change {
  name: FigureName;
  contribution: Contribution;
}

const timeKey = (at: number) => String(at).padStart(15, '0');

/** @returns the row with a document's word taken in, or null when that changes nothing or a later word is there already */
export function contribute(
  row: FigureRow | null,
  { name, contribution }: Change,
  { at, anew = false, simhashOf }: { at: number; anew?: boolean; simhashOf?: SimhashOf },
): FigureRow | null {
  const first = row ? null : firstOf({ name, contribution }, at);
  if (first) return first;
  const known = row?.documents.find(({ document }) => document === contribution.document);
  if (known && (known.rev > contribution.rev || (!anew && sameWord(known, contribution)))) return null;
  const others = row?.documents.filter((other) => other !== known) ?? [];
  const documents = [...others, contribution].sort((a, b) => (a.document < b.document ? -1 : 1));
  const next: FigureRow = {
    ...(row ?? { ...name, before: null, since: at, changed: `${timeKey(at)} ${name.id}` }),
    ...unsettled,
    rev: (row?.rev ?? 0) + 1,
    documents,
  };
  const settled = settleFigure(next, nobody, simhashOf);
  Object.assign(next, fieldsOf(next, settled));
  if (!row) return next;
  const before = settleFigure(row, nobody, simhashOf);
  if (stateOf(before) !== stateOf(settled)) {
    next.before = {
      actual: before.actual?.chosen.value ?? null,
      target: before.target?.chosen.value ?? null,
    };
    next.changed = `${timeKey(Math.max(at, changedAt(row)))} ${row.id}`;
    if (row.kinds === '') next.since = at;
  }
  return next;
}

/**
 * Nearly every figure is said by one document first, once and not reviewed yet: then nothing has to be chosen.
 * @returns the row, or null where that takes more
 */
function firstOf({ name, contribution }: Change, at: number): FigureRow | null {
  const [member, other] = contribution.now?.members ?? [];
  if (!member || other || member.review !== undefined) return null;
  const isActual = member.kind === 'actual';
  return {
    ...name,
    before: null,
    since: at,
    changed: `${timeKey(at)} ${name.id}`,
    rev: 1,
    documents: [contribution],
    kinds: isActual ? 'a' : 't',
    verdict: isActual ? null : 'open',
    dispute: null,
    chosen: null,
  };
}

/** @returns when the chosen values of a row last changed, milliseconds since the epoch */
export const changedAt = ({ changed }: Pick<FigureRow, 'changed'>): number => Number(changed.slice(0, 15));

/** The key from which changes after a time are read. */
export const changedAfter = (at: number): string => timeKey(at + 1);

const sameWord = (a: Contribution, b: Contribution): boolean =>
  sameSaid(a.now, b.now) && JSON.stringify(a.later ?? []) === JSON.stringify(b.later ?? []);

function stateOf({ actual, target, judgement }: Settled): string {
  const side = (choice: Choice | null) =>
    choice && [choice.chosen.value, choice.chosen.valueTo, choice.chosen.bound];
  return JSON.stringify([side(actual), side(target), judgement?.verdict]);
}
