import type { Grammar } from '../../lexicon/grammar.ts';
import { patternsOf } from '../../lexicon/patterns.ts';
import type { Claim, Whole } from '../claim.ts';
import { cleanPhrase, leadingVerb } from '../clause/phrase.ts';
import type { Slot } from '../clause/slots.ts';
import { opensOtherSide } from './budgeted.ts';
import type { Named, Reading, Setting } from './setting.ts';

/** 分经济类型看, 按产业分, 其中: what follows are parts of what the sentences before are about. */
const PARTS = /^(?:其中|(?:分|按|从)[^,。:;]{2,16}?(?:看|分|划分))[,:]/;
/** 商品零售额中, …: the whole stands in the sentence itself. */
const WITHIN = /^(?:在|从|分|按)?([^,。:;]{2,30}?)(?:中|情况看|看)[,:]/;
/** 主要产品产量:…: a heading of the row that follows. */
const HEADING = /^(主要[^,。:;]{2,12}):/;
const patternOf = patternsOf('subject/part');
const NO_PART = patternOf('noPart');
/** A word that only says where or among whom: it goes before the whole's full name. */
const WHERE = patternOf('where');
const AMONG = patternOf('among');
const HARMED = patternOf('harmed');
const HARMFUL = patternOf('harmful');
/** Town and country in one word. */
const BOTH = '城乡';
const NEXT = patternOf('next');

/** Words behind a value that are no next member of its row: 1.8亿元|、农村. */
const saysMore = ({ right, bordered }: Slot): boolean => right !== '' && !(bordered && NEXT.test(right));

/** The wholes that the sentence's parts belong to; `before` are those of the sentences before it in its paragraph. */
export function wholesOf(sentence: string, before: readonly Whole[], grammar: Grammar): readonly Whole[] {
  const within = (WITHIN.exec(sentence) ?? HEADING.exec(sentence))?.[1] ?? '';
  const { verb, noun } = cleanPhrase(within, grammar);
  const name = verb + noun;
  if (quantityOf(name, grammar) !== '') return [{ name, unit: null }];
  return within !== '' || PARTS.test(sentence) || opensOtherSide(sentence) ? before : [];
}

/** Whether a line goes on with the parts of the line before it, as behind a page break: 其中,蔬菜…. */
export const goesOnOverLines = (sentence: string): boolean => PARTS.test(sentence);

/** What the next sentence may give parts of: the values of this one that are no parts, else what it gave parts of itself. */
export function wholesAfter(claims: readonly Claim[], before: readonly Whole[]): readonly Whole[] {
  const own = claims
    .filter(({ whole, measure }) => whole === null && measure !== 'rank')
    .map(({ name, quantity }) => ({ name, unit: quantity.unit }));
  return own.length === 0 ? before : own;
}

/** The noun in a name that tells what is measured: 粮食|产量, 原保险|保费收入. Empty where it has none. */
function quantityOf(name: string, grammar: Grammar): string {
  if (/(?:生产总值|GDP)$/i.test(name)) return '增加值';
  return grammar.partHeads.endingAt(name, name.length)?.word ?? '';
}

/** The whole that a value may be a part of: behind 其中 what stands before it, else what the sentence's opening says. */
export function wholeFor({
  claims,
  phrase,
  slot,
  measure,
  wholes,
  grammar,
}: Omit<Setting, 'whole'>): Whole | null {
  const last = claims[claims.length - 1];
  const own = phrase.removed.includes('其中')
    ? claims.filter((claim) => claim.whole === null && slot.clause - claim.clause <= 3)
    : [];
  const candidates: readonly Whole[] =
    own.length > 0
      ? own.map(({ name, quantity }) => ({ name, unit: quantity.unit }))
      : wholes.length > 0
        ? wholes
        : last?.whole != null
          ? [last.whole]
          : [];
  const alike = (one: Whole): boolean =>
    measure === 'growth' || one.unit === null || one.unit === slot.quantity.unit;
  return (
    candidates.findLast((one) => alike(one) && quantityOf(one.name, grammar) !== '') ??
    candidates.at(-1) ??
    null
  );
}

/** 其中夏粮|22.5万吨: a bare part takes the quantity of its whole (夏粮产量). */
export const namePart: Reading = ({ phrase, predicate, measure, slot, whole, grammar }) => {
  const part = phrase.verb + phrase.noun;
  if (whole === null || phrase.noun.length < 2 || saysMore(slot) || predicate.phrase.endsWith('的'))
    return null;
  const of = quantityOf(whole.name, grammar);
  if (of === '' || grammar.heads.endingAt(part, part.length) !== null || grammar.bareHeads.has(part))
    return null;
  if (
    measure !== 'growth' &&
    (measure !== 'level' || (whole.unit !== null && whole.unit !== slot.quantity.unit))
  )
    return null;
  if (NO_PART.test(part)) return null;
  if (['count', 'rank', 'point'].includes(slot.quantity.dimension)) return null;
  if (slot.quantity.unit === '人' && of !== '人口') return null;
  if (!/产业$/.test(part) && grammar.knows(part)) return null;
  return {
    name: WHERE.test(part) ? part + whole.name : joined(part, of),
    verb: phrase.verb,
    attachment: 'headed',
  };
};

/** 发放低保金12亿元,其中城市|1.8亿元: a part of something without a quantity in its name keeps all of the name. */
export const nameWhere: Reading = ({ phrase, measure, slot, whole, grammar }) => {
  const part = phrase.verb + phrase.noun;
  if (whole === null || whole.name === '' || measure !== 'level' || !AMONG.test(part) || saysMore(slot))
    return null;
  if (whole.unit !== slot.quantity.unit || whole.name.includes(part)) return null;
  const verb = leadingVerb(whole.name, grammar);
  // 城乡低保对象5万人,其中城镇|0.6万人
  if (whole.name.includes(BOTH)) return { name: whole.name.replace(BOTH, part), verb, attachment: 'headed' };
  return { name: verb + part + whole.name.slice(verb.length), verb, attachment: 'headed' };
};

