import type { z } from 'zod';
import { regionPrefix } from '../documents/identity.ts';
import { Righted } from '../reviews/reports.ts';
import type { Tables } from '../tables/definitions.ts';
import type { VersionRow } from '../tables/rows.ts';
import { type DocumentQuery, documentFilter, type PageOf } from './query.ts';
import { visiblePage } from './visible.ts';

type Read = z.output<typeof DocumentQuery>;

/**
 * One page of the reports that readers see. Those that a person has moved to the region or year that is asked for stand
 * first; where they were
 * read they are not found any more.
 */
export async function documentsPage(tables: Tables, read: Read): Promise<PageOf<VersionRow>> {
  const flags = read.flags ?? [];
  const righted = read.asOf === undefined ? await Righted.read(tables) : new Righted(tables, []);
  const fits = (version: VersionRow) => flags.every((flag) => version.report.flags.includes(flag));
  const page = await visiblePage(tables, tables.versions, {
    ...read,
    filter: documentFilter(read),
    accept: (version) => fits(version) && isAsked(righted.of(version), read),
  });
  const rows = page.rows.map((version) => righted.of(version));
  if (read.after !== undefined || (read.region === undefined && read.year === undefined))
    return { ...page, rows };
  const moved = (await righted.heads(({ region, year }) => region !== null || year !== null)).filter(
    (version) => fits(version) && !isAsked(version, read) && isAsked(righted.of(version), read),
  );
  return { ...page, rows: [...moved.map((version) => righted.of(version)), ...rows] };
}

/**
 * About how many reports a list has: those of which only a shadow is there, or which their page has lost, are counted too.
 * @returns null where no index tells
 */
export async function documentCount(tables: Tables, read: Read): Promise<number | null> {
  const flags = read.flags ?? [];
  if (read.asOf !== undefined || flags.length > 1) return null;
  const versions = await tables.versions.count({ current: { eq: true }, ...documentFilter(read) });
  const { region, year, source, page } = read;
  const isAll = [region, year, source, page, flags[0]].every((asked) => asked === undefined);
  // A version that waits for its promotion stands beside the one that readers see.
  return isAll ? Math.min(versions, await tables.documents.count({})) : versions;
}

const isAsked = ({ report, source, page }: VersionRow, read: Read): boolean =>
  (read.region === undefined || (report.region?.adcode ?? '').startsWith(regionPrefix(read.region))) &&
  (read.year === undefined || report.year === read.year) &&
  (read.source === undefined || source === read.source) &&
  (read.page === undefined || page === read.page);
