import type { FigureQuery, ObservationQuery, PromiseQuery } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';
import type { ConsoleContext } from '../route.ts';
import { findIndicators } from '../view/indicators.ts';
import { observationFilters } from './filters.ts';
import { codeOfName } from './question.ts';

type Store = Pick<ConsoleDeps, 'store'>;

/** The filters of a question to the figures. @throws UsageError */
export async function figureQuery(c: ConsoleContext, deps: Store): Promise<FigureQuery> {
  return (await withIndicator(c, deps)) as FigureQuery;
}

/** The same, and which verdict. @throws UsageError */
export async function promiseQuery(c: ConsoleContext, deps: Store): Promise<PromiseQuery> {
  const { kind: _, ...query } = await figureQuery(c, deps);
  const verdict = c.req.query('verdict');
  return verdict ? { ...query, verdict: verdict as PromiseQuery['verdict'] } : query;
}

/** The filters of a question to single observations. @throws UsageError */
export async function observationQuery(c: ConsoleContext, deps: Store): Promise<ObservationQuery> {
  return withIndicator(c, deps);
}

/**
 * Beside the store's own filters there is `indicator`: a code, or a name that stands for all names of its indicator
 * (地区生产总值 is 国内生产总值 in older reports).
 */
async function withIndicator(c: ConsoleContext, deps: Store): Promise<ObservationQuery> {
  const query = observationFilters(c);
  const indicator = c.req.query('indicator')?.trim();
  return indicator ? { ...query, ...(await indicatorFilter(deps, indicator)) } : query;
}

/** The name's code is looked up among the terms that were read: what nobody has reported cannot be found anyway. */
export async function indicatorFilter(
  { store }: Store,
  indicator: string,
): Promise<Pick<FigureQuery, 'code' | 'name'>> {
  if (/^[a-z0-9_.-]+$/.test(indicator)) return { code: indicator };
  const { rows } = await store.indicators({ text: indicator, limit: 20 });
  const code = rows.find(({ name }) => name === indicator)?.code ?? codeOfName(indicator);
  if (code) return { code };
  // A name in the other language, or a part of one: taken where it can mean one indicator only.
  const [found, another] = findIndicators(indicator);
  return found && !another ? { code: found } : { name: indicator };
}
