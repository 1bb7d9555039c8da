import type { Commit } from '../../packages/store/src/document-store.ts';
import { type Figure, sampleCommit } from '../../packages/store/src/testing/sample.ts';

const CODES = 120;
const YEARS = 20;

/** Document `i` of a made-up corpus: 31 provinces with cities and counties, 20 years, 120 indicators. `round` changes one value in ten. */
export function makeCommit(i: number, per: number, round: number): Commit {
  const adcode = String(110_000 + (i % 31) * 10_000 + (i % 13) * 100 + (i % 7));
  const year = 2005 + (i % YEARS);
  const figures = Array.from({ length: per }, (_, k): Figure => {
    const code = (k * 7) % CODES;
    return {
      name: `指标${code}`,
      code: k % 5 === 0 ? null : `code_${code}`,
      value: i + k + (k % 10 === 0 ? round : 0),
      kind: k % 3 === 0 ? 'target' : 'actual',
      measure: k % 2 ? 'growth' : 'level',
      flags: k % 50 === 0 ? ['share-inconsistent'] : [],
      confidence: 0.5 + (k % 50) / 100,
    };
  });
  return sampleCommit(
    `http://example.com/${i}`,
    [{ region: { name: `地区${adcode}`, adcode }, year, figures }],
    {
      source: `source-${i % 40}`,
      time: 1_600_000_000_000 + round * 1_000,
      snapshots: [`s-${i}-${round}`],
    },
  );
}
