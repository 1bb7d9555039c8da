import { present } from '@zhibiao/shared';
import type { Grammar } from '../lexicon/grammar.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Sentence } from '../text/sentences.ts';
import { type Carried, NOTHING_CARRIED } from './carried.ts';
import type { Claim, FindPlace } from './claim.ts';
import { lanesOf } from './clause/brackets.ts';
import { readSlots } from './clause/slots.ts';
import { thresholdOf } from './clause/threshold.ts';
import { readLane } from './lane.ts';
import { wholesOf } from './subject/part.ts';

/** The claims of one sentence, in the order of their quantities. */
export function readClaims(
  text: string,
  sentence: Sentence,
  quantities: readonly Quantity[],
  grammar: Grammar,
  findPlace: FindPlace,
  carried: Carried = NOTHING_CARRIED,
): Claim[] {
  const wholes = wholesOf(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + 40)),
    carried.wholes,
    grammar,
  );
  const kept = quantitiesOf(text, sentence, quantities, grammar);
  const [outer, ...inner] = lanesOf(text, sentence, kept).map((lane) => ({
    lane,
    slots: readSlots(text, lane, lane.quantities, grammar),
  }));
  const found = readLane(present(outer, 'the outer').slots, [], wholes, grammar, findPlace, carried.owner);
  for (const { lane, slots } of inner) {
    // what stands in brackets behind a value may take up its subject; behind a noun it is of that noun
    const ahead = lane.before === '' ? found.filter(({ quantity }) => quantity.end <= lane.start) : [];
    const owner = ahead[ahead.length - 1]?.place ?? null;
    const claims = readLane(slots, ahead, [], grammar, findPlace);
    found.push(...claims.map((claim) => ({ ...claim, place: claim.place ?? owner })));
  }
  return inner.length === 0 ? found : found.sort((a, b) => a.quantity.start - b.quantity.start);
}

/** The quantities that state something: not those of names and sizes. */
function quantitiesOf(
  text: string,
  sentence: Sentence,
  quantities: readonly Quantity[],
  grammar: Grammar,
): readonly Quantity[] {
  const idle = new Set<Quantity>();
  for (const lane of lanesOf(text, sentence, quantities)) {
    const slots = readSlots(text, lane, lane.quantities, grammar);
    slots.forEach((slot, i) => {
      if (thresholdOf(slot, slots[i + 1]) !== null) idle.add(slot.quantity);
    });
  }
  return idle.size === 0 ? quantities : quantities.filter((quantity) => !idle.has(quantity));
}
