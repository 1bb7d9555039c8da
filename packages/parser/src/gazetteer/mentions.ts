import { type Place, zone } from './places.ts';
import type { Abbreviations, NotPlaces, Zones } from './tables.ts';

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

type Entry = {
  readonly name: string;
  readonly form: Mention['form'];
  readonly places: readonly Place[];
  /** counts only right after the unit above it */
  readonly needsParent: boolean;
};
/** Names by their first two characters, longest first; `places` empty for a phrase that is no place. */
export type NameTable = {
  readonly byPair: ReadonlyMap<number, readonly Entry[]>;
  /** 1 for the slot of each pair that a name begins with: spares nearly all look-ups */
  readonly slots: Uint8Array;
};

const SLOTS = 0x10000;
/** A small number for a pair; several pairs may share one. */
const slotAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & (SLOTS - 1);

/** The two UTF-16 units at an offset as one number: a map of numbers is twice as fast as one of two-character strings. */
const keyAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** Counties of one character: 易县 is one, but 和县委, 代县长 and 示范县 are not. */
const BEFORE_BARE_COUNTY = /[^\p{Script=Han}]|[在为是使让把与给于到来以新丽写设进表国我省市州盟]/u;
const AFTER_BARE_COUNTY = /^[长级乡直域城区内市]/;

export function nameTable(
  places: readonly Place[],
  notPlaces: NotPlaces,
  abbreviations: Abbreviations = [],
): NameTable {
  const ordinary = new Set(notPlaces.words);
  const needsParent = new Set(notPlaces.onlyAfterParent);
  const byName = new Map<string, { form: Mention['form']; places: Place[] }>();
  const add = (name: string, form: Mention['form'], place: Place): void => {
    const known = byName.get(name);
    if (!known) byName.set(name, { form, places: [place] });
    else if (!known.places.includes(place)) known.places.push(place);
  };
  for (const place of places) add(place.name, place.level === 'zone' ? 'zone' : 'official', place);
  for (const place of places)
    if (place.shortName && !ordinary.has(place.shortName)) add(place.shortName, 'short', place);
  // 大理州, 湘西州: a prefecture is not the city or the region that its name is shared with
  for (const place of places)
    if (place.shortName && place.name.endsWith('自治州')) add(`${place.shortName}州`, 'official', place);
  for (const { name, adcode } of abbreviations) {
    const place = places.find((one) => one.adcode === adcode);
    if (place !== undefined) add(name, 'short', place);
  }
  const table = new Map<number, Entry[]>();
  const put = (entry: Entry): void => {
    const key = keyAt(entry.name, 0);
    const row = table.get(key);
    if (row) row.push(entry);
    else table.set(key, [entry]);
  };
  for (const [name, { form, places: bearers }] of byName)
    put({ name, form, places: Object.freeze(bearers), needsParent: needsParent.has(name) });
  for (const name of notPlaces.phrases) put({ name, form: 'short', places: [], needsParent: false });
  const slots = new Uint8Array(SLOTS);
  for (const row of table.values()) {
    row.sort((a, b) => b.name.length - a.name.length);
    slots[slotAt(row[0]?.name ?? '', 0)] = 1;
  }
  return { byPair: table, slots };
}

/** True where the characters around a name of two characters (易县, 滦县) do not make other words of it. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  return (before === '' || BEFORE_BARE_COUNTY.test(before)) && !AFTER_BARE_COUNTY.test(text.charAt(end));
}

type Scan = {
  readonly text: string;
  readonly end: number;
  readonly table: NameTable;
  readonly zones: Zones;
  readonly isWithin: (place: Place, ancestor: string) => boolean;
};

/** The longest name that begins at `at`, where its slot says that one may. */
function entryAt(scan: Scan, at: number): Entry | undefined {
  return scan.table.byPair
    .get(keyAt(scan.text, at))
    ?.find(
      ({ name }) =>
        at + name.length <= scan.end &&
        scan.text.startsWith(name, at) &&
        (name.length > 2 || !name.endsWith('县') || standsAlone(scan.text, at, at + 2)),
    );
}

/** The mention that a name makes with a unit above it right before it (江苏省 + 镇江市), null where they do not belong together. */
function joined(scan: Scan, last: Mention | undefined, start: number, entry: Entry): Mention | null {
  if (!last || last.end !== start || last.form === 'zone') return null;
  const places = entry.places.filter((place) =>
    last.places.some((above) => above.adcode && above !== place && scan.isWithin(place, above.adcode)),
  );
  if (places.length === 0) return null;
  const end = start + entry.name.length;
  return { start: last.start, end, text: scan.text.slice(last.start, end), form: entry.form, places };
}

/** A zone is named after the place before it: 镇江 + 新区, 句容 + 经济开发区. */
function zoneAfter(scan: Scan, mention: Mention): Mention | null {
  const suffix = scan.zones.suffixes.find(
    (s) => scan.text.startsWith(s, mention.end) && mention.end + s.length <= scan.end,
  );
  const host = mention.places[0];
  if (!suffix || !host || mention.form === 'zone') return null;
  const name = scan.text.slice(mention.start, mention.end + suffix.length);
  return {
    start: mention.start,
    end: mention.start + name.length,
    text: name,
    form: 'zone',
    places: [zone(name, host.adcode)],
  };
}

/**
 * Place names in `[start, end)` of `text`, left to right, longest first, none overlapping. A name that follows a unit
 * above it at once (苏州市相城区, 江苏省镇江市) is one mention of the inner unit.
 * @param isWithin whether a place lies in the unit with that code
 */
export function findMentions(
  text: string,
  range: { start: number; end: number },
  table: NameTable,
  zones: Zones,
  isWithin: (place: Place, ancestor: string) => boolean,
): Mention[] {
  const scan: Scan = { text, end: range.end, table, zones, isWithin };
  const found: Mention[] = [];
  const { slots } = table;
  for (let at = range.start; at + 2 <= range.end; ) {
    const entry = slots[slotAt(text, at)] === 0 ? undefined : entryAt(scan, at);
    if (!entry) {
      at += 1;
      continue;
    }
    const end = at + entry.name.length;
    const inner = joined(scan, found.at(-1), at, entry);
    if (inner) found.pop();
    const alone = entry.places.length > 0 && !entry.needsParent;
    const mention =
      inner ?? (alone ? { start: at, end, text: entry.name, form: entry.form, places: entry.places } : null);
    const named = mention && (zoneAfter(scan, mention) ?? mention);
    if (named) found.push(named);
    at = named?.end ?? end;
  }
  return found;
}