/** 交通事故81起、死亡|9人: whom an accident harmed. */
export const nameHarmed: Reading = ({ phrase, claims, slot }) => {
  const harm = HARMED.exec(phrase.verb + phrase.noun)?.[1];
  if (harm === undefined || slot.quantity.dimension !== 'people') return null;
  const event = claims.findLast(({ name, clause }) => slot.clause - clause <= 4 && HARMFUL.test(name));
  if (event === undefined) return null;
  return { name: `${event.name.replace(/起数$/, '')}${harm}人数`, verb: '', attachment: 'headed' };
};

/** 农业用水 + 用水量 → 农业用水量, 商品零售 + 零售总额 → 商品零售总额. */
function joined(part: string, of: string): string {
  for (let length = Math.min(part.length, of.length - 1); length > 1; length--)
    if (part.endsWith(of.slice(0, length))) return part + of.slice(length);
  return part + of;
}

/** Ends of the names of categories that stand in a row: 烟草制品业…,电池制造业…; 粮油类…,饮料类…. */
const CATEGORY = /(?:业|类|企业|产业|产品|行业)$/;

/** 采矿业增加值增长2.9%,制造业|增长11.5%: a category takes the quantity of the one before it. */
export const nameCategory: Reading = ({ phrase, measure, claims, slot, grammar }) => {
  const part = phrase.verb + phrase.noun;
  const kind = CATEGORY.exec(part)?.[0];
  if (kind === undefined || measure !== 'growth' || slot.right !== '' || grammar.knows(part)) return null;
  for (const { name, clause, measure: of } of [...claims].reverse().slice(0, 4)) {
    if (slot.clause - clause > 3) return null;
    const quantity = of === 'growth' ? quantityOf(name, grammar) : '';
    if (quantity === '' || !name.endsWith(quantity)) continue;
    if (name.slice(0, -quantity.length).endsWith(kind.slice(-1)))
      return { name: part + quantity, verb: phrase.verb, attachment: 'headed' };
  }
  return null;
};

const TRADE = /^(?:货物|商品|产品)?(出口|进口)(?:总[额值]|额|值)?$/;
const OF_TRADE = /^(.*?)(?:进出口|外贸)(?:贸易)?(?:总[额值]|额|值)?$/;
const ALL_TRADE = /^(?:外贸|对外|货物|贸易|商品|自营|海关|全年|外|进)*$/;

/** 对东盟国家进出口额320亿元,其中出口|210亿元: the export to them, not the region's. */
export const nameTraded: Reading = ({ phrase, whole }) => {
  const part = TRADE.exec(phrase.verb + phrase.noun);
  const with_ = part === null || whole === null ? undefined : OF_TRADE.exec(whole.name)?.[1];
  if (part === null || with_ === undefined || ALL_TRADE.test(with_)) return null;
  return { name: with_ + part[0], verb: '', attachment: 'headed' };
};

const RESIDENTS = /^(.*(?:居民|农牧民))人均/;
const PER_HEAD = /^人均[^,。;]{0,8}(?:收入|支出|面积)$/;

/** 城镇居民人均可支配收入5.8万元;人均消费支出|4.4万元: of the same people. */
export const nameResidents: Reading = ({ phrase, claims, slot }) => {
  const whole = phrase.verb + phrase.noun;
  const last = claims.at(-1);
  if (last === undefined || !PER_HEAD.test(whole) || slot.clause - last.clause > 2) return null;
  const people = RESIDENTS.exec(last.name)?.[1];
  return people === undefined ? null : { name: people + whole, verb: '', attachment: 'headed' };
};

/** What counts schools and hospitals, which people and beds are of. */
const SYSTEMS: ReadonlySet<string> = new Set(['所', '个', '家', '处']);
const SYSTEM =
  /(?:学校|[高院]校|大学|[高初]中|[中小]学|幼儿园|教育|医院|卫生院|机构|中心|院|设施)(?:\([^()]*\))?$/;

/** 普通高中招生3.6万人,在校生|10.4万人: what stands before the first of a row holds for the others. */
export const nameAlong: Reading = ({ phrase, claims, slot, grammar }) => {
  const name = phrase.verb + phrase.noun;
  return alongRow(name, { claims, slot, grammar });
};

/** What a word takes from another one of its row that was said before: 普通高中|在校生. Null where there is none. */
export function alongRow(
  name: string,
  { claims, slot, grammar }: Pick<Setting, 'claims' | 'slot' | 'grammar'>,
): Named | null {
  const row = grammar.rows.find((words) => words.includes(name));
  if (row === undefined) return null;
  for (const claim of [...claims].reverse().slice(0, 8)) {
    if (slot.clause - claim.clause > 6) return null;
    // 普通高校9所,招生|8万人
    if (slot.part === claim.part && SYSTEMS.has(claim.quantity.unit) && SYSTEM.test(claim.name))
      return { name: claim.name + name, verb: '', attachment: 'headed' };
    const end = row.find(
      (word) =>
        claim.name.length > word.length + 1 && claim.name.endsWith(word) && !claim.name.endsWith(`进${word}`),
    );
    if (end !== undefined)
      return { name: claim.name.slice(0, -end.length) + name, verb: '', attachment: 'headed' };
  }
  return null;
}
