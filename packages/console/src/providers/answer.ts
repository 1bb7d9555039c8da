import type { FigurePromise, SeriesLine } from '@zhibiao/store';
import type { HandlerDeps } from '../route.ts';
import type { Question } from './question.ts';
import type { Region } from './regions.ts';
import { sentencesOf } from './sentences.ts';
import { comparable, linesOfRegion } from './series.ts';

/** What is known of one region and one indicator: promises with their results, or what was reported where nothing was promised. */
export interface RegionAnswer {
  readonly region: Region;
  readonly code: string;
  readonly promises: readonly FigurePromise[];
  /** of the chosen values, by the figures' ids */
  readonly sentences: ReadonlyMap<string, string>;
  readonly lines: readonly SeriesLine[];
  /** years of results whose report, that of the year after, is not here: so nobody can tell */
  readonly withoutReport: ReadonlySet<number>;
}

const most = 6;

/** Answers for each region and indicator that the question names together; at most four of them. */
export function answersTo(deps: HandlerDeps, question: Question): Promise<RegionAnswer[]> {
  const pairs = question.regions.flatMap((region) => question.codes.map((code) => ({ region, code })));
  return Promise.all(
    pairs.slice(0, 4).map(({ region, code }) => answerOf(deps, region, code, question.years)),
  );
}

async function answerOf(
  deps: HandlerDeps,
  region: Region,
  code: string,
  years: readonly number[],
): Promise<RegionAnswer> {
  const { store } = deps;
  const { adcode } = region;
  const [{ rows }, lines, { rows: covered }] = await Promise.all([
    store.promiseList({ region: adcode, code, limit: 200 }),
    linesOfRegion(deps, adcode, code),
    store.coverage({ region: adcode, limit: 1 }),
  ]);
  const promises = rows
    .filter(({ target }) => target.region.adcode === adcode && asked(target.period?.end, years))
    .sort((a, b) => (b.target.period?.end ?? 0) - (a.target.period?.end ?? 0))
    .slice(0, most);
  const figures = promises.flatMap(({ target, actual }) => [target, ...(actual ? [actual] : [])]);
  const own = covered.find((one) => one.region.adcode === adcode);
  const reported = new Set(own?.years.map(({ year }) => year));
  const open = promises
    .filter(({ verdict }) => verdict === 'open')
    .map(({ target }) => target.period?.end ?? 0);
  return {
    region,
    code,
    promises,
    sentences: await sentencesOf(deps, figures),
    lines: comparable(lines).slice(0, 1),
    withoutReport: new Set(open.filter((year) => !reported.has(year + 1))),
  };
}

const asked = (year: number | undefined, years: readonly number[]) =>
  years.length === 0 || (year !== undefined && years.includes(year));
