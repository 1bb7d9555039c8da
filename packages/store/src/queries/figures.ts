import { UsageError } from '@zhibiao/shared';
import { type Judgement, judge } from '../compare/satisfaction.ts';
import { figureId, figureRowId } from '../documents/identity.ts';
import { ownCode } from '../documents/statements.ts';
import { scopeOf } from '../knowledge/scope.ts';
import { commonUnit, inCommonUnit } from '../knowledge/unit.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ObservationRow } from '../tables/rows.ts';
import { readDocument } from './documents.ts';
import { observationsPage } from './observations.ts';
import { ObservationQuery, readQuery } from './query.ts';

/** One figure as several documents give it. */
export interface FigureCopies {
  figure: string;
  rows: ObservationRow[];
  /** values that agree within rounding stand together, the most frequent first; more than one group is a conflict */
  values: { value: number; documents: string[] }[];
  conflict: boolean;
}

/** A target and, where one is known, the actual value of the same figure. */
export interface PromiseKept {
  target: ObservationRow;
  actual: ObservationRow | null;
  judgement: Judgement | null;
}

/** All rows of a query, page by page. @throws UsageError when there are more than `most`: the question is too wide to be answered at once */
export async function allObservations(
  tables: Tables,
  query: ObservationQuery,
  most = 50_000,
): Promise<ObservationRow[]> {
  const read = readQuery(ObservationQuery, { ...query, limit: 5_000 });
  const rows: ObservationRow[] = [];
  let after: string | undefined = read.after;
  for (;;) {
    const page = await observationsPage(tables, read, after);
    rows.push(...page.rows);
    if (!page.next) return rows;
    if (rows.length > most)
      throw new UsageError(
        `More than ${most} observations: narrow the question by region, year or code.`,
        'query',
      );
    after = page.next;
  }
}

/** What stands in one line of a series: whatever differs in nothing but the year, the kind, the wording of the scope and the unit's magnitude. */
const lineOf = ({ observation }: ObservationRow): string =>
  [observation.measure, scopeOf(observation), observation.basis ?? ''].join('|');

/** One indicator over the years, oldest first, spans of years behind the single ones; several values of one year stand beside each other, the surest first. */
export async function series(tables: Tables, query: ObservationQuery): Promise<ObservationRow[]> {
  if (query.code === undefined && query.name === undefined)
    throw new UsageError('code: a series is of one indicator; give its code or name.', 'code');
  const rows = await allObservations(tables, query);
  const year = ({ observation }: ObservationRow) => observation.period?.start ?? 0;
  const spanOf = ({ observation: { period } }: ObservationRow) => (period ? period.end - period.start : 0);
  return rows.sort(
    (a, b) =>
      compare(a.observation.region.adcode ?? '', b.observation.region.adcode ?? '') ||
      spanOf(a) - spanOf(b) ||
      year(a) - year(b) ||
      compare(lineOf(a), lineOf(b)) ||
      compare(a.observation.kind, b.observation.kind) ||
      b.observation.confidence - a.observation.confidence ||
      compare(a.order, b.order),
  );
}

/**
 * What was promised for a year beside what was reported of it: targets of the query, each with the actual value of the same region,
 * indicator, year, measure and scope, wherever it was reported; of several the surest, then the latest report's.
 */
export async function promises(tables: Tables, query: ObservationQuery): Promise<PromiseKept[]> {
  const {
    region,
    source: _source,
    document: _document,
    reportYear: _reportYear,
    since: _since,
    ...same
  } = query;
  const targets = await allObservations(tables, { ...query, kind: 'target' });
  const actuals = await allObservations(tables, { ...same, region, kind: 'actual' });
  const found = new Map<string, ObservationRow>();
  for (const row of actuals) {
    const key = withoutKind(row);
    if (key === null) continue;
    const known = found.get(key);
    if (!known || isBetter(row, known)) found.set(key, row);
  }
  return targets.map((target) => {
    const key = withoutKind(target);
    const actual = (key !== null && found.get(key)) || null;
    return { target, actual, judgement: actual && judge(target.observation, actual.observation) };
  });
}

