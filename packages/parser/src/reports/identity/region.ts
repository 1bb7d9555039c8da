import type { Gazetteer, Mention, Place } from '../../gazetteer/index.ts';
import type { EvidenceSource } from './evidence.ts';

/** One piece of evidence for the region, in offsets of the folded copy; -1 where it is not in the text. */
export type RegionClue = {
  readonly place: Place;
  readonly source: EvidenceSource;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
};

/** How often a text names each unit beyond doubt, by code: what tells which 鼓楼区 is meant. */
export type PlaceContext = ReadonlyMap<string, number>;

export function contextOf(mentions: readonly Mention[]): PlaceContext {
  const counts = new Map<string, number>();
  for (const { places } of mentions) {
    const [only] = places;
    if (places.length === 1 && only?.adcode) counts.set(only.adcode, (counts.get(only.adcode) ?? 0) + 1);
  }
  return counts;
}

/**
 * The bearers of a name that a text can mean: those below the city (or else the province) that it names far more often
 * than those of the others; all of them where it names none.
 */
export function narrow(
  places: readonly Place[],
  context: PlaceContext,
  gazetteer: Gazetteer,
): readonly Place[] {
  if (places.length < 2) return places;
  const named = (place: Place): number => {
    let weight = 0;
    let share = 1;
    for (let above = gazetteer.parent(place); above; above = gazetteer.parent(above), share /= 4)
      weight += share * (context.get(above.adcode ?? '') ?? 0);
    return weight;
  };
  const ranked = places.map((place) => ({ place, weight: named(place) })).sort((a, b) => b.weight - a.weight);
  const best = ranked[0]?.weight ?? 0;
  const near = ranked.filter(({ weight }) => weight * 2 > best);
  return best < 1 ? places : near.map(({ place }) => place);
}

/** The unit a mention means: the only one, else the only one in force, else a province; null where several are left. */
export function pick(
  mention: Mention,
  gazetteer: Gazetteer,
  context: PlaceContext = new Map(),
): Place | null {
  const places = narrow(mention.places, context, gazetteer);
  if (places.length === 1) return places[0] ?? null;
  const inForce = places.filter((place) => place.lastListed === null);
  if (inForce.length === 1) return inForce[0] ?? null;
  return inForce.find(({ level }) => level === 'province') ?? null;
}

/** The last unit that a title names: 江苏省镇江市 is 镇江市, a development zone counts where it is the last. */
export function titlePlace(
  title: string,
  gazetteer: Gazetteer,
): { place: Place; start: number; end: number } | null {
  for (const mention of gazetteer.mentions(title).reverse()) {
    const place = pick(mention, gazetteer);
    if (place) return { place, start: mention.start, end: mention.end };
  }
  return null;
}

/** The unit with the most weight behind it, and what speaks for it. */
export function chooseRegion(
  clues: readonly RegionClue[],
): { place: Place; support: readonly RegionClue[] } | null {
  const key = ({ adcode, fullName, lastListed }: Place): string => `${adcode} ${fullName} ${lastListed}`;
  const total = new Map<string, number>();
  for (const { place, weight } of clues) total.set(key(place), (total.get(key(place)) ?? 0) + weight);
  const best = clues.reduce<Place | null>(
    (chosen, { place }) =>
      chosen === null || (total.get(key(place)) ?? 0) > (total.get(key(chosen)) ?? 0) ? place : chosen,
    null,
  );
  return best && { place: best, support: clues.filter(({ place }) => key(place) === key(best)) };
}
