import type { RegionLevel } from '@zhibiao/shared';

/** Level of a GB/T 2260 code: `130000` province, `130600` city, else county. */
export function levelOf(adcode: string): RegionLevel {
  if (adcode.endsWith('0000')) return 'province';
  return adcode.endsWith('00') ? 'city' : 'county';
}

const endings = ['自治州', '自治县', '自治旗', '自治区', '特别行政区', '林区', '特区', '矿区', '地区'];

/** Length of the word for the kind of unit at the end of an official name: 苏州市 1, 凉山彝族自治州 3. */
function endingLength(name: string): number {
  const long = endings.find((ending) => name.endsWith(ending) && name.length > ending.length);
  if (long) return long.length;
  return /[省市县区盟旗]$/.test(name) ? 1 : 0;
}

/**
 * The name without its kind and its peoples: 苏州市 is 苏州, 恩施土家族苗族自治州 is 恩施.
 * Null where fewer than two characters would be left (易县), or nothing is to be taken away.
 * @param peoples names of peoples as autonomous units write them, longest first
 */
export function shortNameOf(name: string, peoples: readonly string[]): string | null {
  const ending = endingLength(name);
  if (ending === 0) return null;
  let short = name.slice(0, name.length - ending);
  if (name.includes('自治')) {
    let people: string | undefined;
    do {
      people = peoples.find((p) => short.endsWith(p) && short.length - p.length >= 2);
      if (people) short = short.slice(0, short.length - people.length);
    } while (people);
  }
  return short.length >= 2 ? short : null;
}

/** True for a district, which is named after its city: 苏州市相城区. Counties, banners and county-level cities stand alone. */
export function isDistrict(name: string): boolean {
  return (
    name.endsWith('区') &&
    !name.endsWith('林区') &&
    !name.endsWith('自治区') &&
    !name.endsWith('行政区') &&
    !name.endsWith('特区')
  );
}