/** @returns what a target and its actual value have in common; null without a year: then nothing says that both are of one */
const withoutKind = ({ observation, report }: ObservationRow): string | null =>
  observation.period &&
  figureId(
    { ...observation, kind: 'actual' },
    ownCode(observation, { adcode: report.adcode, name: report.region }),
  );

const isBetter = (a: ObservationRow, b: ObservationRow): boolean =>
  (a.observation.confidence - b.observation.confidence || (a.report.year ?? 0) - (b.report.year ?? 0)) > 0;

/** The figures of a query that more than one document gives, with their agreements and conflicts. */
export async function copies(tables: Tables, query: ObservationQuery): Promise<FigureCopies[]> {
  const groups = new Map<string, ObservationRow[]>();
  for (const row of await allObservations(tables, query))
    groups.set(row.figure, [...(groups.get(row.figure) ?? []), row]);
  const others = query.asOf === undefined ? await otherDocuments(tables, [...groups.values()]) : new Map();
  const result: FigureCopies[] = [];
  for (const [figure, rows] of groups) {
    const known = new Set(rows.map((row) => row.key));
    const all = [...rows, ...(others.get(figure) ?? []).filter((row: ObservationRow) => !known.has(row.key))];
    if (new Set(all.map((row) => row.document)).size < 2) continue;
    const values = groupValues(all);
    result.push({ figure, rows: all, values, conflict: values.length > 1 });
  }
  return result;
}

/** @returns what all documents that give one of these figures say of it now, by figure */
async function otherDocuments(
  tables: Tables,
  groups: readonly ObservationRow[][],
): Promise<Map<string, ObservationRow[]>> {
  const figures = new Set(groups.map(([row]) => row!.figure));
  const ids = groups.map(([row]) => {
    const { observation, report, document } = row!;
    return figureRowId(
      observation,
      ownCode(observation, { adcode: report.adcode, name: report.region }),
      document,
    );
  });
  const documents = new Set<string>();
  for (const row of await tables.figures.getMany([...new Set(ids)]))
    if (row.documents.length > 1) for (const { document } of row.documents) documents.add(document);
  const found = new Map<string, ObservationRow[]>();
  for (const document of documents)
    for (const row of (await readDocument(tables, document))?.observations ?? [])
      if (figures.has(row.figure)) found.set(row.figure, [...(found.get(row.figure) ?? []), row]);
  return found;
}

/** Each document counts once: of several values, with the one that others give too, for its own are no conflict with each other. */
function groupValues(rows: readonly ObservationRow[]): FigureCopies['values'] {
  const groups: { first: ObservationRow; documents: Set<string> }[] = [];
  for (const row of [...rows].sort((a, b) => precision(b) - precision(a))) {
    const group = groups.find(({ first }) => agree(first, row));
    if (group) group.documents.add(row.document);
    else groups.push({ first: row, documents: new Set([row.document]) });
  }
  groups.sort(
    (a, b) => b.documents.size - a.documents.size || a.first.observation.value - b.first.observation.value,
  );
  const seen = new Set<string>();
  return groups.flatMap(({ first, documents }) => {
    const fresh = [...documents].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    return fresh.length ? [{ value: first.observation.value, documents: fresh }] : [];
  });
}

/** Two figures agree when the one with fewer digits is the other, rounded. */
function agree(precise: ObservationRow, rough: ObservationRow): boolean {
  const digits = precision(rough);
  const [a, b] = [commonValue(precise), commonValue(rough)];
  return a === b || Number(a.toPrecision(Math.max(1, digits))) === Number(b.toPrecision(Math.max(1, digits)));
}

function commonValue({ observation: { value, unit, measure } }: ObservationRow): number {
  return inCommonUnit(value, commonUnit(unit, measure).factor);
}

/** @returns how many significant digits the quote shows */
function precision({ observation }: ObservationRow): number {
  const shown = /\d[\d,]*\.?\d*/.exec(observation.quote)?.[0] ?? String(observation.value);
  return Math.min(15, shown.replace(/[,.]/g, '').replace(/^0+/, '').length);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
