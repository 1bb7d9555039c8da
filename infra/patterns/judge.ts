import { grown, type HostileText, hostileTexts } from './hostile.ts';
import { compile } from './program.ts';
import { count } from './steps.ts';

export interface Judgement {
  /** why a text of a page could hold this pattern up, or null */
  readonly fault: string | null;
  /** the most steps per character of a text, as far as the pattern grows with its length */
  readonly steps: number;
}

/** Lengths of texts. The quick look finds what is worth the long one. */
const short = 512;
const long = 2_048;
/** Work that grows with the square of a short text shows so much of it at least, beside what grows with the text. */
const suspicious = 2.15;
/** Steps per character above which even a text of one page takes seconds. */
const mostSteps = 1_500;
/** Twice the text may take this many times the steps. */
const mostGrowth = 2.5;

/** Runs a pattern over growing hostile texts. Counts steps, not time, so the answer is always the same. */
export function judge(source: string, flags: string): Judgement {
  const program = compile(source, flags);
  let steps = 0;
  for (const text of hostileTexts(source, flags)) {
    const taken = (length: number) => count(program, grown(text, length), mostSteps * 2 * length).steps;
    const quick = taken(short);
    steps = Math.max(steps, quick / short);
    if (taken(2 * short) < suspicious * quick && quick < mostSteps * short) continue;
    const once = taken(long);
    const growth = taken(2 * long) / once;
    steps = Math.max(steps, once / long);
    if (growth > mostGrowth || once > mostSteps * long)
      return {
        fault: `${told(text)}: ${Math.round(once / long)} steps a character, ×${growth.toFixed(1)} at twice the length`,
        steps,
      };
  }
  return { fault: null, steps };
}

const told = ({ before, pump, behind }: HostileText) =>
  `${JSON.stringify(before)} + ${JSON.stringify(pump)} again and again + ${JSON.stringify(behind)}`;
