import type { Grammar } from '../../lexicon/grammar.ts';
import { isBareAction } from './action.ts';
import { COUNTED, type Reading } from './setting.ts';

/** 有效|救助, 全面|排查: how it was done, not what. */
const HOW = /^(?:有效|全面|彻底|及时|集中|重点|统一|认真|必要的?|了)+(?=.{2})/;
/** 全县|近6万名 */
const WHERE = /(?:全|我|本)[市县区省州旗镇]$/;

/** 对14家纳税大户进行了表彰奖励, 为6万名老人开展健康体检: what was done to those who are counted. */
export const nameTreated: Reading = ({ slot, grammar }) => {
  if (slot.bordered || !COUNTED.has(slot.quantity.dimension)) return null;
  const front = slot.left.replace(WHERE, '');
  if (grammar.treats.endingAt(front, front.length) === null) return null;
  if (grammar.protectedEnds.endingAt(front, front.length) !== null) return null;
  const at = lightVerbIn(slot.right, grammar);
  if (at === null) return null;
  const noun = slot.right.slice(0, at.start).replace(/^的/, '');
  const done = slot.right.slice(at.end).replace(HOW, '');
  if (done.length < 2) return null;
  const name = isBareAction(done, grammar) ? done + noun : noun + done;
  return { name, verb: '', attachment: 'counted' };
};

/** Where a verb that says nothing of what is done stands behind a noun. */
function lightVerbIn(words: string, grammar: Grammar): { start: number; end: number } | null {
  for (let start = 1; start < words.length; start++) {
    const word = grammar.lightVerbs.startingAt(words, start)?.word;
    if (word !== undefined) return { start, end: start + word.length };
  }
  return null;
}

/** 实现367个行政村全覆盖: those that are covered, with what is said of them. */
export const nameCovered: Reading = ({ slot, predicate }) => {
  const covered = /^[^,、的]{1,8}全覆盖$/.exec(slot.right)?.[0];
  if (covered === undefined || !predicate.stated || !COUNTED.has(slot.quantity.dimension)) return null;
  return { name: covered, verb: '', attachment: 'counted' };
};
