import type { Observation } from '@zhibiao/shared';
import type { OverrideRow, ReviewRow, VersionRow } from '../tables/rows.ts';

/**
 * @returns what a person said of an observation: found by its id, or, where a parser has come to read the same words as another claim, by
 * the words; null where nobody has
 */
export function reviewOf(
  row: { id: string; observation: Observation },
  all: readonly { id: string }[],
  reviews: readonly ReviewRow[],
): ReviewRow | null {
  if (reviews.length === 0) return null;
  const own = reviews.find(({ id }) => id === row.id);
  if (own) return own;
  const { quote, sentence } = row.observation;
  return (
    reviews.find(
      (review) =>
        review.quote === quote &&
        review.sentence === sentence.text &&
        !all.some(({ id }) => id === review.id),
    ) ?? null
  );
}

/** @returns the observation with the fields that a review has corrected */
export const corrected = (observation: Observation, review: ReviewRow | null): Observation =>
  review?.verdict === 'corrected' ? { ...observation, ...review.fields } : observation;

/**
 * @returns the observation as it is when its report is of another region or year: what was said of the report's own region is said of the
 * right one, and years that the text does not name move with the report's
 */
export function overridden(
  observation: Observation,
  report: VersionRow['report'],
  { region, year }: OverrideRow,
): Observation {
  const own =
    observation.region.name === report.region?.name ||
    (observation.region.adcode !== null && observation.region.adcode === report.region?.adcode);
  const { period, sentence } = observation;
  const shift = year !== null && report.year !== null ? year - report.year : 0;
  const named = period !== null && sentence.text.includes(String(period.start));
  return {
    ...observation,
    region: region && own ? region : observation.region,
    period:
      period === null || shift === 0 || named
        ? period
        : {
            start: period.start + shift,
            end: period.end + shift,
            ...(period.from ? { from: moveYear(period.from, shift) } : {}),
            ...(period.to ? { to: moveYear(period.to, shift) } : {}),
          },
  };
}

const moveYear = (date: string, shift: number): string =>
  `${Number(date.slice(0, 4)) + shift}${date.slice(4)}`;
