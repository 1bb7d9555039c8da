import type { Sentence } from '../text/sentences.ts';

/** A calendar year written in a sentence; `at` is its offset in the view. */
export interface WrittenYear {
  at: number;
  year: number;
  /** 到2025年: the year by when */
  by: boolean;
  /** it stands at the beginning of a clause: 2020年,… */
  opens: boolean;
}

export type SentenceYears = readonly WrittenYear[];

/** Years that tell when: not those compared with, of a name, of a series of standards. */
const YEAR = /(?<![\d.])((?:19|20)\d\d)年(?!来|以来|的?第|度?国家|度?全国|度?全省|底?以?前)/g;
const BY = /(?:到|至|截至)$/;
const COMPARED = /(?:[较比自从由是为《“]|相当于|达到)$/;
const OPENS = /(?:^|[,;。:])(?:预计)?$/;

/** The years of a sentence, in order; one pass for all of its claims. */
export function yearsOf(text: string, sentence: Sentence): SentenceYears {
  const words = text.slice(sentence.start, sentence.end);
  const years: WrittenYear[] = [];
  for (const match of words.matchAll(YEAR)) {
    const front = words.slice(Math.max(0, match.index - 6), match.index);
    if (COMPARED.test(front)) continue;
    years.push({
      at: sentence.start + match.index,
      year: Number(match[1]),
      by: BY.test(front),
      opens: OPENS.test(front),
    });
  }
  return years;
}
