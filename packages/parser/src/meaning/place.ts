import type { FindPlace } from '../claims/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';

/** Behind a bare short name only a verb shows that the place acts (藤县累计…, 岑溪推动…); 太仓港 is a port. */
const ACTS = /^(?:累计|推动|新增|完成|实现|引进|建成|新引进|全年|预计|实施|获|创成|列|共)/;
const LONGEST = 14;

/**
 * Finds units below the report's own at the start of a phrase: 丹阳市新增…, 镇江新区新签约…. A report without a known
 * region has none.
 */
export function placeFinder(gazetteer: Gazetteer, adcode: string | null): FindPlace {
  if (adcode === null) return () => null;
  return (phrase) => {
    const [mention] = gazetteer.mentions(phrase, 0, Math.min(phrase.length, LONGEST));
    if (mention === undefined || mention.start !== 0) return null;
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
    if (place === undefined) return null;
    if (mention.form === 'short' && !ACTS.test(rest)) return null;
    if (/^[、和]/.test(rest)) return { place: null, length: 0 };
    if (/^(?:[级籍港段]|农村|市区)/.test(rest)) return null;
    return { place: { name: place.name, adcode: place.adcode }, length: mention.end };
  };
}
