import type { Grammar } from '../../lexicon/grammar.ts';
import type { Claim } from '../claim.ts';
import type { Slot } from '../clause/slots.ts';

const FRONT = /^(?:其中|全年|去年|一年来|同时|此外|另外|预计|,)*/;
/** A zone at the beginning of a clause: 天易经开区, 茶叶产业园, 园区. */
const ZONE =
  /^(?:(?!各|全部|所有|每|个|新建|加快|推进|推动|建设|支持|实施|打造|规划|启动|完善|创建|建成|以|在|对|为|依托|借助|利用|围绕)[\u4e00-\u9fff“”·]{0,10}?(?:经济技术开发区|经济开发区|经开区|高新技术产业开发区|高新区|开发区|工业园区|产业园区|工业园|产业园|科技园|集聚区|保税区|自贸区|新区|示范区|试验区|合作区|度假区|工业集中区)|园区)/;
const MANY = /[个家级类的和、与及上各]/;
/** Words before which the zone is what acts. */
const ACTS =
  /^(?:全年|累计|共|预计|已|全部|成功|再)*(?:实现|完成|新增|净增|引进|带动|签约|入驻|落户|达到|新建|建成|获批|集聚|聚集|培育|吸引|投入)/;
const GOES_ON =
  /^(?:发展|建设|全力|持续|加快|不断|稳步|积极|抢抓|全面|坚持|深入|着力|扎实|提质|扩容|主导产业|支撑|承载|产业|综合|基础设施|功能|配套|规模|实力|体制|管理|招商|项目)/;
const OTHERS = /^(?:[全我][市省县区州国]|本[市省县区])$/;

/**
 * The zone that rules a slot: one that its clause, or the clause before, begins with, else the one that ruled before.
 * Its words are taken off the slot, as they go before every name that follows.
 */
export function ownerOf(slot: Slot, owner: string, grammar: Grammar): { name: string; slot: Slot } {
  if (slot.follows) return { name: owner, slot };
  const front = FRONT.exec(slot.left)![0].length;
  const here = zoneIn(slot.left.slice(front), ACTS);
  if (here !== '' && !grammar.knows(slot.left)) {
    const at = front + here.length;
    return { name: here, slot: { ...slot, left: slot.left.slice(at) } };
  }
  // its clause has no value of its own: 临港经开区发展提速,…
  const before =
    slot.silent.map((clause) => zoneIn(clause.replace(FRONT, ''), GOES_ON)).findLast(Boolean) ?? '';
  return { name: before === '' ? owner : before, slot };
}

function zoneIn(text: string, follows: RegExp): string {
  const zone = ZONE.exec(text)?.[0] ?? '';
  const known = zone !== '' && (zone === '园区' || !MANY.test(zone.slice(0, -3)));
  return known && follows.test(text.slice(zone.length)) ? zone : '';
}

/** Claims under the zone that rules them; unchanged where they speak of something else. */
export function owned(claims: readonly Claim[], owner: string, grammar: Grammar): readonly Claim[] {
  if (owner === '') return claims;
  return claims.map((claim) => {
    const { name, removed, place, verb, attachment, predicate } = claim;
    if (name === '' || place !== null || removed.some((word) => OTHERS.test(word))) return claim;
    if (name.includes(owner)) return { ...claim };
    const goesOn =
      verb !== '' ||
      removed.length > 0 ||
      ['elided', 'headed'].includes(attachment) ||
      predicate.phrase === '' ||
      grammar.heads.endingAt(name, name.length) !== null;
    return goesOn ? { ...claim, name: owner + name } : claim;
  });
}
