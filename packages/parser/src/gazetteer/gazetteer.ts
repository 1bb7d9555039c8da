import { findMentions, type Mention, nameTable } from './mentions.ts';
import { type Place, placesOf, zone } from './places.ts';
import type { Tables } from './tables.ts';

/** What is known of the units of GB/T 2260, their former names, and development zones. Frozen; safe to share. */
export type Gazetteer = {
  readonly places: readonly Place[];
  /** the unit in force under this code, else the former one that bore it last */
  byAdcode(adcode: string): Place | null;
  /**
   * Units that bear this name: full (苏州市相城区), official (相城区) or short (相城). Units in force come first, higher
   * levels before lower ones.
   * @param within code of a unit that they must lie in (or be)
   */
  byName(name: string, within?: string | null): readonly Place[];
  /** The one unit that the name can mean, else null. A province's short name means the province (吉林). */
  find(name: string, within?: string | null): Place | null;
  parent(place: Place): Place | null;
  /** units in force right below */
  children(adcode: string): readonly Place[];
  /** true where `place` is the unit with code `ancestor` or lies in it, former units included */
  within(place: Place | string, ancestor: string): boolean;
  /** place names of a text (or of `[start, end)` in it), left to right, with UTF-16 offsets; linear time */
  mentions(text: string, start?: number, end?: number): Mention[];
};

const RANK = { country: 0, province: 1, city: 2, county: 3, zone: 4, town: 5 } as const;

/** Builds a gazetteer from checked tables (about 20 ms). Most callers want `openGazetteer`. */
export function buildGazetteer(tables: Tables): Gazetteer {
  const places = Object.freeze([
    ...placesOf(tables),
    ...tables.zones.named.map(({ name, parent }) => zone(name, parent)),
  ]);
  const byCode = new Map<string, Place>();
  const byName = new Map<string, Place[]>();
  const below = new Map<string, Place[]>();
  const push = <K>(map: Map<K, Place[]>, key: K, place: Place): void => {
    const row = map.get(key);
    if (!row) map.set(key, [place]);
    else if (!row.includes(place)) row.push(place);
  };
  for (const place of places) {
    if (place.adcode && !byCode.has(place.adcode)) byCode.set(place.adcode, place);
    for (const name of [place.fullName, place.name, place.shortName]) if (name) push(byName, name, place);
    if (place.parent && place.lastListed === null && place.adcode) push(below, place.parent, place);
  }
  for (const row of byName.values())
    row.sort(
      (a, b) =>
        Number(a.lastListed !== null) - Number(b.lastListed !== null) || RANK[a.level] - RANK[b.level],
    );

  const within = (place: Place | string, ancestor: string): boolean => {
    let at: Place | null = typeof place === 'string' ? (byCode.get(place) ?? null) : place;
    while (at) {
      if (at.adcode === ancestor) return true;
      at = at.parent ? (byCode.get(at.parent) ?? null) : null;
    }
    return false;
  };
  const named = (name: string, area?: string | null): readonly Place[] => {
    const all = byName.get(name) ?? [];
    return area ? all.filter((place) => within(place, area)) : all;
  };
  const find = (name: string, area?: string | null): Place | null => {
    const all = named(name, area);
    const current = all.filter((place) => place.lastListed === null);
    const left = current.length > 0 ? current : all;
    const official = left.filter((place) => place.name === name || place.fullName === name);
    const best = official.length > 0 ? official : left;
    if (best.length === 1 || best[0]?.level === 'province') return best[0] ?? null;
    return null;
  };
  const table = nameTable(places, tables.notPlaces, tables.abbreviations);

  return Object.freeze({
    places,
    byAdcode: (adcode: string) => byCode.get(adcode) ?? null,
    byName: named,
    find,
    parent: (place: Place) => (place.parent ? (byCode.get(place.parent) ?? null) : null),
    children: (adcode: string) => below.get(adcode) ?? [],
    within,
    mentions: (text: string, start = 0, end = text.length) =>
      findMentions(text, { start, end }, table, tables.zones, within),
  });
}
