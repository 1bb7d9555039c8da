import type { Tables } from '../tables/definitions.ts';
import { noWords, type Words } from './said.ts';

/** @returns what people said of a document. @param until what was said by then, milliseconds since the epoch */
export async function wordsOf(
  tables: Tables,
  document: string,
  until = Number.POSITIVE_INFINITY,
): Promise<Words> {
  const said = await tables.overrides.get(document);
  const override = said && said.at <= until ? said : null;
  const reviews = (await tables.reviews.find({ document: { eq: document } })).filter(({ at }) => at <= until);
  if (!override && reviews.length === 0) return noWords;
  return { override, reviews: reviews.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
