import { openGazetteer, type Place } from '@zhibiao/parser/gazetteer';
import { type Suggestion, UsageError } from '@zhibiao/shared';

const MOST = 10;

/**
 * @param region a six-digit code of GB/T 2260, in force or former, or a name (镇江市, 镇江, 清苑县)
 * @returns the code
 * @throws UsageError when the name is unknown or names several regions, which are its suggestions
 */
export function regionCode(region: string): string {
  if (/^\d{6}$/.test(region)) return region;
  const gazetteer = openGazetteer();
  const place = gazetteer.find(region);
  if (place?.adcode) return place.adcode;
  const named = gazetteer.byName(region).filter((p) => p.adcode);
  const current = named.filter((p) => p.lastListed === null);
  const several = current.length > 0 ? current : named;
  const [only, ...others] = several;
  if (only?.adcode && others.length === 0) return only.adcode;
  const suggestions = (several.length > 0 ? several : placesLike(region)).map(suggestionOf);
  const choice = suggestions.map(({ name, code }) => `${name} ${code}`).join(', ');
  const message =
    several.length > 0
      ? `${region} names several regions: ${choice}. Give the code.`
      : `No region is called ${region}; a six-digit code serves too.${choice ? ` Near it: ${choice}.` : ''}`;
  throw new UsageError(message, region, { suggestions });
}

const suggestionOf = ({ fullName, adcode }: Place): Suggestion => ({ name: fullName, code: adcode });

/** Places whose names begin like a wrong one, the longest beginning that any has. */
function placesLike(region: string): Place[] {
  const places = openGazetteer().places.filter(({ adcode, lastListed }) => adcode && lastListed === null);
  for (let length = Math.min(region.length, 8); length >= 2; length--) {
    const start = region.slice(0, length);
    const found = places.filter(({ name, fullName }) => name.startsWith(start) || fullName.startsWith(start));
    if (found.length > 0) return found.slice(0, MOST);
  }
  return [];
}
