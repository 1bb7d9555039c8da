import { present } from '@zhibiao/shared';
import { figureRowId } from '../documents/identity.ts';
import { figureIdOf } from '../figures/figure.ts';
import { see } from '../queries/figure-pages.ts';
import { withWords } from '../reviews/overlay.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ObservationRow } from '../tables/rows.ts';
import type { ExportedRow } from './columns.ts';

/** Figures that are settled at once: a row of one holds what every document says of it. */
const BATCH = 500;

/**
 * Rows as they are exported, with the genre of their report. Where `now`, with what people said of them and with their figure as it is at
 * this moment: what a person has corrected counts, and rows of excluded reports are left out.
 */
export async function exported(
  tables: Tables,
  read: readonly ObservationRow[],
  now: boolean,
): Promise<ExportedRow[]> {
  const rows = now ? await withWords(tables, read) : read;
  const versions = await tables.versions.getMany([...new Set(rows.map(versionOf))]);
  const genres = new Map(versions.map(({ id, report }) => [id, report.genre ?? null]));
  const documents = [...new Set(rows.map(({ document }) => document))];
  for (const { document, genre } of now ? await tables.overrides.getMany(documents) : [])
    for (const { id } of versions.filter((version) => version.document === document))
      if (genre) genres.set(id, genre);
  const named = now ? await figuresOf(tables, rows) : [];
  return rows.map((row, i) => ({
    status: 'current',
    row,
    genre: genres.get(versionOf(row)) ?? null,
    figure: named[i] ?? null,
  }));
}

const versionOf = ({ document, n }: ObservationRow) => `${document}.${n}`;

async function figuresOf(
  tables: Tables,
  rows: readonly ObservationRow[],
): Promise<(ExportedRow['figure'] | null)[]> {
  const claims = rows.map(({ observation, report, document }) => {
    const { region } = observation;
    const own = region.adcode ?? (region.name === report.region ? report.adcode : null);
    return { id: figureRowId(observation, own, document), kind: observation.kind };
  });
  const ids = [...new Set(claims.map(({ id }) => id))];
  const seen = new Map<string, Awaited<ReturnType<typeof see>>[number]>();
  for (let i = 0; i < ids.length; i += BATCH)
    for (const one of await see(tables, await tables.figures.getMany(ids.slice(i, i + BATCH))))
      seen.set(one.row.id, one);
  return rows.map(({ id, document }, i) => {
    const { id: figure, kind } = present(claims[i], 'claims at i');
    const choice = seen.get(figure)?.[kind];
    if (!choice) return null;
    const chosen = choice.chosen.id === id && choice.chosen.document === document;
    return { id: figureIdOf(figure, kind), chosen, copies: choice.documents };
  });
}
