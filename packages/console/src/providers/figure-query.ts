import type { ObservationQuery } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';
import type { ConsoleContext } from '../route.ts';
import { findIndicators } from '../view/indicators.ts';
import { observationFilters } from './filters.ts';

/**
 * The filters of a question about observations. Beside the store's own there is `indicator`: a code, or a name that
 * stands for all names of its indicator (地区生产总值 is 国内生产总值 in older reports).
 * @throws UsageError
 */
export async function figureQuery(
  c: ConsoleContext,
  deps: Pick<ConsoleDeps, 'store'>,
): Promise<ObservationQuery> {
  const query = observationFilters(c);
  const indicator = c.req.query('indicator')?.trim();
  return indicator ? { ...query, ...(await indicatorFilter(deps, indicator)) } : query;
}

/** The name's code is looked up among the observations themselves: what nobody has reported cannot be found anyway. */
export async function indicatorFilter(
  { store }: Pick<ConsoleDeps, 'store'>,
  indicator: string,
): Promise<Pick<ObservationQuery, 'code' | 'name'>> {
  if (/^[a-z0-9_.-]+$/.test(indicator)) return { code: indicator };
  const { rows } = await store.observations({ name: indicator, limit: 1 });
  const code = rows[0]?.observation.indicator.code;
  if (code) return { code };
  // A name in the other language, or a part of one: taken where it can mean one indicator only.
  const [found, another] = findIndicators(indicator);
  return found && !another ? { code: found } : { name: indicator };
}
