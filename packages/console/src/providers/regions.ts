import { readFileSync } from 'node:fs';
import { openGazetteer, type Place } from '@zhibiao/parser/gazetteer';
import { present } from '@zhibiao/shared';
import type { Language } from '../view/labels.ts';

const english = new Map<string, string>(
  Object.entries(JSON.parse(readFileSync(new URL('../../data/region-names.json', import.meta.url), 'utf8'))),
);

/** A unit that has a code. */
export type Region = Place & { readonly adcode: string };
const hasCode = (place: Place | null): place is Region => place !== null && place.adcode !== null;

export const regionOf = (adcode: string): Region | null => {
  const place = openGazetteer().byAdcode(adcode);
  return hasCode(place) ? place : null;
};

/** In force, by code. */
export const provinces = (): readonly Region[] =>
  openGazetteer()
    .places.filter((p) => p.level === 'province' && p.lastListed === null)
    .filter(hasCode);

export const regionsBelow = (adcode: string): readonly Region[] =>
  openGazetteer().children(adcode).filter(hasCode);

/** From the province down to the region itself. */
export function pathOf(region: Region): readonly Region[] {
  const path: Region[] = [];
  for (let at: Region | null = region; at; at = at.parent ? regionOf(at.parent) : null) path.unshift(at);
  return path;
}

/** Chinese as the report has it; in English by pinyin (镇江市: Zhenjiang). */
export const regionName = (
  { name, adcode }: { readonly name: string; readonly adcode: string | null },
  language: Language,
): string => (language === 'zh' || !adcode ? name : (english.get(adcode) ?? name));

/**
 * Regions that a code, a name (full, short, former) or a pinyin can mean: those in force before former ones. One of
 * several levels with the same short name is the highest only where it is a province (吉林).
 */
export function findRegions(words: string): readonly Region[] {
  const text = words.trim();
  if (/^\d{6}$/.test(text)) return [regionOf(text)].filter(hasCode);
  const gazetteer = openGazetteer();
  const one = gazetteer.find(text);
  if (hasCode(one)) return [one];
  const named = gazetteer.byName(text).filter(hasCode);
  const current = named.filter((place) => place.lastListed === null);
  if (named.length > 0) return current.length > 0 ? current : named;
  const wanted = plain(text);
  if (!/^[a-z]{2,}$/.test(wanted)) return [];
  return gazetteer.places
    .filter(hasCode)
    .filter((place) => place.lastListed === null && matches(place, wanted))
    .sort((a, b) => a.adcode.localeCompare(b.adcode));
}

const matches = ({ adcode }: Region, wanted: string) => plain(english.get(adcode) ?? '') === wanted;

/** Lüliang, lu liang and lvliang are one name. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\s'’-]/g, '')
    .replace(/ü|v/g, 'u');

/** Regions in force whose name, in either language, begins with the words; the highest first. */
export function regionsLike(words: string, most = 20): readonly Region[] {
  const text = words.trim();
  if (text.length < 2) return [];
  const wanted = plain(text);
  return openGazetteer()
    .places.filter(hasCode)
    .filter(
      (place) =>
        place.lastListed === null &&
        (place.name.startsWith(text) ||
          (wanted.length > 2 && plain(english.get(place.adcode) ?? '').startsWith(wanted))),
    )
    .sort(
      (a, b) =>
        Number(b.adcode.endsWith('00')) - Number(a.adcode.endsWith('00')) || a.adcode.localeCompare(b.adcode),
    )
    .slice(0, most);
}

/** The one of the highest level; null where there are several of it. */
export function highestOf(found: readonly Region[]): Region | null {
  if (found.length === 1) return present(found[0], 'the first of found');
  const [one, another] =
    (['province', 'city', 'county'] as const)
      .map((level) => found.filter((region) => region.level === level))
      .find((regions) => regions.length > 0) ?? [];
  return one && !another ? one : null;
}

/** The word for the level of a code. */
export const levelOf = (adcode: string) =>
  adcode.endsWith('0000') ? 'levelProvince' : adcode.endsWith('00') ? 'levelCity' : 'levelCounty';
