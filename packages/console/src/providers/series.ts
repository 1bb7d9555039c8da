import type { Measure } from '@zhibiao/shared';
import { UsageError } from '@zhibiao/shared';
import type { ObservationRow } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';
import type { ConsoleContext } from '../route.ts';
import { figureQuery, indicatorFilter } from './figure-query.ts';
import { readRegion } from './filters.ts';

/** What can be compared over the years: one region, indicator, measure, unit and scope. */
export interface Line {
  readonly key: string;
  /** any row of it, for its names */
  readonly first: ObservationRow;
  /** every row, oldest first, the surest of a year before the others */
  readonly rows: readonly ObservationRow[];
}

/**
 * The lines that are asked for: `region` and `indicator` may each be given several times.
 * @throws UsageError, RegionError
 */
export async function readSeries(c: ConsoleContext, deps: Pick<ConsoleDeps, 'store'>): Promise<Line[]> {
  const given = (name: string) => (c.req.queries(name) ?? []).map((text) => text.trim()).filter(Boolean);
  const regions = given('region').map(readRegion);
  const indicators = given('indicator');
  if (indicators.length * Math.max(1, regions.length) > 24)
    throw new UsageError('At most 24 lines fit in one picture.', 'indicator');
  const { region: _, code, name, ...rest } = await figureQuery(c, deps);
  const topics =
    indicators.length > 0
      ? await Promise.all(indicators.map((indicator) => indicatorFilter(deps, indicator)))
      : code || name
        ? [{ code, name }]
        : [];
  const rows: ObservationRow[] = [];
  for (const topic of topics)
    for (const region of regions.length > 0 ? regions : [undefined])
      rows.push(...(await deps.store.series({ ...rest, ...topic, region })));
  return linesOf(
    // Of several regions each is meant by itself; of one, those below it as well.
    regions.length > 1 ? rows.filter((row) => regions.includes(row.observation.region.adcode ?? '')) : rows,
  );
}

/** Region by region, the longest first. Rows without a year are in no line. */
export function linesOf(rows: readonly ObservationRow[]): Line[] {
  const lines = new Map<string, ObservationRow[]>();
  for (const row of rows) {
    const { region, indicator, measure, unit, scope, period, basis } = row.observation;
    if (period === null) continue;
    const parts = [
      region.adcode ?? region.name,
      indicator.code ?? indicator.name,
      measure,
      unit,
      scope,
      basis,
    ];
    const key = JSON.stringify(parts);
    const line = lines.get(key);
    if (line) line.push(row);
    else lines.set(key, [row]);
  }
  const place = ({ first }: Line) => first.observation.region.adcode ?? '~';
  return [...lines]
    .map(([key, all]) => ({ key, first: all[0]!, rows: all }))
    .sort((a, b) => place(a).localeCompare(place(b)) || b.rows.length - a.rows.length);
}

/** The lines that one axis can show: of the measure and unit that most figures have. @param most how many at most */
export function comparable(lines: readonly Line[], most: number, measure?: Measure): Line[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const o = line.first.observation;
    if (o.scope !== null || o.basis !== null || (measure && o.measure !== measure)) continue;
    const key = `${o.measure} ${o.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const size = (group: readonly Line[]) => group.reduce((sum, { rows }) => sum + rows.length, 0);
  const largest = [...groups.values()].sort((a, b) => size(b) - size(a))[0] ?? [];
  return [...largest].sort((a, b) => b.rows.length - a.rows.length).slice(0, most);
}
