import type { Observation, Report } from '@zhibiao/shared';
import { checkObservations } from './checks/index.ts';
import { openGazetteer } from './gazetteer/index.ts';
import type { Lexicon } from './lexicon/index.ts';
import { placeFinder } from './meaning/place.ts';
import { observe, type Trace } from './observe.ts';
import { type ArticleText, type ReportFrame, readFrames } from './reports/index.ts';
import type { ReportClock } from './reports/time/stretch.ts';
import { stretchesOf } from './reports/time/stretches.ts';
import { ownLexicon, toolsFor } from './tools.ts';

export interface ParseOptions {
  /** words to read with; the built-in ones where none are given */
  lexicon?: Lexicon;
  /** told of each observation which rules fired for it, and the words that they took */
  trace?: Trace;
}

/** A program took the letters off a picture, and may have taken 3 for 8: nobody should rely on such a value unseen. */
const MAX_OF_PICTURE = 0.8;

function readFromPicture(observation: Observation): Observation {
  const { confidence, flags } = observation;
  return {
    ...observation,
    confidence: Math.min(confidence, MAX_OF_PICTURE),
    flags: [...new Set([...flags, 'ocr'])],
  };
}

/** Whose values a text without a known region states. */
const UNKNOWN = { name: '', adcode: null };

/**
 * The reports of an article with their observations: at least one; a text without a report gives one with `region`
 * null or what the text proves, and the observations of the whole text. Pure: the same article and lexicon always
 * give the same reports. Linear in the text's length.
 * @example
 * ```ts
 * import { parseArticle } from '@zhibiao/parser';
 * const article = {
 *   title: '2023年临江市政府工作报告',
 *   publishedAt: '2023-01-10',
 *   site: '临江市人民政府',
 *   url: null,
 *   text: '2023年预期目标：地区生产总值增长6%左右。',
 * };
 * const [report] = parseArticle(article);
 * const [gdp] = report.observations;
 * [gdp.indicator.code, gdp.measure, gdp.value, gdp.kind, gdp.period.start]; // → ['gdp', 'growth', 6, 'target', 2023]
 * article.text.slice(gdp.span.start, gdp.span.end) === gdp.quote; // → true
 * ```
 */
export function parseArticle(article: ArticleText, options: ParseOptions = {}): Report[] {
  const tools = toolsFor(options.lexicon ?? ownLexicon());
  const gazetteer = openGazetteer();
  return readFrames(article, gazetteer).map(({ frame, roles }) => {
    const observations = checkObservations(
      observe(
        article.text,
        {
          span: frame.span,
          region: frame.region ?? UNKNOWN,
          sections: frame.sections,
          stretches: stretchesOf(roles, clockOf(frame)),
          findPlace: placeFinder(gazetteer, frame.region?.adcode ?? null),
        },
        tools,
        options.trace,
      ),
      (code) => tools.indicators.get(code),
    );
    // Says why there is nothing: the text is no report, where an empty list alone might be a failure.
    const nothing = observations.length === 0 && (frame.region === null || frame.year === null);
    return {
      ...frame,
      flags: nothing ? [...frame.flags, 'no-report'] : frame.flags,
      observations: article.flags?.includes('ocr') ? observations.map(readFromPicture) : observations,
    };
  });
}

/** A communiqué speaks as of the end of the year that it reviews, and promises nothing. */
function clockOf({ genre, year, reviewed }: ReportFrame): ReportClock {
  const last = reviewed?.end ?? null;
  const promises = genre !== 'communique';
  const term = reviewed !== null && reviewed.start < reviewed.end ? reviewed : null;
  return { present: promises ? year : last, reviewed: last, term, promises };
}
