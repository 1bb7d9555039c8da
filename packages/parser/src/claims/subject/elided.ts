import { knownStart, topicOf } from '../clause/topic.ts';
import { readShareTail } from './direct.ts';
import { isFlow, NEAR, type Reading, type Setting, stockOf } from './setting.ts';

/** A value without a subject of its own: ,增长8.9%; 、累计1484家; 其中句容市38个. */
export const nameElided: Reading = (setting) => {
  const { slot, phrase, placed, claims, anchor, measure, grammar } = setting;
  if (phrase.verb + phrase.noun !== '') return null;
  if (placed) {
    const before = claims.slice(-2 * NEAR).reverse();
    const same = before.find((claim) => claim.quantity.unit === slot.quantity.unit);
    if (same !== undefined) return { name: same.name, verb: same.verb, attachment: 'elided' };
  }
  // 生产总值增长6%;财政收入稳步提高,|增长9%: a known indicator that a clause without a value is about
  const known = slot.silent.length === 0 || placed ? '' : knownStart(slot.previousClause, grammar);
  if (known !== '') return { name: known, verb: '', attachment: 'topic' };
  if (anchor !== null && !isStranger(setting)) {
    const stock = isFlow(anchor.name) && statesStock(setting);
    const moved = measure === 'growth' && /净增加?$/.test(anchor.name);
    const name = moved ? stockOf(anchor.name) : stock ? `${stockOf(anchor.name)}总数` : anchor.name;
    return { name: name + readShareTail(setting), verb: stock ? '' : anchor.verb, attachment: 'elided' };
  }
  const topic = topicOf(slot.previousClause, grammar);
  if (topic !== '') return { name: topic, verb: '', attachment: 'topic' };
  return { name: slot.right.replace(/^的/, '').slice(0, 12), verb: '', attachment: 'none' };
};

/** A level in another unit two clauses on is of something else. */
function isStranger({ anchor, slot, measure }: Setting): boolean {
  if (anchor === null || measure !== 'level') return false;
  return anchor.quantity.dimension !== slot.quantity.dimension && slot.clause - anchor.clause >= 2;
}

/** 新增2万户,累计18万户: behind a flow, what is reached or summed up in its unit is the stock. */
function statesStock({ anchor, predicate, measure, slot }: Setting): boolean {
  if (predicate.cumulates) return true;
  // 净增3193户、超2.4万户: more than has come is what there is
  if (measure === 'level' && anchor !== null && anchor.quantity.unit === slot.quantity.unit)
    if (/净增加?$/.test(anchor.name) && slot.quantity.value > anchor.quantity.value) return true;
  return predicate.stated && measure === 'level' && anchor?.quantity.unit === slot.quantity.unit;
}
