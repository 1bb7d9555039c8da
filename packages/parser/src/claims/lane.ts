import type { Grammar } from '../lexicon/grammar.ts';
import type { Claim, FindPlace, Place, Whole } from './claim.ts';
import type { Slot } from './clause/slots.ts';
import { readSlot } from './slot.ts';
import { owned, ownerOf } from './subject/owner.ts';

/** The claims of one lane; `before` are those that its first subjects may take up, `opening` who rules them. */
export function readLane(
  slots: readonly Slot[],
  before: readonly Claim[],
  wholes: readonly Whole[],
  grammar: Grammar,
  findPlace: FindPlace,
  opening = '',
): Claim[] {
  const claims: Claim[] = [...before];
  let place: Place | null = null;
  let leads = false;
  let owner = opening;
  let part = slots[0]?.part ?? 0;
  slots.forEach((slot, index) => {
    if (slot.part !== part) {
      part = slot.part;
      place = null;
      leads = false;
    }
    const zone = ownerOf(slot, owner, grammar);
    owner = zone.name;
    const read = readSlot(zone.slot, index, slots, claims, wholes, grammar, findPlace);
    const found = owned(read, owner, grammar);
    if (owner !== '' && found.some((claim, i) => claim === read[i])) owner = '';
    const own = found[0]?.place ?? null;
    if (own !== null) {
      leads = claims.every((claim) => claim.part !== part);
      place = own;
    } else if (found[0] !== undefined && !keepsPlace(found[0], slot, leads)) place = null;
    for (const claim of found) claims.push({ ...claim, place });
  });
  return claims.slice(before.length);
}

/** A place holds for what follows it: for all of a part that it opens, else for elided and listed neighbours. */
function keepsPlace(claim: Claim, slot: Slot, leads: boolean): boolean {
  if (claim.removed.some((word) => /^[全我][市省县区州]$/.test(word))) return false;
  return (
    leads || slot.joint.startsWith('、') || claim.attachment === 'elided' || claim.attachment === 'headed'
  );
}
