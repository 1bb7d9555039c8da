import type { Figure, FigureQuery } from '@zhibiao/store';
import type { HandlerDeps } from '../route.ts';

export interface Targets {
  /** of one measure and unit, of whole years */
  readonly figures: readonly Figure[];
  /** the years before it were left out; null where all are there */
  readonly since: number | null;
}

/** So many figures are read for one picture: of the latest years, and of each of them all regions. */
const most = 3_000;
const yearsAhead = 3;
/** No report is older. */
const firstYear = 1950;

/** What was promised, the latest years first until there is enough for a picture. @throws UsageError */
export async function readTargets(
  { store, now = Date.now }: Pick<HandlerDeps, 'store' | 'now'>,
  query: FigureQuery,
): Promise<Targets> {
  const wanted = { ...query, kind: 'target', limit: 1_000 } as const;
  const all = await store.figures(wanted);
  if (all.next === null) return { figures: ofOneMeasure(all.rows), since: null };
  const [first, last] =
    query.year === undefined
      ? [firstYear, new Date(now()).getUTCFullYear() + yearsAhead]
      : [query.year ?? 0, query.year ?? 0];
  const found: Figure[] = [];
  for (let year = last; year >= first; year--) {
    if (found.length >= most) return { figures: ofOneMeasure(found), since: year + 1 };
    let after: string | undefined;
    do {
      const page = await store.figures({ ...wanted, year, after });
      found.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return { figures: ofOneMeasure(found), since: null };
}

/** Those that one axis can show: of the measure and unit that most have. */
function ofOneMeasure(figures: readonly Figure[]): Figure[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { period, scope, basis, measure, unit } = figure;
    if (!period || period.start !== period.end || period.from || period.to) continue;
    if (scope !== null || basis !== null) continue;
    const key = `${measure} ${unit}`;
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}
