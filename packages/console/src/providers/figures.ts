import type { ObservationRow } from '@zhibiao/store';

/** What all reports say of one region, indicator, period, measure, kind and scope. */
export interface FigureView {
  readonly id: string;
  /** the row whose value is shown: the surest, then the latest report's */
  readonly chosen: ObservationRow;
  /** one for each document, the chosen one first */
  readonly sources: readonly ObservationRow[];
  /** whether their values differ by more than rounding */
  readonly conflict: boolean;
}

/** Rows of one figure become one, in the order in which the figures first appear. */
export function groupFigures(rows: readonly ObservationRow[]): FigureView[] {
  const groups = new Map<string, ObservationRow[]>();
  for (const row of rows) groups.set(row.figure, [...(groups.get(row.figure) ?? []), row]);
  return [...groups].map(([id, group]) => {
    const sources = [...group].sort(
      (a, b) =>
        b.observation.confidence - a.observation.confidence || (b.report.year ?? 0) - (a.report.year ?? 0),
    );
    const chosen = sources[0]!;
    return { id, chosen, sources: oncePerDocument(sources), conflict: differ(sources) };
  });
}

const oncePerDocument = (rows: readonly ObservationRow[]) =>
  [...new Map([...rows].reverse().map((row) => [row.document, row])).values()].reverse();

/** Two values of different documents that are not each other, rounded to the fewer digits. */
function differ(rows: readonly ObservationRow[]): boolean {
  const [first, ...others] = rows;
  return others.some(
    (row) => row.document !== first!.document && !agree(first!.observation.value, row.observation.value),
  );
}

const digits = (n: number) =>
  n
    .toPrecision(12)
    .replace(/\.?0+(e|$)/, '$1')
    .replace(/e.*|\D/g, '')
    .replace(/^0+|0+$/g, '').length;

function agree(a: number, b: number): boolean {
  const shared = Math.max(1, Math.min(digits(a), digits(b)));
  return Number(a.toPrecision(shared)) === Number(b.toPrecision(shared));
}
