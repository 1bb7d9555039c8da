import { codesOf } from '@zhibiao/runtime/former-regions';
import { type Measure, UsageError } from '@zhibiao/shared';
import type { FigureQuery, SeriesLine } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';
import type { ConsoleContext } from '../route.ts';
import { figureQuery, indicatorFilter } from './figure-query.ts';
import { readRegion } from './filters.ts';

/**
 * The lines that are asked for: `region` and `indicator` may each be given several times.
 * @throws UsageError, RegionError
 */
export async function readSeries(c: ConsoleContext, deps: Pick<ConsoleDeps, 'store'>): Promise<SeriesLine[]> {
  const given = (name: string) =>
    [...new Set((c.req.queries(name) ?? []).map((text) => text.trim()))].filter(Boolean);
  const regions = given('region').map(readRegion);
  const indicators = given('indicator');
  if (Math.max(1, indicators.length) * Math.max(1, regions.length) > 24)
    throw new UsageError('At most 24 lines fit in one picture.', 'indicator');
  const { region: _, code, name, ...rest } = await figureQuery(c, deps);
  const topics: Pick<FigureQuery, 'code' | 'name'>[] =
    indicators.length > 0
      ? await Promise.all(indicators.map((indicator) => indicatorFilter(deps, indicator)))
      : [{ code, name }];
  const lines: SeriesLine[] = [];
  for (const topic of topics)
    for (const region of regions.length > 0 ? regions : [undefined]) {
      const page = await deps.store.seriesLines({ ...rest, ...topic, region, limit: 1_000 });
      lines.push(...page.rows);
    }
  const own = new Set(regions.flatMap(codesOf));
  // Of several regions each is meant by itself; of one, those below it as well, unless they are not wanted.
  return regions.length > 1 || c.req.query('below') === 'false'
    ? lines.filter((line) => own.has(line.region.adcode ?? ''))
    : lines;
}

/** The measure that is asked for, or that of most figures. */
export const measureOf = (c: ConsoleContext) => (c.req.query('measure') || undefined) as Measure | undefined;

/** The lines of one region only, without those of parts of it. @param code of an indicator */
export async function linesOfRegion(
  { store }: Pick<ConsoleDeps, 'store'>,
  region: string,
  code: string,
): Promise<SeriesLine[]> {
  const own = codesOf(region);
  // A region's own figures stand before those of what lies below it, and a page holds all of a region. What stands under another
  // code comes behind all that lies below the first.
  const { rows } = await store.seriesLines({ region, code, limit: own.length === 1 ? 1 : 1_000 });
  return rows.filter((line) => own.includes(line.region.adcode ?? ''));
}

/** The lines that one axis can show, the fullest first: of the measure and unit that most figures have. */
export function comparable(lines: readonly SeriesLine[], measure?: Measure): SeriesLine[] {
  const groups = new Map<string, SeriesLine[]>();
  for (const line of lines) {
    if (line.scope !== null || line.basis !== null || (measure && line.measure !== measure)) continue;
    const key = `${line.measure} ${line.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const size = (group: readonly SeriesLine[]) => group.reduce((sum, { figures }) => sum + figures.length, 0);
  const largest = [...groups.values()].sort((a, b) => size(b) - size(a))[0] ?? [];
  return [...largest].sort((a, b) => b.figures.length - a.figures.length);
}
