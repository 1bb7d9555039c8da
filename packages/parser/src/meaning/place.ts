import type { FindPlace } from '../claims/index.ts';
import type { Gazetteer, Place } from '../gazetteer/index.ts';
import { patternsOf } from '../lexicon/patterns.ts';

const patternOf = patternsOf('meaning/place');
/** Behind a bare short name only a verb shows that the place acts (藤县累计…, 岑溪推动…); 太仓港 is a port. */
const ACTS = patternOf('acting');
const SEAT = patternOf('seat');
const STATISTIC = patternOf('statistic');
const LISTED = patternOf('listed');
const NO_PLACE = patternOf('noPlace');
const LONGEST = 14;

/**
 * Finds units below the report's own at the start of a phrase: 丹阳市新增…, 镇江新区新签约…. A report without a known
 * region has none.
 */
export function placeFinder(gazetteer: Gazetteer, adcode: string | null): FindPlace {
  if (adcode === null) return () => null;
  /** 新疆工业生产者出厂价格 in the report of one of its prefectures: the figure of the place above. */
  const above = (places: readonly Place[], length: number, rest: string): ReturnType<FindPlace> => {
    const place = places.find((one) => one.adcode !== null && gazetteer.within(adcode, one.adcode));
    return place === undefined || !STATISTIC.test(rest)
      ? null
      : { place: { name: place.name, adcode: place.adcode }, length };
  };
  return (phrase) => {
    const from = SEAT.exec(phrase)?.[0].length ?? 0;
    const [mention] = gazetteer.mentions(phrase, from, Math.min(phrase.length, from + LONGEST));
    if (mention === undefined || mention.start !== from) return null;
    const rest = phrase.slice(mention.end);
    // 成都市地区生产总值: the report's own place
    if (mention.places.some((candidate) => candidate.adcode === adcode))
      return { place: null, length: mention.end };
    const place = mention.places.find(
      (candidate) =>
        candidate.adcode !== adcode &&
        (candidate.adcode !== null
          ? gazetteer.within(candidate, adcode)
          : candidate.parent !== null && gazetteer.within(candidate.parent, adcode)),
    );
    if (place === undefined) return above(mention.places, mention.end, rest);
    if (mention.form === 'short' && !ACTS.test(rest)) return null;
    if (LISTED.test(rest)) return { place: null, length: 0 };
    if (NO_PLACE.test(rest)) return null;
    return { place: { name: place.name, adcode: place.adcode }, length: mention.end };
  };
}
