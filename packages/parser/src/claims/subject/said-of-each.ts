import type { Claim } from '../claim.ts';
import type { Slot } from '../clause/slots.ts';
import { contributionOf, isContribution } from './contribution.ts';

const PLANNED = /^(?:全年|年度|年初|省定|市定)*(?:目标|任务|计划|预算)(?:任务)?的?$/;

/** 第一产业投资…、第二产业投资…,占投资比重分别为x、y: what is said of each of the claims before, in their order. */
export function saidOfEach(
  whole: string,
  size: number,
  slot: Slot,
  claims: readonly Claim[],
): string[] | null {
  const share = /^占(?![^,]*[、和与及])/.test(whole);
  const planned = PLANNED.test(whole);
  if (!share && !planned && !isContribution(whole)) return null;
  const owners = ownersOf(size, slot, claims);
  if (owners === null) return null;
  return owners.map((owner) => {
    if (isContribution(whole)) return contributionOf(owner, whole);
    const of = whole.replace(/^占/, '').replace(/的$/, '');
    return `${owner}占${of}${/(?:比重|占比|比例|份额)$/.test(of) ? '' : '比重'}`;
  });
}

/** The names of the list before, or of the last claims where there is one a clause. */
function ownersOf(size: number, slot: Slot, claims: readonly Claim[]): readonly string[] | null {
  const last = claims[claims.length - 1];
  if (last === undefined) return null;
  if (last.siblings.length === size) return last.siblings;
  const distinct: string[] = [];
  for (const claim of [...claims].reverse()) {
    if (distinct.length === size || slot.clause - claim.clause > 2 * size) break;
    if (!distinct.includes(claim.name)) distinct.unshift(claim.name);
  }
  return distinct.length === size ? distinct : null;
}
