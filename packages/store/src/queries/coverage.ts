import type { Genre } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { z } from 'zod';
import { placeId, regionPrefix } from '../documents/identity.ts';
import { headlines } from '../knowledge/files.ts';
import { Righted } from '../reviews/reports.ts';
import type { Tables } from '../tables/definitions.ts';
import type { VersionRow } from '../tables/rows.ts';
import { questionOf, readCursor, writeCursor } from './cursor.ts';
import { DocumentQuery, documentFilter, type PageOf, readQuery } from './query.ts';
import { visiblePage } from './visible.ts';

export const CoverageQuery = z.strictObject({
  /** six-digit code; its sub-regions count as well */
  region: z
    .string()
    .regex(/^\d{6}$/, 'a region is a six-digit code such as 321100')
    .optional(),
  genre: z.enum(['work-report', 'communique', 'budget']).optional(),
  /** regions a page */
  limit: z.int().min(1).max(200).default(50),
  after: z.string().max(1_000).optional(),
});
export type CoverageQuery = z.input<typeof CoverageQuery>;

/** What there is of one region's reports delivered in one year. */
export interface CoveredYear {
  year: number;
  reports: { document: string; genre: Genre | null; source: string | null; page: string; title: string }[];
  /** how many sources give them */
  sources: number;
  /** codes of headline indicators whose actual values of the year before are known, from any report */
  has: string[];
  /** the other headline indicators: not stated, as far as the reports were read */
  lacks: string[];
}

export interface Coverage {
  region: { name: string; adcode: string | null };
  years: CoveredYear[];
  /** years between the first and the last of which there is no report */
  missing: number[];
}

const BATCH = 500;
/** So many reports are read to be counted: more would take longer than a reader waits. */
const MOST_READ = 2_000;

type Read = z.output<typeof CoverageQuery>;

/** Region by region: which years' reports are there, and what they state. @throws UsageError */
export async function coverage(tables: Tables, query: CoverageQuery): Promise<PageOf<Coverage>> {
  const read = readQuery(CoverageQuery, query);
  const question = questionOf('coverage', read);
  const rows: Coverage[] = [];
  let taken = 0;
  let end: string | null = null;
  for await (const group of groupsOf(tables, read, readCursor(question, read.after).key)) {
    if (taken === read.limit && group.end !== null)
      return { rows, next: writeCursor(question, { key: present(end, 'the end'), taken: 0 }) };
    taken++;
    end = group.end;
    const wanted = wantedOf(group, read);
    if (wanted.length > 0) rows.push(await covered(tables, wanted));
  }
  return { rows, next: null };
}

/**
 * How many regions have a report that readers see.
 * @returns null where more than 2,000 reports would have to be read @throws UsageError
 */
export async function coverageCount(tables: Tables, query: CoverageQuery): Promise<number | null> {
  const read = readQuery(CoverageQuery, query);
  const all = await tables.versions.count({ ...filterOf(read), current: { eq: true } }, MOST_READ);
  if (all === MOST_READ) return null;
  let regions = 0;
  for await (const group of groupsOf(tables, read)) if (wantedOf(group, read).length > 0) regions++;
  return regions;
}

/** `end`: where the region ends in the order of reports; null behind all of them */
interface Group {
  versions: VersionRow[];
  end: string | null;
}

const wantedOf = ({ versions }: Group, { genre }: Read): VersionRow[] =>
  versions.filter(({ report }) => report.region !== null && (!genre || report.genre === genre));

const filterOf = ({ region }: Read) =>
  documentFilter(DocumentQuery.parse(region === undefined ? {} : { region }));

/** The reports that readers see, region by region, each under the region that a person has said. */
async function* groupsOf(tables: Tables, read: Read, from?: string): AsyncGenerator<Group> {
  const righted = await Righted.read(tables);
  const moved = (await righted.heads(({ region, excluded }) => region !== null && !excluded)).map((version) =>
    righted.of(version),
  );
  const isMoved = new Set(moved.map(({ document }) => document));
  const accept = (version: VersionRow) => !righted.isExcluded(version) && !isMoved.has(version.document);
  const movedTo = (key: string) => moved.filter((version) => keyOf(version) === key);
  const whole = ({ versions, end }: Group): Group => ({
    versions: [...versions, ...movedTo(keyOf(present(versions[0], 'the first of versions')))],
    end,
  });
  let group: Group | null = null;
  let after: string | null | undefined = from;
  do {
    const page: PageOf<VersionRow> = await visiblePage(tables, tables.versions, {
      filter: filterOf(read),
      limit: BATCH,
      accept,
      ...(after ? { after } : {}),
    });
    for (const version of page.rows.map((row) => righted.of(row))) {
      if (group && keyOf(present(group.versions[0], 'the first of versions')) === keyOf(version)) {
        group.versions.push(version);
        group.end = version.order;
        continue;
      }
      if (group) yield whole(group);
      group = { versions: [version], end: version.order };
    }
    after = page.next;
  } while (after !== null);
  if (group) yield whole(group);
  // Regions whose only reports were moved there stand at the end.
  const prefix = read.region === undefined ? '' : regionPrefix(read.region);
  for (const key of new Set(moved.map(keyOf))) {
    if (!key.startsWith(prefix)) continue;
    const others = { filter: { order: { prefix: `${key} ` } }, limit: 1, accept };
    if ((await visiblePage(tables, tables.versions, others)).rows.length === 0)
      yield { versions: movedTo(key), end: null };
  }
}

const keyOf = ({ report }: VersionRow) =>
  report.region ? placeId(report.region.name, report.region.adcode) : '';

async function covered(tables: Tables, versions: readonly VersionRow[]): Promise<Coverage> {
  const { name, adcode } = present(present(versions[0], 'the first of versions').report.region, 'the region');
  const known = await tables.figures.find({
    topic: { in: headlines },
    id: { prefix: `${placeId(name, adcode)} ` },
    kinds: { in: ['a', 'at'] },
  });
  const byYear = new Map<number, VersionRow[]>();
  for (const version of versions) {
    const { year } = version.report;
    if (year !== null) byYear.set(year, [...(byYear.get(year) ?? []), version]);
  }
  const years = [...byYear].sort(([a], [b]) => a - b);
  const has = (year: number) => {
    const stated = new Set(known.filter((row) => row.period?.end === year - 1).map(({ topic }) => topic));
    return headlines.filter((code) => stated.has(code));
  };
  const [first, last] = [years[0]?.[0] ?? 0, years.at(-1)?.[0] ?? -1];
  return {
    region: { name, adcode },
    years: years.map(([year, of]) => ({
      year,
      reports: of.map(({ document, report, source, page }) => ({
        document,
        genre: report.genre ?? null,
        source,
        page,
        title: report.title,
      })),
      sources: new Set(of.map(({ source, page }) => source ?? new URL(page).host)).size,
      has: has(year),
      lacks: headlines.filter((code) => !has(year).includes(code)),
    })),
    missing: Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
      (year) => !byYear.has(year),
    ),
  };
}
