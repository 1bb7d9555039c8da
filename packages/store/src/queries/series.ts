import { present } from '@zhibiao/shared';
import { type Figure, figureOf } from '../figures/figure.ts';
import type { Tables } from '../tables/definitions.ts';
import type { FigureRow } from '../tables/rows.ts';
import { rowsAsOf } from './as-of.ts';
import { questionOf, readCursor, writeCursor } from './cursor.ts';
import { finder } from './figure-finder.ts';
import { expandFigure } from './figure-lists.ts';
import { see } from './figure-pages.ts';
import { FigureQuery, figureFilter, needIndicator } from './figure-query.ts';
import { type PageOf, readQuery } from './query.ts';

/** One line of a series: a region's figures of an indicator that can be compared over the years. */
export interface SeriesLine {
  region: FigureRow['region'];
  indicator: FigureRow['indicator'];
  measure: FigureRow['measure'];
  scope: string | null;
  basis: string | null;
  unit: string;
  /** single years, ascending; actual before target */
  figures: Figure[];
  /** spans of years and parts of years */
  others: Figure[];
}

const FEWEST = 50;
const MOST = 200;

/**
 * One indicator over regions and years. A page holds whole lines: of the regions that it begins, all their figures.
 * @param query `limit`: after how many figures a page begins no other region
 * @throws UsageError without an indicator
 */
export async function seriesLines(tables: Tables, query: FigureQuery): Promise<PageOf<SeriesLine>> {
  const read = readQuery(FigureQuery, query);
  needIndicator(read, 'a series');
  const question = questionOf('series', read);
  const find = finder(tables, {
    filter: await figureFilter(tables, read),
    rows: await rowsAsOf(tables, read),
    by: 'id',
    query: read,
  });
  let { key } = readCursor(question, read.after);
  const found: Figure[] = [];
  let region: string | null = null;
  const size = Math.min(MOST, Math.max(FEWEST, read.limit));
  for (;;) {
    const { rows, next: end } = await find(key, size);
    for (const seen of await see(tables, rows)) {
      const next = seen.row.region.adcode ?? seen.row.region.name;
      if (next !== region && found.length >= read.limit)
        return {
          rows: linesOf(found),
          next: writeCursor(question, { key: present(key, 'the key'), taken: 0 }),
        };
      region = next;
      key = seen.row.id;
      found.push(...expandFigure(seen, read).map((side) => figureOf(seen.row, side)));
    }
    if (end === null) return { rows: linesOf(found), next: null };
    key = end;
  }
}

function linesOf(figures: readonly Figure[]): SeriesLine[] {
  const lines = new Map<string, SeriesLine>();
  for (const figure of figures) {
    const { region, indicator, measure, scope, basis, unit, period } = figure;
    const place = region.adcode ?? region.name;
    const key = JSON.stringify([place, indicator.code ?? indicator.name, measure, scope, basis, unit]);
    const about = { region, indicator, measure, scope, basis, unit };
    const line = lines.get(key) ?? { ...about, figures: [], others: [] };
    const single = period !== null && period.start === period.end && !period.from && !period.to;
    (single ? line.figures : line.others).push(figure);
    lines.set(key, line);
  }
  for (const line of lines.values()) {
    line.figures.sort(byYear);
    line.others.sort(byYear);
  }
  return [...lines.values()];
}

const byYear = (a: Figure, b: Figure) =>
  (a.period?.start ?? 0) - (b.period?.start ?? 0) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);
