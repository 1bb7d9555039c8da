import { type Gazetteer, openGazetteer, type Place } from '@zhibiao/parser/gazetteer';
import { present } from '@zhibiao/shared';
import type { PageOf, SeriesLine } from '@zhibiao/store';

/** A unit of GB/T 2260 that a region was before, or became. */
export interface Turn {
  name: string;
  code: string;
  /** the last year in which the former unit is listed */
  until: number;
}

/** A line of a series with where it breaks off: what the region was before, and what it became. */
export interface RegionalLine extends SeriesLine {
  formerly: readonly Turn[];
  successor: Turn | null;
}

const turnOf = (place: Place, until: number): Turn => ({
  name: place.fullName,
  code: present(place.adcode, `the code of ${place.fullName}`),
  until,
});

/** Of each gazetteer, the units that became others, by the code of what they became: made when it is first asked for. */
const turnsOf = new WeakMap<Gazetteer, ReadonlyMap<string, Turn[]>>();

function turnsBySuccessor(gazetteer: Gazetteer): ReadonlyMap<string, Turn[]> {
  const turns = new Map<string, Turn[]>();
  for (const place of gazetteer.places) {
    const { successor, adcode } = place;
    if (successor === null || adcode === null || adcode === successor) continue;
    turns.set(successor, [...(turns.get(successor) ?? []), turnOf(place, place.lastListed ?? 0)]);
  }
  for (const units of turns.values()) units.sort((a, b) => b.until - a.until || (a.code < b.code ? -1 : 1));
  return turns;
}

/** @returns the units that became a region, the latest first: 清苑县 of 清苑区 */
export function formerUnits(code: string): readonly Turn[] {
  const gazetteer = openGazetteer();
  const turns = turnsOf.get(gazetteer) ?? turnsBySuccessor(gazetteer);
  turnsOf.set(gazetteer, turns);
  return turns.get(code) ?? [];
}

/** @returns what a former unit became; null for one in force, and where nobody has said */
export function successorOf(code: string): Turn | null {
  const gazetteer = openGazetteer();
  const place = gazetteer.byAdcode(code);
  const next = place?.successor ? gazetteer.byAdcode(place.successor) : null;
  return place && next?.adcode && next.adcode !== code ? turnOf(next, place.lastListed ?? 0) : null;
}

/**
 * The codes under which a region's figures stand: its own, those of the units that became it, and, of a former unit
 * that alone became another one
 * (撤县设区), the other's. Units that were merged into a larger one are not the larger one: of them it is their own code alone.
 */
export function codesOf(code: string): string[] {
  const successor = successorOf(code);
  const alone = successor !== null && formerUnits(successor.code).length === 1;
  const others = [...formerUnits(code).map((unit) => unit.code), ...(alone ? [successor.code] : [])];
  // What lies below a region counts as it is.
  const below = code.replace(/^(\d\d)0000$/, '$1').replace(/^(\d{4})00$/, '$1');
  return [code, ...others.filter((other) => !other.startsWith(below))];
}

/**
 * Asks a question of a region under each of its codes, one after the other; a page may hold rows of several.
 * @param query `after`: `next` of the page before
 */
export async function underAllCodes<
  Q extends { region?: string | undefined; limit?: number | undefined; after?: string | undefined },
  T,
>(query: Q, ask: (query: Q) => Promise<PageOf<T>>): Promise<PageOf<T>> {
  const codes = query.region === undefined ? [] : codesOf(query.region);
  if (codes.length < 2) return ask(query);
  const [, place = '0', cursor] = /^(?:(\d+)\.)?(.*)$/s.exec(query.after ?? '') ?? [];
  const rows: T[] = [];
  const limit = query.limit ?? 100;
  let after = cursor === '' ? undefined : cursor;
  for (let at = Math.min(Number(place), codes.length - 1); at < codes.length; at++) {
    const page = await ask({ ...query, region: codes[at], limit: limit - rows.length, after });
    rows.push(...page.rows);
    if (page.next !== null) return { rows, next: at === 0 ? page.next : `${at}.${page.next}` };
    if (rows.length >= limit && at + 1 < codes.length) return { rows, next: `${at + 1}.` };
    after = undefined;
  }
  return { rows, next: null };
}

/** @returns a line with what its region was before and became */
export const withTurns = (line: SeriesLine): RegionalLine => ({
  ...line,
  formerly: line.region.adcode === null ? [] : formerUnits(line.region.adcode),
  successor: line.region.adcode === null ? null : successorOf(line.region.adcode),
});
