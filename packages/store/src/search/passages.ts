import type { Report } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';

/** Words that were found, in the text around them. */
export interface Passage {
  before: string;
  words: string;
  after: string;
  /** headings above it, the highest first */
  section: string[];
  /** in the article's text, UTF-16 code units */
  span: { start: number; end: number };
}

/** Characters on either side of the words. */
const AROUND = 60;
const STOPS = /[。！？；!?;\n]/;

/** @returns where a folded text has a word, in its order; of overlapping ones the first */
function placesIn(text: string, word: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found.push(at);
  return found;
}

/**
 * @param text of a report, and the same folded
 * @param terms folded, each of which occurs
 * @returns how often the terms occur, and the first passages: one for each term before a second of any
 */
export function passagesOf(
  { text, folded }: { text: string; folded: string },
  terms: readonly string[],
  report: Pick<Report, 'span' | 'sections'>,
  most: number,
): { count: number; passages: Passage[] } {
  const found = terms.map((term) => placesIn(folded, term).map((at) => ({ at, length: term.length })));
  const chosen: { at: number; length: number }[] = [];
  for (let nth = 0; chosen.length < most && found.some((places) => places.length > nth); nth++)
    for (const places of found)
      if (places[nth] && chosen.length < most) chosen.push(present(places[nth], 'places at nth'));
  chosen.sort((a, b) => a.at - b.at);
  const { start } = report.span;
  return {
    count: found.reduce((sum, places) => sum + places.length, 0),
    passages: chosen.map(({ at, length }) => ({
      before: lastPart(text.slice(Math.max(0, at - AROUND), at)),
      words: text.slice(at, at + length),
      after: firstPart(text.slice(at + length, at + length + AROUND)),
      section: sectionAt(report.sections, start + at),
      span: { start: start + at, end: start + at + length },
    })),
  };
}

/** From the last end of a sentence on. */
const lastPart = (text: string) => present(text.split(STOPS).at(-1), 'the last of split').trimStart();

/** Up to the first end of a sentence, which stays. */
function firstPart(text: string): string {
  const end = text.search(STOPS);
  return (end < 0 ? text : text.slice(0, end + 1)).trimEnd();
}

/** @returns the headings above a place: of each level the last that holds it */
function sectionAt(sections: Report['sections'], at: number): string[] {
  const holding = sections.filter(({ start, end }) => start <= at && at < end);
  return holding.sort((a, b) => a.level - b.level).map(({ title }) => title);
}
