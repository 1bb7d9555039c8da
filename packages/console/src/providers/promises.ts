import { type FigurePromise, mostCounted, type PromiseCounts } from '@zhibiao/store';
import type { ConsoleContext, HandlerDeps } from '../route.ts';
import { promiseQuery } from './figure-query.ts';
import { chained, type Listing } from './listing.ts';

/** In the order in which a reader looks for them. */
export const verdicts = ['met', 'missed', 'cannot tell', 'open'] as const;

export interface PromisesAnswer {
  /** those with a result first */
  readonly listing: Listing<FigurePromise>;
  /** of all verdicts, whichever is asked for */
  readonly counts: PromiseCounts;
}

/** The promises that a request asks for. @throws UsageError */
export async function readPromises(c: ConsoleContext, { store }: HandlerDeps): Promise<PromisesAnswer> {
  const { verdict: asked, after: _, ...query } = await promiseQuery(c, { store });
  const counts = await store.promiseCounts(query);
  // An unknown verdict is refused by the store.
  const wanted = asked ? [asked] : verdicts;
  const listing = chained(
    wanted.map((verdict) => ({
      page: (limit: number, after: string | undefined) =>
        store.promiseList({ ...query, verdict, limit, after }),
      count: async () => counts[verdict] ?? null,
    })),
  );
  return { listing: { ...listing, ends: mostCounted }, counts };
}
