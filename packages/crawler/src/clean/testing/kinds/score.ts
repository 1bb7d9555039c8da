import { bare } from '../../furniture/same-text.ts';

/** Harmonic mean of precision and recall of the longest common subsequence of letters and digits. 0 to 1. */
export function characterF1(gold: string, found: string): number {
  const [a, b] = [bare(gold), bare(found)];
  if (a === b) return 1;
  const common = longestCommon(a, b);
  return (2 * common) / (a.length + b.length);
}

/** Length of the longest common subsequence, in UTF-16 units. */
function longestCommon(a: string, b: string): number {
  let row = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const next = new Uint32Array(b.length + 1);
    for (let j = 0; j < b.length; j++)
      next[j + 1] = a[i] === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!);
    row = next;
  }
  return row[b.length]!;
}
