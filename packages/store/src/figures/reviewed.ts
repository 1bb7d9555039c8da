import type { Observation } from '@zhibiao/shared';
import { canonicalJson } from '../documents/identity.ts';
import type { Correction, ObservationRow, OverrideRow, ReviewRow, VersionRow } from '../tables/rows.ts';

/** What a review can be said of. */
type Reviewable = Pick<ObservationRow, 'id' | 'observation'>;

const sameWords = ({ quote, sentence }: ReviewRow, { observation: o }: Reviewable): boolean =>
  quote === o.quote && sentence === o.sentence.text;

/**
 * @returns the fields of an observation that a review is about
 * @example
 * ```ts
 * import { parseArticle } from '@zhibiao/parser';
 * import { claimFields } from '@zhibiao/store';
 * const [{ observations }] = parseArticle({
 *   ...{ title: '2023年临江市政府工作报告', publishedAt: '2023-01-10', site: '', url: null },
 *   text: '2023年预期目标：地区生产总值增长6%左右。',
 * });
 * claimFields(observations[0]).value; // → 6
 * ```
 */
export const claimFields = (o: Observation): Correction => ({
  indicator: o.indicator,
  value: o.value,
  valueTo: o.valueTo,
  unit: o.unit,
  bound: o.bound,
  measure: o.measure,
  kind: o.kind,
  region: o.region,
  period: o.period,
  scope: o.scope,
  basis: o.basis,
});

/**
 * Finds the review of an observation: by its id, as long as the words are the same, or, where a parser has come to read the same words as
 * another claim, by the words, where no other observation could be meant.
 */
function about(row: Reviewable, all: readonly Reviewable[], reviews: readonly ReviewRow[]): ReviewRow | null {
  const own = reviews.find(({ id, quote }) => id === row.id && quote === row.observation.quote);
  if (own) return own;
  return (
    reviews.find(
      (review) =>
        sameWords(review, row) &&
        !all.some(({ id, observation }) => id === review.id && observation.quote === review.quote) &&
        all.filter((other) => sameWords(review, other)).length === 1,
    ) ?? null
  );
}

/** A correction is of the words, whatever a parser makes of them; any other word is of the claim that the person saw. */
const holds = ({ verdict, seen }: ReviewRow, { observation }: Reviewable): boolean =>
  verdict === 'corrected' ||
  seen === undefined ||
  canonicalJson(seen) === canonicalJson(claimFields(observation));

/** @returns what a person said of an observation, as long as it still says what they saw; null where nobody has */
export function reviewOf(
  row: Reviewable,
  all: readonly Reviewable[],
  reviews: readonly ReviewRow[],
): ReviewRow | null {
  if (reviews.length === 0) return null;
  const found = about(row, all, reviews);
  return found && holds(found, row) ? found : null;
}

/** How a review stands to what is read now: it holds, the claim has changed since, or nothing like it is there any more. */
export interface Standing {
  state: 'holds' | 'changed' | 'gone';
  row: ObservationRow | null;
}

/** @param all the observations that readers see of its document */
export function standingOf(review: ReviewRow, all: readonly ObservationRow[]): Standing {
  const row = all.find((one) => about(one, all, [review])) ?? all.find(({ id }) => id === review.id) ?? null;
  if (!row) return { state: 'gone', row };
  return { state: reviewOf(row, all, [review]) ? 'holds' : 'changed', row };
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

/** @returns a report as a person has put it right */
export function rightedReport(
  report: VersionRow['report'],
  override: OverrideRow | null,
): VersionRow['report'] {
  if (!override) return report;
  const { region, year, genre } = override;
  return {
    ...report,
    ...(region ? { region: { ...region, level: null } } : {}),
    ...(year === null ? {} : { year }),
    ...(genre ? { genre } : {}),
  };
}
