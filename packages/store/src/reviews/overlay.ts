import { readObservations } from '../documents/observations.ts';
import { corrected, overridden, reviewOf } from '../figures/reviewed.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ObservationRow, OverrideRow, ReviewRow, VersionRow } from '../tables/rows.ts';

/** Documents that are asked for at once. */
const BATCH = 500;

/** @returns what people said of these documents' observations, by document */
async function reviewsByDocument(
  tables: Tables,
  documents: readonly string[],
): Promise<Map<string, ReviewRow[]>> {
  const found = new Map<string, ReviewRow[]>();
  for (let i = 0; i < documents.length; i += BATCH)
    for (const review of await tables.reviews.find({ document: { in: documents.slice(i, i + BATCH) } }))
      found.set(review.document, [...(found.get(review.document) ?? []), review]);
  return found;
}

/**
 * @returns rows of any documents as readers get them: corrected, with what a person said of them; those of excluded
 * reports are left out
 */
export async function withWords(tables: Tables, rows: readonly ObservationRow[]): Promise<ObservationRow[]> {
  const documents = [...new Set(rows.map(({ document }) => document))];
  const overrides = new Map((await tables.overrides.getMany(documents)).map((row) => [row.document, row]));
  const reviews = await reviewsByDocument(tables, documents);
  if (overrides.size === 0 && reviews.size === 0) return [...rows];
  const versions = new Map<string, { version: VersionRow | null; all: readonly ObservationRow[] }>();
  const result: ObservationRow[] = [];
  for (const row of rows) {
    const of = reviews.get(row.document) ?? [];
    const override = overrides.get(row.document) ?? null;
    if (override?.excluded) continue;
    if (of.length === 0 && !override) {
      result.push(row);
      continue;
    }
    const id = `${row.document}.${row.n}`;
    const known = versions.get(id) ?? {
      version: await tables.versions.get(id),
      all: of.length > 0 ? await readObservations(tables, row.document, row.n) : [],
    };
    versions.set(id, known);
    result.push(overlay(row, known.all, { reviews: of, override }, known.version?.report ?? null));
  }
  return result;
}

/** @param all the observations of the row's version */
export function overlay(
  row: ObservationRow,
  all: readonly ObservationRow[],
  { reviews, override }: { reviews: readonly ReviewRow[]; override: OverrideRow | null },
  report: VersionRow['report'] | null,
): ObservationRow {
  const review = reviewOf(row, all, reviews);
  const moved = override && report ? overridden(row.observation, report, override) : row.observation;
  const observation = corrected(moved, review);
  if (observation === row.observation && !review && !override) return row;
  const { region = null, year = null } = override ?? {};
  return {
    ...row,
    report: {
      ...row.report,
      ...(region ? { region: region.name, adcode: region.adcode } : {}),
      ...(year === null ? {} : { year }),
    },
    observation,
    ...(review ? { review } : {}),
    ...(observation === row.observation ? {} : { read: row.observation }),
  };
}
