// What people said of observations, as an evaluation of the parser: `npm run eval -- --reviews FILE`, where FILE is what
// `zhibiao reviews export` wrote.

/** The fields that a review judges. Names of regions and indicators count where there is no code. */
const fields = {
  indicator: ({ indicator }) => indicator.code ?? indicator.name,
  value: ({ value }) => value,
  valueTo: ({ valueTo }) => valueTo,
  unit: ({ unit }) => unit,
  bound: ({ bound }) => bound,
  measure: ({ measure }) => measure,
  kind: ({ kind }) => kind,
  region: ({ region }) => region.adcode ?? region.name,
  period: ({ period }) => period && [period.start, period.end, period.from ?? null, period.to ?? null],
  scope: ({ scope }) => scope,
  basis: ({ basis }) => basis,
};

const differences = (claim, observation) =>
  Object.entries(fields).flatMap(([name, of]) =>
    JSON.stringify(of(claim)) === JSON.stringify(of(observation)) ? [] : [name],
  );

/**
 * Judges one reviewed claim by what the parser reads now.
 * @param observations of the report
 * @returns `{right, why}`: `why` names the fields that differ, `missed`, or `still read`
 */
export function judgeClaim({ verdict, quote, sentence, claim }, observations) {
  const said = observations.filter((one) => one.quote === quote && one.sentence.text === sentence);
  const best = said.map((one) => differences(claim, one)).sort((a, b) => a.length - b.length)[0];
  if (verdict === 'wrong') {
    const still = best?.length === 0;
    return { right: !still, why: still ? 'still read' : '' };
  }
  if (!best) return { right: false, why: 'missed' };
  return { right: best.length === 0, why: best.join(', ') };
}

/**
 * @param reports reviewed reports, one object each
 * @param parse an article to its reports
 * @returns counts by verdict and every claim that is not right
 */
export function scoreReviews(reports, parse) {
  const counts = {};
  const faults = [];
  for (const { article, ordinal, page, reviews } of reports) {
    const report = parse(article).find((one) => one.ordinal === ordinal);
    for (const review of reviews) {
      counts[review.verdict] ??= { all: 0, right: 0 };
      const count = counts[review.verdict];
      const { right, why } = judgeClaim(review, report?.observations ?? []);
      count.all++;
      if (right) count.right++;
      else faults.push({ page, verdict: review.verdict, quote: review.quote, why, note: review.note });
    }
  }
  return { counts, faults };
}

/** The score in words. */
export function reviewTable({ counts, faults }) {
  const lines = ['what people said of observations, and what the parser reads now'];
  for (const [verdict, { all, right }] of Object.entries(counts))
    lines.push(`  ${verdict.padEnd(10)} ${String(right).padStart(5)} of ${all} right`);
  if (Object.keys(counts).length === 0) lines.push('  the file holds no reviews');
  for (const { page, verdict, quote, why, note } of faults)
    lines.push(`  ${verdict} ${quote}: ${why}  ${page}${note ? `  (${note})` : ''}`);
  return lines.join('\n');
}
