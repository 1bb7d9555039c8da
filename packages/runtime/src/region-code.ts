import { openGazetteer } from '@zhibiao/parser/gazetteer';
import { UsageError } from '@zhibiao/shared';

/**
 * @param region a six-digit code of GB/T 2260 or a name (镇江市, 镇江)
 * @returns the code
 * @throws UsageError when the name is unknown or names several regions
 */
export function regionCode(region: string): string {
  if (/^\d{6}$/.test(region)) return region;
  const gazetteer = openGazetteer();
  const place = gazetteer.find(region);
  if (place?.adcode) return place.adcode;
  const several = gazetteer.byName(region).filter((p) => p.adcode && p.lastListed === null);
  if (several.length === 0)
    throw new UsageError(`No region is called ${region}; a six-digit code serves too.`, region);
  const choice = several.map((p) => `${p.fullName} ${p.adcode}`).join(', ');
  throw new UsageError(`${region} names several regions: ${choice}. Give the code.`, region);
}
