import { effective } from '../documents/head.ts';
import { readObservations } from '../documents/observations.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { type Standing, standingOf } from '../figures/reviewed.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ReviewRow } from '../tables/rows.ts';

/** A review with how it stands to what readers see now. */
export interface ReviewStanding extends Standing {
  review: ReviewRow;
}

/** @returns the reviews in their order, each with its standing; a document whose version is the one that was looked at is not read again */
export async function standings(tables: Tables, reviews: readonly ReviewRow[]): Promise<ReviewStanding[]> {
  const ids = [...new Set(reviews.map(({ document }) => document))];
  const documents = new Map((await tables.documents.getMany(ids)).map((row) => [row.id, row]));
  const promotions = await promotionsOf(tables, [...documents.values()]);
  const heads = new Map([...documents.values()].map((row) => [row.id, effective(row, promotions)]));
  const rows = new Map<string, Awaited<ReturnType<typeof readObservations>>>();
  const result: ReviewStanding[] = [];
  for (const review of reviews) {
    const head = heads.get(review.document);
    if (!head || head.retired) {
      result.push({ review, state: 'gone', row: null });
      continue;
    }
    if (head.n === review.n) {
      result.push({ review, state: 'holds', row: null });
      continue;
    }
    const all = rows.get(review.document) ?? (await readObservations(tables, review.document, head.n));
    rows.set(review.document, all);
    result.push({ review, ...standingOf(review, all) });
  }
  return result;
}
