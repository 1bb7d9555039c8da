import type { ReportData } from '../data.ts';
import { type RoleStretch, type Tense, tenseOf } from './roles.ts';

/** How much the words of a text speak for a plan; below 0 they speak for a review. */
const planScore = (text: string, { words }: Pick<ReportData, 'words'>): number =>
  words.tenses.in(text).reduce((sum, { value }) => sum + value, 0);

/**
 * Weights from which words decide: `enough` where no heading speaks; `turn` where a plan follows later; `strong` against a
 * heading. The last paragraphs of reviews, which say what is still amiss, reach 23.
 */
const WEIGHTS = { enough: 3, turn: 12, strong: 28 } as const;

/** So much of a section decides its tense: more would cost time and change nothing. */
const SAMPLE = 4000;

/** The tense that the words of a stretch of text speak for, from a weight on; null where they do not say. */
export function tenseByWords(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  data: Pick<ReportData, 'words'>,
  least: keyof typeof WEIGHTS,
): Tense | null {
  const score = planScore(text.slice(start, Math.min(end, start + SAMPLE)), data);
  if (Math.abs(score) < WEIGHTS[least]) return null;
  return score > 0 ? 'plan' : 'review';
}

/** Paragraphs of `[start, end)`: lines; in texts broken at a column, lines that follow the end of a sentence. */
export function* paragraphs(
  text: string,
  start: number,
  end: number,
): Generator<{ start: number; text: string }> {
  let open = true;
  for (let at = start; at < end; ) {
    const stop = text.indexOf('\n', at);
    const lineEnd = stop < 0 || stop > end ? end : stop;
    if (lineEnd > at) {
      const line = text.slice(at, lineEnd);
      if (open) yield { start: at, text: line };
      open = /[。!?:;”)]$/.test(line) || line.length > 80 || line.length < 16;
    } else open = true;
    at = lineEnd + 1;
  }
}

/** Where the words of a text turn from what has been to what shall be, and how much both sides speak for it. */
function turningPoint(
  text: string,
  start: number,
  end: number,
  data: Pick<ReportData, 'words'>,
): { at: number; before: number; behind: number } {
  const scored = [...paragraphs(text, start, end)].map((one) => ({
    at: one.start,
    score: planScore(one.text, data),
  }));
  const total = scored.reduce((sum, { score }) => sum + score, 0);
  let behind = 0;
  let best = { at: end, before: total, behind: 0 };
  for (const { at, score } of scored.reverse()) {
    behind += score;
    if (behind > best.behind) best = { at, before: total - behind, behind };
  }
  return best;
}

/**
 * A report whose parts all speak of one tense, as no heading and no opening told of a plan: its words tell where the plan
 * begins. One in which they do not turn stays as it is.
 */
export function withTurn(
  stretches: readonly RoleStretch[],
  text: string,
  data: Pick<ReportData, 'words'>,
): readonly RoleStretch[] {
  const told = stretches.filter(
    ({ start, end, role }) => tenseOf(role) !== null && text.slice(start, end).trim() !== '',
  );
  const [first] = told;
  const last = told.at(-1);
  const tense = first && tenseOf(first.role);
  if (!first || !last || told.some(({ role }) => tenseOf(role) !== tense)) return stretches;
  const { at, before, behind } = turningPoint(text, first.start, last.end, data);
  const needed = tense === 'review' ? WEIGHTS.strong : WEIGHTS.turn;
  if (behind < needed || before > -WEIGHTS.enough || at >= last.end) return stretches;
  if (tense === 'plan' && before > -WEIGHTS.turn) return stretches;
  const plan: RoleStretch = { start: at, end: last.end, role: 'plan-year', lead: '' };
  const kept = stretches.flatMap((stretch): RoleStretch[] => {
    if (stretch.start >= at && stretch.start < last.end) return [];
    const reviewed = tense === 'plan' && stretch.start < at && tenseOf(stretch.role) === 'plan';
    return [
      {
        ...stretch,
        end: Math.min(stretch.end, stretch.start < at ? at : stretch.end),
        role: reviewed ? 'review-year' : stretch.role,
      },
    ];
  });
  return [...kept, plan].sort((a, b) => a.start - b.start);
}
