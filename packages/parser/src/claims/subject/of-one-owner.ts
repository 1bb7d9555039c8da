import type { Grammar } from '../../lexicon/grammar.ts';
import type { Reading } from './setting.ts';

const BRANCH = /^(?:规模以上工业|规上工业|工业|固定资产)(?=.{2})/;
const GROWTH = /(?:增速|增幅|涨幅)$/;

/** 主导产业增加值增长9%、税收|增长7%: the bare sums of a list are of what its first sum is of. */
export const nameOfOneOwner: Reading = ({ phrase, claims, slot, grammar }) => {
  const name = phrase.verb + phrase.noun;
  if (!slot.joint.startsWith('、') || !grammar.owned.has(name.replace(GROWTH, ''))) return null;
  const first = claims.findLast((claim) => claim.clause === slot.clause && claim.rule !== RULE);
  const owner = first === undefined || first.unpaired ? '' : ownerIn(first.name, grammar);
  return owner === '' ? null : { name: owner + name, verb: '', attachment: 'headed' };
};

/** The name of this rule: what it found is passed over on the way back to the list's first value. */
export const RULE = 'of one owner';

/** 主导产业|增加值占比: what a sum is of; empty where anything but the sum stands behind it. */
function ownerIn(name: string, grammar: Grammar): string {
  const share = name.replace(/占[^占]*$|占比$|比重$/, '');
  for (let end = share.length - 2; end >= 3; end--) {
    if (grammar.owners.endingAt(share, end) === null) continue;
    const sum = share.slice(end).replace(BRANCH, '');
    return grammar.owned.has(sum) || grammar.partHeads.has(sum) ? share.slice(0, end) : '';
  }
  return '';
}
