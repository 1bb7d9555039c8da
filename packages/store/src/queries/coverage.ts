import type { Genre } from '@zhibiao/shared';
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

/** Region by region: which years' reports are there, and what they state. @throws UsageError */
export async function coverage(tables: Tables, query: CoverageQuery): Promise<PageOf<Coverage>> {
  const read = readQuery(CoverageQuery, query);
  const question = questionOf('coverage', read);
  const filter = documentFilter(
    DocumentQuery.parse(read.region === undefined ? {} : { region: read.region }),
  );
  const righted = await Righted.read(tables);
  const moved = (await righted.heads(({ region, excluded }) => region !== null && !excluded)).map((version) =>
    righted.of(version),
  );
  const isMoved = new Set(moved.map(({ document }) => document));
  const accept = (version: VersionRow) => !righted.isExcluded(version) && !isMoved.has(version.document);
  let after = readCursor(question, read.after).key;
  let lastOf = after;
  const groups: VersionRow[][] = [];
  for (;;) {
    const page = await visiblePage(tables, tables.versions, {
      filter,
      limit: BATCH,
      accept,
      ...(after ? { after } : {}),
    });
    for (const version of page.rows.map((row) => righted.of(row))) {
      const group = groups.at(-1);
      if (group && keyOf(group[0]!) === keyOf(version)) group.push(version);
      else if (groups.length === read.limit) return answer(writeCursor(question, { key: lastOf!, taken: 0 }));
      else groups.push([version]);
      lastOf = version.order;
    }
    if (page.next === null) return answer(null);
    after = page.next;
  }

  async function answer(next: string | null): Promise<PageOf<Coverage>> {
    const rows: Coverage[] = [];
    const own = groups.map((group) => [...group, ...movedTo(keyOf(group[0]!))]);
    for (const group of next === null ? [...own, ...(await lone())] : own) {
      const wanted = group.filter(
        ({ report }) => report.region !== null && (!read.genre || report.genre === read.genre),
      );
      if (wanted.length > 0) rows.push(await covered(tables, wanted));
    }
    return { rows, next };
  }

  function movedTo(key: string): VersionRow[] {
    return moved.filter((version) => keyOf(version) === key);
  }

  /** Regions whose only reports were moved there: they stand at the end. */
  async function lone(): Promise<VersionRow[][]> {
    const found: VersionRow[][] = [];
    const prefix = read.region === undefined ? '' : regionPrefix(read.region);
    for (const key of new Set(moved.map(keyOf))) {
      if (!key.startsWith(prefix)) continue;
      const others = { filter: { order: { prefix: `${key} ` } }, limit: 1, accept };
      if ((await visiblePage(tables, tables.versions, others)).rows.length === 0) found.push(movedTo(key));
    }
    return found;
  }
}

const keyOf = ({ report }: VersionRow) =>
  report.region ? placeId(report.region.name, report.region.adcode) : '';

async function covered(tables: Tables, versions: readonly VersionRow[]): Promise<Coverage> {
  const { name, adcode } = versions[0]!.report.region!;
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
