import type { Gazetteer, Mention, Place } from '../gazetteer/index.ts';
import type { EvidenceSource } from './evidence.ts';

/** One piece of evidence for the region, in offsets of the folded copy; -1 where it is not in the text. */
export type RegionClue = {
  readonly place: Place;
  readonly source: EvidenceSource;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
};

/** The unit a mention means on its own: the only one, else the only one in force, else a province. */
export function pick(mention: Mention, gazetteer: Gazetteer): Place | null {
  if (mention.places.length === 1) return mention.places[0] ?? null;
  const inForce = mention.places.filter((place) => place.lastListed === null);
  if (inForce.length === 1) return inForce[0] ?? null;
  return gazetteer.find(mention.text);
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
