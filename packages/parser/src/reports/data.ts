import { readFileSync } from 'node:fs';
import { Calendar, Genres, SectionCues } from './data-schema.ts';
import { type HeadingPatterns, headingPatterns } from './layout/headings.ts';
import { type CueWords, cueWords } from './time/cues.ts';

/** What the framing knows, and the same in the shapes that it is used in. */
export type ReportData = {
  readonly calendar: Calendar;
  readonly cues: SectionCues;
  readonly genres: Genres;
  readonly words: CueWords;
  readonly patterns: HeadingPatterns;
};

const folder = new URL('../../data/reports/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

let loaded: ReportData | null = null;

/** The checked data files of this folder, read once per process. */
export function reportData(): ReportData {
  if (loaded === null) {
    const calendar = Calendar.parse(read('calendar.json'));
    const cues = SectionCues.parse(read('sections.json'));
    loaded = Object.freeze({
      calendar,
      cues,
      genres: Genres.parse(read('genres.json')),
      words: cueWords(calendar, cues),
      patterns: headingPatterns(cues),
    });
  }
  return loaded;
}
