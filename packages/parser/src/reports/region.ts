import type { Gazetteer, Mention, Place } from '../gazetteer/index.ts';
import type { EvidenceSource } from './evidence.ts';
import type { Range } from './year.ts';

/** One piece of evidence for the region, in offsets of the folded copy. */
export type RegionClue = {
  readonly place: Place;
  readonly source: EvidenceSource;
  readonly weight: number;
  readonly start: number;
  readonly end: number;
};

const SESSION =
  /(?:第?[\d一二三四五六七八九十]{1,3})届\s?(?:人民代表大会|人大)(?:常委会)?第?[\d一二三四五六七八九十]{1,3}次/g;
const SPEAKER = /(?:人民政府)?(?:代理?)?(?:省长|市长|县长|区长|州长|旗长|盟长|主席)/g;
const ADDRESS = /(?:代表|受)([^。,,]{2,30}?)政府/g;

/** Letters that the head's lines may hold between a region's name and its session, speaker or government. */
const HEAD_LENGTH = 900;

/** Region named in the head: session line, speaker line, address. */
export function headClues(text: string, range: Range, gazetteer: Gazetteer): RegionClue[] {
  const from = range.start;
  const to = Math.min(range.end, Math.max(range.bodyStart, from) + 20, from + HEAD_LENGTH);
  const head = text.slice(from, to).replace(/\n/g, ' ');
  const clues: RegionClue[] = [];
  const before = (at: number, source: EvidenceSource, weight: number, gap: RegExp): void => {
    const mention = lastMention(gazetteer, head, Math.max(0, at - 24), at, gap);
    const place = mention && pick(mention, gazetteer);
    if (mention && place)
      clues.push({ place, source, weight, start: from + mention.start, end: from + mention.end });
  };
  for (const match of head.matchAll(SESSION)) before(match.index, 'session', 100, /^[第\s]*$/);
  for (const match of head.matchAll(SPEAKER))
    before(
      match.index,
      'speaker',
      50,
      /^(?:人民政府|党组书记|党组副书记|常务|副书记|[、\s]|市委|县委|区委)*$/,
    );
  for (const match of head.matchAll(ADDRESS)) {
    const inside = match.index + match[0].length - '政府'.length;
    before(inside, 'address', 60, /^(?:人民|第?[\d一二三四五六七八九十]{1,3}届|\s)*$/);
  }
  return clues;
}

/** Sessions below the head (a newspaper page, a digest): 向九届人大三次会议 tells no region, 在镇江市第九届… does. */
export function sessionClues(text: string, range: Range, gazetteer: Gazetteer): RegionClue[] {
  const clues: RegionClue[] = [];
  for (const match of text.slice(range.bodyStart, range.end).matchAll(SESSION)) {
    const at = range.bodyStart + match.index;
    const mention = lastMention(gazetteer, text, Math.max(range.start, at - 24), at, /^第?$/);
    const place = mention && pick(mention, gazetteer);
    if (mention && place)
      clues.push({ place, source: 'session', weight: 40, start: mention.start, end: mention.end });
  }
  return clues;
}

function lastMention(
  gazetteer: Gazetteer,
  text: string,
  from: number,
  to: number,
  gap: RegExp,
): Mention | null {
  const mention = gazetteer.mentions(text, from, to).at(-1);
  return mention && gap.test(text.slice(mention.end, to)) ? mention : null;
}

/** The unit a mention means on its own: the only one, else a province, else the only one in force. */
export function pick(mention: Mention, gazetteer: Gazetteer): Place | null {
  if (mention.places.length === 1) return mention.places[0] ?? null;
  const inForce = mention.places.filter((place) => place.lastListed === null);
  if (inForce.length === 1) return inForce[0] ?? null;
  return gazetteer.find(mention.text);
}

/** Kinds of units by the words that a government uses of its own area: 全县, 我市. */
const KINDS = ['省', '市', '县', '区', '州', '旗', '盟'] as const;
type Kind = (typeof KINDS)[number];

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}

/** How often the body calls its own area 全X or 我X. */
export function ownKind(body: string): { kind: Kind; autonomous: boolean; count: number } | null {
  let best: { kind: Kind; count: number } | null = null;
  for (const kind of KINDS) {
    const count = countOf(body, `全${kind}`) + 2 * countOf(body, `我${kind}`);
    if (count > (best?.count ?? 0)) best = { kind, count };
  }
  if (!best || best.count < 2) return null;
  return { ...best, autonomous: best.kind === '区' && countOf(body, '自治区') > best.count / 4 };
}

function fits(place: Place, own: { kind: Kind; autonomous: boolean } | null): boolean {
  if (own === null) return true;
  const { name, level } = place;
  if (own.autonomous) return name.endsWith('自治区');
  if (own.kind === '省') return level === 'province' && name.endsWith('省');
  if (own.kind === '区') return level === 'county' && name.endsWith('区');
  if (own.kind === '市') return name.endsWith('市');
  return name.endsWith(own.kind);
}

