import { figureRowId } from '../documents/identity.ts';
import { figureIdOf } from '../figures/figure.ts';
import { corrected, overridden, reviewOf } from '../figures/reviewed.ts';
import { see } from '../queries/figure-pages.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ObservationRow, ReviewRow, VersionRow } from '../tables/rows.ts';
import type { ExportedRow } from './columns.ts';

/** Figures that are settled at once: a row of one holds what every document says of it. */
const BATCH = 500;

/**
 * Rows as they are exported, with the genre of their report and, where `now`, their figure as it is at this moment.
 * What a person has corrected counts for the figure of the corrected fields.
 */
export async function exported(
  tables: Tables,
  rows: readonly ObservationRow[],
  now: boolean,
): Promise<ExportedRow[]> {
  const versions = await tables.versions.getMany([...new Set(rows.map(versionOf))]);
  const reports = new Map(versions.map(({ id, report }) => [id, report]));
  const named = now ? await figuresOf(tables, rows, reports) : [];
  return rows.map((row, i) => ({
    status: 'current',
    row,
    genre: reports.get(versionOf(row))?.genre ?? null,
    figure: named[i] ?? null,
  }));
}

const versionOf = ({ document, n }: ObservationRow) => `${document}.${n}`;

async function figuresOf(
  tables: Tables,
  rows: readonly ObservationRow[],
  reports: ReadonlyMap<string, VersionRow['report']>,
): Promise<(ExportedRow['figure'] | null)[]> {
  const documents = [...new Set(rows.map(({ document }) => document))];
  const reviews = await reviewsOf(tables, documents);
  const overrides = new Map((await tables.overrides.getMany(documents)).map((row) => [row.document, row]));
  const claims = rows.map((row) => {
    const [report, override] = [reports.get(versionOf(row)), overrides.get(row.document)];
    const moved = report && override ? overridden(row.observation, report, override) : row.observation;
    const said = corrected(moved, reviewOf(row, rows, reviews.get(row.document) ?? []));
    const { region } = said;
    const of = override?.region ?? report?.region ?? null;
    const own = region.adcode ?? (region.name === of?.name ? of.adcode : null);
    return { id: figureRowId(said, own, row.document), kind: said.kind };
  });
  const ids = [...new Set(claims.map(({ id }) => id))];
  const seen = new Map<string, Awaited<ReturnType<typeof see>>[number]>();
  for (let i = 0; i < ids.length; i += BATCH)
    for (const one of await see(tables, await tables.figures.getMany(ids.slice(i, i + BATCH))))
      seen.set(one.row.id, one);
  return rows.map(({ id, document }, i) => {
    const { id: figure, kind } = claims[i]!;
    const choice = seen.get(figure)?.[kind];
    if (!choice) return null;
    const chosen = choice.chosen.id === id && choice.chosen.document === document;
    return { id: figureIdOf(figure, kind), chosen, copies: choice.documents };
  });
}

async function reviewsOf(tables: Tables, documents: readonly string[]): Promise<Map<string, ReviewRow[]>> {
  const found = new Map<string, ReviewRow[]>();
  for (let i = 0; i < documents.length; i += BATCH)
    for (const review of await tables.reviews.find({ document: { in: documents.slice(i, i + BATCH) } }))
      found.set(review.document, [...(found.get(review.document) ?? []), review]);
  return found;
}
