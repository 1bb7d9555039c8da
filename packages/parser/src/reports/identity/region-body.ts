import type { Gazetteer, Mention, Place } from '../../gazetteer/index.ts';
import type { Range } from '../layout/range.ts';
import { narrow, type PlaceContext, type RegionClue } from './region.ts';

/** Kinds of units by the words that a government uses of its own area: 全县, 我市, 区委. */
const KINDS = ['省', '市', '县', '区', '州', '旗', '盟'] as const;
type Kind = (typeof KINDS)[number];

/** How often the body speaks as a unit of each kind, as a share of the most frequent one; `自治区` apart from 区. */
type OwnKinds = { readonly share: ReadonlyMap<Kind, number>; readonly autonomous: boolean };

const OWN = /(全|我)([省市县区州旗盟])|(?<!社)([省市县区州旗盟])(?:委|政府)/g;

function ownKinds(body: string): OwnKinds {
  const counts = new Map<Kind, number>();
  for (const match of body.matchAll(OWN)) {
    const kind = (match[2] ?? match[3]) as Kind;
    counts.set(kind, (counts.get(kind) ?? 0) + (match[1] === '我' ? 2 : match[1] === '全' ? 1 : 0.5));
  }
  // A government names the ones above it too; a county that is named at all is mostly the speaker.
  for (const kind of ['县', '旗'] as const) counts.set(kind, (counts.get(kind) ?? 0) * 1.5);
  const most = Math.max(1, ...counts.values());
  const autonomous = (body.match(/自治区/g)?.length ?? 0) > (counts.get('区') ?? 0) / 4;
  return { share: new Map([...counts].map(([kind, count]) => [kind, count / most])), autonomous };
}

/** How well a unit goes with the kinds that the body speaks as, 0.3 to 1. */
function fit({ name, level }: Place, kinds: OwnKinds): number {
  const last = name.at(-1) as Kind;
  const region = name.endsWith('自治区');
  if (last === '区' && region !== (kinds.autonomous && level === 'province')) return 0.3;
  return 0.3 + 0.7 * (kinds.share.get(last) ?? 0);
}

/** A unit named as one above (镇江市级, 省、镇江市) says nothing for itself. */
function namesAnother(text: string, mention: Mention): boolean {
  return (
    text.charAt(mention.end) === '级' ||
    /(?:[省市]、|中央、)$/.test(text.slice(mention.start - 3, mention.start))
  );
}

/** The bearers of a name in a year: a former unit until the table drops it, and not yet the one that followed it. */
function standing(places: readonly Place[], year: number | null): readonly Place[] {
  const former = places.filter(
    ({ missingFrom }) => missingFrom !== null && year !== null && year <= missingFrom,
  );
  const inForce = places.filter(({ lastListed }) => lastListed === null);
  return [
    ...former,
    ...inForce.filter(({ adcode }) => !former.some(({ successor }) => successor === adcode)),
  ];
}

type Vote = { readonly place: Place; readonly first: Mention; own: number; parts: number };

function countVotes(
  text: string,
  mentions: readonly Mention[],
  gazetteer: Gazetteer,
  context: PlaceContext,
  year: number | null,
): Vote[] {
  const votes = new Map<Place, Vote>();
  const vote = (place: Place, first: Mention): Vote => {
    const row = votes.get(place) ?? { place, first, own: 0, parts: 0 };
    votes.set(place, row);
    return row;
  };
  for (const mention of mentions) {
    if (mention.form === 'zone' || namesAnother(text, mention)) continue;
    const bearers = narrow(standing(mention.places, year), context, gazetteer);
    bearers.forEach((place, index) => {
      // Bearers of one name stand highest first: 吉林 is the province more often than the city.
      const share = index === 0 ? 1 : 0.5;
      vote(place, mention).own += share;
      for (let above = gazetteer.parent(place); above; above = gazetteer.parent(above))
        vote(above, mention).parts += 0.25 * share;
    });
  }
  return [...votes.values()];
}

/**
 * The unit that the body speaks as: named most often, its parts counting for it in small part, weighted by how often
 * the body calls itself its kind. Null where two unrelated units come near each other, or none is named twice.
 * @param year delivered year, which former units need to be chosen
 */
export function bodyClue(
  text: string,
  range: Range,
  mentions: readonly Mention[],
  context: PlaceContext,
  gazetteer: Gazetteer,
  year: number | null,
): RegionClue | null {
  const kinds = ownKinds(text.slice(range.bodyStart, range.end));
  const inBody = mentions.filter(({ start }) => start >= range.bodyStart);
  const ranked = countVotes(text, inBody, gazetteer, context, year)
    .filter(({ own }) => own >= 2)
    .map((vote) => ({
      ...vote,
      score: (vote.own + Math.min(vote.parts, vote.own * 2)) * fit(vote.place, kinds),
    }))
    .sort((a, b) => b.score - a.score || b.own - a.own);
  const best = inner(ranked, kinds, gazetteer);
  if (!best || best.score < 2) return null;
  const rival = ranked.find(({ place }) => unrelated(place, best.place, gazetteer));
  if (rival && rival.score > best.score * 0.8) return null;
  const weight = Math.min(40, 6 + best.score * 2);
  return { place: best.place, source: 'body', weight, start: best.first.start, end: best.first.end };
}

/** Neither holds the other; bearers of one name that the text cannot tell apart are rivals too. */
const unrelated = (a: Place, b: Place, gazetteer: Gazetteer): boolean =>
  a !== b &&
  !(a.adcode !== null && gazetteer.within(b, a.adcode)) &&
  !(b.adcode !== null && gazetteer.within(a, b.adcode));

/**
 * A report names the unit above it too (句容市 its 镇江市): of a unit and one part of it that fits as well and is named
 * half as often, while no other part comes near, the part speaks.
 */
function inner<T extends Vote & { score: number }>(
  ranked: readonly T[],
  kinds: OwnKinds,
  gazetteer: Gazetteer,
): T | undefined {
  const best = ranked[0];
  const code = best?.place.adcode;
  if (!best || !code) return best;
  const parts = ranked.filter(({ place }) => place !== best.place && gazetteer.within(place, code));
  const first = parts[0];
  const others = parts.slice(1).reduce((total, { own }) => total + own, 0);
  const fits = first && fit(first.place, kinds) >= fit(best.place, kinds);
  return first && fits && first.own >= best.own * 0.5 && first.own > others * 1.5 ? first : best;
}
