import { randomFrom } from '../../bench/random.ts';
import { makeReport, type RehearsedReport } from './report.ts';

/** What happens to one report's page over the days of the rehearsal; day 0 is the first. Null: never. */
export interface Life {
  readonly published: number;
  readonly corrected: number | null;
  readonly moved: number | null;
  readonly gone: number | null;
}

export const days = 10;

/** Seven pages in ten are there from the start; one in eight is corrected, one in twenty moves, one in twenty vanishes. */
export function lifeOf(seed: number, number: number): Life {
  const random = randomFrom(seed * 104_729 + number);
  const published = random() < 0.7 ? 0 : 1 + Math.floor(random() * (days - 3));
  const later = () => published + 1 + Math.floor(random() * (days - published - 1));
  const fate = random();
  return {
    published,
    corrected: fate < 0.125 ? later() : null,
    moved: fate >= 0.125 && fate < 0.175 ? later() : null,
    gone: fate >= 0.175 && fate < 0.225 ? later() : null,
  };
}

/** A report as its page shows it on a day. */
export interface Shown {
  readonly report: RehearsedReport;
  /** it stands at its second address; the first one redirects */
  readonly moved: boolean;
  readonly gone: boolean;
}

/** The report's page on a day; null while it is not published. */
export function shownOn(seed: number, number: number, day: number): Shown | null {
  const life = lifeOf(seed, number);
  if (day < life.published) return null;
  const past = (when: number | null) => when !== null && day >= when;
  return {
    report: makeReport(seed, number, past(life.corrected) ? 2 : 1),
    moved: past(life.moved),
    gone: past(life.gone),
  };
}
