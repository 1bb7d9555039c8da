import type { Commit } from '../../packages/store/src/document-store.ts';
import { type Figure, sampleCommit } from '../../packages/store/src/testing/sample.ts';

export const CODES = 120;
export const SOURCES = 40;
/** Every region has three reports: of one year, of the next, and the communiqué of that one. */
const OF_A_REGION = 3;
export const firstYear = 2005;
const YEARS = 17;
/** The year in which every region has a figure of the indicator `ranked`. */
export const rankedYear = 2010;

const adcodeOf = (region: number) =>
  String(110_000 + (region % 31) * 10_000 + (region % 17) * 100 + (region % 11));

/**
 * Report `i` of a made-up corpus in which promises have results and documents speak of one figure: what a report
 * promises the next one reports, and
 * a communiqué reports it too, one time in ten with another value.
 */
export function makeReport(i: number, per: number): Commit {
  const region = Math.floor(i / OF_A_REGION);
  const which = i % OF_A_REGION;
  const adcode = adcodeOf(region);
  const year = firstYear + (region % YEARS) + Math.min(which, 1);
  const isCommunique = which === 2;
  const reached = (code: number, of: number) => 5 + ((code * 3 + region + of) % 7);
  const figures = Array.from({ length: per }, (_, k): Figure => {
    const code = ((isCommunique ? k : k >> 1) * 7) % CODES;
    const isTarget = !isCommunique && k % 2 === 1;
    const odd = isCommunique && code % 10 === region % 10 ? 1 : 0;
    return {
      name: `指标${code}`,
      code: code % 5 === 0 ? null : `code_${code}`,
      value: isTarget ? 7 : reached(code, year - 1) + odd,
      unit: code % 2 ? '%' : '亿元',
      bound: isTarget ? '>=' : '=',
      kind: isTarget ? 'target' : 'actual',
      measure: code % 2 ? 'growth' : 'level',
      flags: k % 50 === 0 ? ['share-inconsistent'] : [],
      confidence: 0.5 + (k % 50) / 100,
    };
  });
  if (which === 0)
    figures.push({
      name: '排名指标',
      code: 'ranked',
      value: region % 90,
      year: rankedYear,
      measure: 'growth',
      unit: '%',
    });
  const genre = i % 500 === 7 ? 'budget' : isCommunique ? 'communique' : 'work-report';
  return sampleCommit(
    `http://example.com/${i}`,
    [{ region: { name: `地区${adcode}`, adcode }, year, genre, figures }],
    { source: `source-${i % SOURCES}`, time: 1_600_000_000_000, snapshots: [`s-${i}`] },
  );
}
