import type { Region } from '@zhibiao/shared';
import { isDistrict, levelOf, shortNameOf } from './names.ts';
import type { Tables } from './tables.ts';

/** A unit of GB/T 2260, in force or former, or a development zone (`adcode` null). */
export type Place = {
  /** null for a development zone */
  readonly adcode: string | null;
  /** official name: 相城区 */
  readonly name: string;
  /** name as observations carry it: districts after their city (苏州市相城区), all others alone (丹阳市) */
  readonly fullName: string;
  /** 相城; null where fewer than two characters would be left */
  readonly shortName: string | null;
  readonly level: NonNullable<Region['level']>;
  /** code of the unit above, null for a province */
  readonly parent: string | null;
  /** for a former unit: the year of the last table that lists it */
  readonly lastListed: number | null;
  /** for a former unit: the year of the first table that lists it no more */
  readonly missingFrom: number | null;
  /** for a former unit: the unit that took most of it over */
  readonly successor: string | null;
};

/** A development zone: it has no code of its own. */
export const zone = (name: string, parent: string | null): Place =>
  Object.freeze({
    adcode: null,
    name,
    fullName: name,
    shortName: null,
    level: 'zone',
    parent,
    lastListed: null,
    missingFrom: null,
    successor: null,
  });

/** Rows of the tables that stand for no unit. */
const NO_UNIT = /直辖县级行政区划$|海域$/;

/** The code of the unit above, as far as a code alone tells. */
function codeAbove(adcode: string): string | null {
  if (adcode.endsWith('0000')) return null;
  return adcode.endsWith('00') ? `${adcode.slice(0, 2)}0000` : `${adcode.slice(0, 4)}00`;
}

/** All units, those in force before former ones; parents stand before their children. */
export function placesOf(tables: Tables): readonly Place[] {
  const peoples = [...tables.peoples].sort((a, b) => b.length - a.length);
  const listed = tables.listed.filter((row) => !NO_UNIT.test(row.name));
  const names = new Map(listed.map((row) => [row.code, row.name]));
  for (const row of tables.former) if (!names.has(row.adcode)) names.set(row.adcode, row.name);

  /** Municipalities list themselves twice (110000 and 110100, 北京市); the province-level row is the one kept. */
  const isMunicipalityTwin = (code: string, name: string): boolean =>
    code.endsWith('0100') && names.get(`${code.slice(0, 2)}0000`) === name;

  /** The code of a unit above that has a row of its own: 110101 lies in 110000, 429021 in 420000. */
  const standing = (code: string): string => {
    const name = names.get(code);
    return name === undefined || isMunicipalityTwin(code, name) ? `${code.slice(0, 2)}0000` : code;
  };
  const above = (code: string): string | null => {
    const parent = codeAbove(code);
    return parent === null ? null : standing(parent);
  };
  const place = (adcode: string, name: string, parent: string | null, rest: Partial<Place>): Place =>
    Object.freeze({
      adcode,
      name,
      fullName:
        isDistrict(name) && parent && levelOf(adcode) === 'county'
          ? `${names.get(parent) ?? ''}${name}`
          : name,
      shortName: shortNameOf(name, peoples),
      level: levelOf(adcode),
      parent,
      lastListed: null,
      missingFrom: null,
      successor: null,
      ...rest,
    });

  return [
    ...listed
      .filter((row) => !isMunicipalityTwin(row.code, row.name))
      .map((row) => place(row.code, row.name, above(row.code), {})),
    ...tables.former.map((row) =>
      place(row.adcode, row.name, standing(row.parent), {
        lastListed: row.lastListed,
        missingFrom: row.missingFrom,
        successor: row.successor,
      }),
    ),
  ];
}
