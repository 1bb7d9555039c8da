import type { Place } from './places.ts';
import type { NotPlaces, Zones } from './tables.ts';

/** A place name in a text. Offsets are UTF-16 code units. */
export type Mention = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `official` with its kind (相城区, 苏州市相城区), `short` without (镇江), `zone` a development zone (镇江新区) */
  readonly form: 'official' | 'short' | 'zone';
  /** the units that bear this name, those in force first; narrowed by a city or province written just before it */
  readonly places: readonly Place[];
};

type Entry = { readonly name: string; readonly form: Mention['form']; readonly places: readonly Place[] };
/** Names by their first two characters, longest first; `places` empty for a phrase that is no place. */
export type NameTable = ReadonlyMap<number, readonly Entry[]>;

/** The two UTF-16 units at an offset as one number: a map of numbers is twice as fast as one of two-character strings. */
const keyAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** Counties of one character: 易县 is one, but 和县委, 代县长 and 示范县 are not. */
const BEFORE_BARE_COUNTY = /[^\p{Script=Han}]|[在为是使让把与给于到来以新丽写设进表国我省市州盟]/u;
const AFTER_BARE_COUNTY = /^[长级乡直域城区内市]/;

export function nameTable(places: readonly Place[], notPlaces: NotPlaces): NameTable {
  const ordinary = new Set(notPlaces.words);
  const byName = new Map<string, { form: Mention['form']; places: Place[] }>();
  const add = (name: string, form: Mention['form'], place: Place): void => {
    const known = byName.get(name);
    if (!known) byName.set(name, { form, places: [place] });
    else if (!known.places.includes(place)) known.places.push(place);
  };
  for (const place of places) add(place.name, place.level === 'zone' ? 'zone' : 'official', place);
  for (const place of places)
    if (place.shortName && !ordinary.has(place.shortName)) add(place.shortName, 'short', place);
  const table = new Map<number, Entry[]>();
  const put = (entry: Entry): void => {
    const key = keyAt(entry.name, 0);
    const row = table.get(key);
    if (row) row.push(entry);
    else table.set(key, [entry]);
  };
  for (const [name, { form, places: bearers }] of byName) put({ name, form, places: Object.freeze(bearers) });
  for (const name of notPlaces.phrases) put({ name, form: 'short', places: [] });
  for (const row of table.values()) row.sort((a, b) => b.name.length - a.name.length);
  return table;
}

/** True where the characters around a name of two characters (易县, 滦县) do not make other words of it. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  return (before === '' || BEFORE_BARE_COUNTY.test(before)) && !AFTER_BARE_COUNTY.test(text.charAt(end));
}

/**
 * Place names in `text`, left to right, longest first, none overlapping. A name that follows a unit above it at
 * once (苏州市相城区, 江苏省镇江市) is one mention of the inner unit.
 * @param isWithin whether a place lies in the unit with that code
 */
export function findMentions(
  text: string,
  range: { start: number; end: number },
  table: NameTable,
  zones: Zones,
  isWithin: (place: Place, ancestor: string) => boolean,
): Mention[] {
  const found: Mention[] = [];
  let at = range.start;
  while (at + 2 <= range.end) {
    const row = table.get(keyAt(text, at));
    const entry = row?.find(
      ({ name }) =>
        at + name.length <= range.end &&
        text.startsWith(name, at) &&
        (name.length > 2 || !name.endsWith('县') || standsAlone(text, at, at + 2)),
    );
    if (!entry) {
      at += 1;
      continue;
    }
    const end = at + entry.name.length;
    if (entry.places.length > 0)
      take({ start: at, end, text: entry.name, form: entry.form, places: entry.places });
    at = Math.max(end, found.at(-1)?.end ?? 0);
  }
  return found;

  function take(mention: Mention): void {
    const last = found.at(-1);
    let next = mention;
    if (last && last.end === mention.start && last.form !== 'zone') {
      const inner = mention.places.filter((place) =>
        last.places.some(
          (above) => above.adcode !== null && above !== place && isWithin(place, above.adcode),
        ),
      );
      if (inner.length > 0) {
        found.pop();
        next = { ...mention, start: last.start, text: text.slice(last.start, mention.end), places: inner };
      }
    }
    const zone = next.places.length > 0 ? zoneAt(next) : null;
    found.push(zone ?? next);
  }

  /** A zone is named after the place before it: 镇江 + 新区, 句容 + 经济开发区. */
  function zoneAt(mention: Mention): Mention | null {
    const suffix = zones.suffixes.find(
      (s) => text.startsWith(s, mention.end) && mention.end + s.length <= range.end,
    );
    const host = mention.places[0];
    if (!suffix || !host) return null;
    const name = text.slice(mention.start, mention.end + suffix.length);
    const zone: Place = {
      adcode: null,
      name,
      fullName: name,
      shortName: null,
      level: 'zone',
      parent: host.adcode,
      lastListed: null,
      successor: null,
    };
    return {
      start: mention.start,
      end: mention.end + suffix.length,
      text: name,
      form: 'zone',
      places: [zone],
    };
  }
}