/** A unit named as one above or beside: 镇江市级, 省、镇江市, 与藤县. */
const ABOVE_AFTER = /^级/;
const ABOVE_BEFORE = /(?:[省市]、|中央、)$/;

/**
 * The region that the body speaks as: among the units that it names, one whose kind is what the body calls itself
 * (全县), most often named, its parts counting for it in small part.
 * @param shorts short names of counties count too, where they are no ordinary words
 */
export function bodyClue(
  text: string,
  range: Range,
  gazetteer: Gazetteer,
  year: number | null,
): RegionClue | null {
  const body = text.slice(range.bodyStart, range.end);
  const own = ownKind(body);
  const votes = new Map<Place, { own: number; parts: number; first: Mention }>();
  const vote = (place: Place, mention: Mention, kind: 'own' | 'parts', weight: number): void => {
    const row = votes.get(place) ?? { own: 0, parts: 0, first: mention };
    row[kind] += weight;
    votes.set(place, row);
  };
  for (const mention of gazetteer.mentions(text, range.bodyStart, range.end)) {
    if (mention.form === 'zone' || ABOVE_AFTER.test(text.slice(mention.end, mention.end + 1))) continue;
    if (ABOVE_BEFORE.test(text.slice(Math.max(0, mention.start - 3), mention.start))) continue;
    const share = 1 / mention.places.length;
    for (const place of mention.places) {
      vote(place, mention, 'own', fits(place, own) ? 1 : share);
      for (let above = gazetteer.parent(place); above; above = gazetteer.parent(above))
        vote(above, mention, 'parts', 0.25 * share);
    }
  }
  const candidates = [...votes]
    .filter(([place]) => fits(place, own) && inForceAt(place, year))
    .map(([place, row]) => ({
      place,
      first: row.first,
      own: row.own,
      score: row.own + Math.min(row.parts, row.own * 2),
    }))
    .filter(({ own: count }) => count >= 2)
    .sort((a, b) => b.score - a.score || b.own - a.own);
  const best = inner(candidates, gazetteer);
  if (!best) return null;
  const second = candidates.find(
    ({ place }) =>
      place !== best.place &&
      !related(place, best.place, gazetteer) &&
      place.shortName !== best.place.shortName,
  );
  if (second && second.score > best.score * 0.8) return null;
  return {
    place: best.place,
    source: 'body',
    weight: Math.min(40, 6 + best.score * 2),
    start: best.first.start,
    end: best.first.end,
  };
}

const related = (a: Place, b: Place, gazetteer: Gazetteer): boolean =>
  (a.adcode !== null && gazetteer.within(b, a.adcode)) ||
  (b.adcode !== null && gazetteer.within(a, b.adcode));

/** 句容市 and 镇江市 are both 市: a county-level city that is named half as often as its prefecture is the speaker. */
function inner<T extends { place: Place; own: number }>(
  candidates: readonly T[],
  gazetteer: Gazetteer,
): T | undefined {
  const best = candidates[0];
  const code = best?.place.adcode;
  if (!best || !code || best.place.level !== 'city') return best;
  const below = candidates.filter(({ place }) => place !== best.place && gazetteer.within(place, code));
  const first = below[0];
  const others = below.slice(1).reduce((total, { own }) => total + own, 0);
  return first && first.own >= best.own * 0.5 && first.own > others * 1.5 ? first : best;
}

/** Former units speak until the table drops them; without a year only those in force do, unless no such one is named. */
function inForceAt(place: Place, year: number | null): boolean {
  if (place.lastListed === null) return true;
  return year !== null && year <= place.lastListed + 1;
}

/** The unit with the most weight behind it, and what speaks for it. */
export function chooseRegion(
  clues: readonly RegionClue[],
): { place: Place; support: readonly RegionClue[] } | null {
  const total = new Map<Place, number>();
  for (const clue of clues) total.set(clue.place, (total.get(clue.place) ?? 0) + clue.weight);
  let best: [Place, number] | null = null;
  for (const [place, weight] of total) if (best === null || weight > best[1]) best = [place, weight];
  if (best === null) return null;
  const place = best[0];
  return { place, support: clues.filter((clue) => clue.place === place) };
}

/** Region and year that a title names: the last place in it (江苏省镇江市 is 镇江市). */
export function titlePlace(
  title: string,
  gazetteer: Gazetteer,
): { place: Place; start: number; end: number } | null {
  const mentions = gazetteer.mentions(title).filter((mention) => mention.form !== 'zone');
  for (const mention of mentions.reverse()) {
    const place = pick(mention, gazetteer);
    if (place) return { place, start: mention.start, end: mention.end };
  }
  return null;
}
