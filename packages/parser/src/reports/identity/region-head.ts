import type { Gazetteer, Mention, Place } from '../../gazetteer/index.ts';
import { ORDINAL } from '../../text/ordinals.ts';
import type { Range } from '../layout/range.ts';
import { FULL_DATE } from './dates.ts';
import type { EvidenceSource } from './evidence.ts';
import { type PlaceContext, pick, type RegionClue } from './region.ts';

const SESSION = new RegExp(`第?${ORDINAL}届\\s?(?:人民代表大会|人大)(?:常委会)?第?${ORDINAL}次`, 'g');
const SPEAKER = /(?:人民政府)?(?:代理?)?(?:省长|市长|县长|区长|州长|旗长|盟长|主席|管委会主任)/g;
const ADDRESS = /(?:代表|受)([^。,]{2,30}?)(?:政府|管委会|管理委员会)/g;
/** What may stand between a region's name and its session, speaker or government. */
const BEFORE_SESSION = /^[第\s]*$/;
const BEFORE_SPEAKER = /^(?:人民政府|党组书记|党组副书记|常务|副书记|[、\s]|[省市县区]委)*$/;
const BEFORE_GOVERNMENT = new RegExp(`^(?:人民|第?${ORDINAL}届|\\s)*$`);

/** The State Council's own report. */
const NATION = /届全国人民代表大会|代表国务院|国务院总理/;
const COUNTRY: Place = {
  adcode: null,
  name: '全国',
  fullName: '全国',
  shortName: null,
  level: 'country',
  parent: null,
  lastListed: null,
  missingFrom: null,
  successor: null,
};

/** The head's length at most, where no address ends it. */
const HEAD_LENGTH = 900;
/** A region's full name and what stands after it are no longer. */
const REACH = 24;

/** Region named in the head: session line, speaker line, address. */
export function headClues(
  text: string,
  range: Range,
  gazetteer: Gazetteer,
  context: PlaceContext,
): RegionClue[] {
  const to = Math.min(range.end, Math.max(range.bodyStart, range.start) + 20, range.start + HEAD_LENGTH);
  const head = text.slice(range.start, to).replace(/\n/g, ' ');
  const clues: RegionClue[] = [];
  const nation = NATION.exec(head);
  if (nation) {
    const start = range.start + nation.index;
    clues.push({ place: COUNTRY, source: 'session', weight: 120, start, end: start + nation[0].length });
  }
  const before = (of: string, at: number, origin: (at: number) => number, ...how: HowRead): void => {
    const [source, weight, gap] = how;
    const mention = lastMention(gazetteer, of, Math.max(0, at - REACH), at, gap);
    const place = mention && pick(mention, gazetteer, context);
    if (mention && place)
      clues.push({ place, source, weight, start: origin(mention.start), end: origin(mention.end - 1) + 1 });
  };
  // A session line may be broken anywhere, inside a word too.
  const { joined, at: originOf } = withoutBreaks(text.slice(range.start, to));
  const inJoined = (at: number): number => range.start + (originOf[at] ?? 0);
  const inHead = (at: number): number => range.start + at;
  for (const match of joined.matchAll(SESSION))
    before(joined, match.index, inJoined, 'session', 100, BEFORE_SESSION);
  for (const match of head.matchAll(SPEAKER))
    before(head, match.index, inHead, 'speaker', 50, BEFORE_SPEAKER);
  for (const match of head.matchAll(ADDRESS)) {
    const government = match.index + match[0].search(/(?:政府|管委会|管理委员会)$/);
    before(head, government, inHead, 'address', 60, BEFORE_GOVERNMENT);
  }
  return clues;
}

/** How a name before a cue is read: source and weight of the clue, and what may stand between the two. */
type HowRead = [source: EvidenceSource, weight: number, gap: RegExp];

/** A text without its line breaks, and where each unit of it stood. */
function withoutBreaks(text: string): { joined: string; at: number[] } {
  const at: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (text[i] !== '\n') at.push(i);
  return { joined: text.replaceAll('\n', ''), at };
}

const SESSION_LINE = new RegExp(
  `(?:^|\\n)[—–―-]*[(]?(?:${FULL_DATE})?在?([^\\n。,]{2,24}?)第?${ORDINAL}届(?:人民代表大会|人大)第?${ORDINAL}次(?:全体)?会议上[^\\n。]{0,12}(?=\\n|$)`,
  'g',
);

/** A session line below the head, where a newspaper page sets its heading in the middle of the text. */
export function sessionLineClues(
  text: string,
  range: Range,
  gazetteer: Gazetteer,
  context: PlaceContext,
): RegionClue[] {
  const clues: RegionClue[] = [];
  for (const match of text.slice(range.bodyStart, range.end).matchAll(SESSION_LINE)) {
    const at = range.bodyStart + match.index + match[0].indexOf(match[1] ?? '');
    const mention = lastMention(gazetteer, text, at, at + (match[1] ?? '').length, BEFORE_SESSION);
    const place = mention && pick(mention, gazetteer, context);
    if (mention && place)
      clues.push({ place, source: 'session', weight: 80, start: mention.start, end: mention.end });
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
