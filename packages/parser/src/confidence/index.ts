import type { Attachment, Claim } from '../claims/index.ts';
import type { Stretch } from '../reports/time/stretch.ts';

/**
 * How often a claim is right in every field, by the way its subject was found: measured on annotated reports and
 * lowered towards what reading unannotated ones showed. A known indicator's name confirms the subject.
 */
const RIGHT: Readonly<Record<Attachment, { known: number; unknown: number }>> = {
  direct: { known: 0.98, unknown: 0.92 },
  parallel: { known: 0.98, unknown: 0.89 },
  counted: { known: 0.95, unknown: 0.89 },
  listed: { known: 0.95, unknown: 0.89 },
  headed: { known: 0.95, unknown: 0.86 },
  elided: { known: 0.97, unknown: 0.89 },
  topic: { known: 0.85, unknown: 0.6 },
  none: { known: 0.4, unknown: 0.3 },
};

/** What makes a name doubtful: very long, very short, broken brackets, verbs and clause words inside. */
const DOUBTFUL: readonly (readonly [test: (name: string) => boolean, factor: number])[] = [
  [(name) => name.length > 24, 0.8],
  [(name) => name.length <= 2, 0.7],
  [
    (name) =>
      /^(?:[的和与、以将]|在(?![建校岗册园库孵院营编读网])|对(?!(?!接).+(?:进出口|出口|进口|投资额?|贸易)))|[的和与、]$/.test(
        name,
      ),
    0.75,
  ],
  [(name) => count(name, '“') !== count(name, '”') || count(name, '(') !== count(name, ')'), 0.7],
  [(name) => /(?:我们|各位|为了|通过.{8}|使|让)/.test(name), 0.8],
  [(name) => name.length > 12 && name.includes('、'), 0.95],
  // a name of many words without a verb of work in front is more often cut at the wrong place
  [(name) => name.length > 14, 0.96],
  // 发挥我省: the words of a place end no name
  [(name) => /[我全本该][省市县区州]$/.test(name), 0.5],
  [(name) => /^《|中(?:确定|规定|提出)/.test(name), 0.8],
];

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found++;
  return found;
}

/** How sure the parser is that all fields of a claim are right, 0.05 to 0.99. */
export function confidenceOf(claim: Claim, known: boolean, stretch: Stretch | null, dated: boolean): number {
  let score = RIGHT[claim.unpaired ? 'none' : claim.attachment][known ? 'known' : 'unknown'];
  for (const [test, factor] of DOUBTFUL) if (test(claim.name)) score *= factor;
  if (stretch === null || !dated) score *= 0.75;
  else if (!stretch.certain) score *= 0.9;
  if (stretch?.term) score *= 0.96;
  if (claim.place !== null) score *= 0.96;
  if (claim.measure === 'rank' || claim.quantity.valueTo !== null) score *= 0.97;
  if (claim.quantity.form === 'double') score *= 0.9;
  if (claim.quantity.damaged) score *= 0.4;
  if (claim.quantity.unit === '' && claim.measure !== 'rank') score *= 0.93;
  return Math.max(0.05, Math.min(0.99, Number(score.toFixed(2))));
}
