import { present } from '@zhibiao/shared';
import type { Grammar } from '../../lexicon/grammar.ts';
import { leadingVerb } from './phrase.ts';

const OPEN = '“(《[';
const CLOSE = '”)》]';
const JOINT_STARTS = '、以和与及';

/** Top-level parts of A、B和C. `joints` are the connectives to split at. */
export function splitParts(text: string, joints: readonly string[], grammar: Grammar): string[] {
  const parts: string[] = [];
  const kind = kindOf(text);
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = present(text[i], 'text at i');
    if (OPEN.includes(char)) depth++;
    else if (CLOSE.includes(char)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (!JOINT_STARTS.includes(char)) continue;
    const joint = joints.find((word) => text.startsWith(word, i));
    if (joint === undefined || i === start || isInsideWord(text, i, grammar)) continue;
    if (kind !== '' && text[i - 1] !== kind) continue;
    parts.push(text.slice(start, i));
    start = i + joint.length;
    i = start - 1;
  }
  parts.push(text.slice(start));
  return parts.filter((part) => part !== '');
}

/** 医疗保健类、生活用品及服务类: what every member before a 、 ends with; nothing where they end differently. */
function kindOf(text: string): string {
  const ends = new Set(text.match(/.(?=、)/g));
  const [kind = ''] = ends;
  return ends.size === 1 && kind === '类' ? kind : '';
}

/** 普|及|率, 县级|及|以上 */
function isInsideWord(text: string, at: number, { whole }: Grammar): boolean {
  return [at - 1, at].some((start) => (whole.startingAt(text, start)?.word.length ?? 0) > at - start);
}

/** What joins the members of a list. */
export const JOINTS: readonly string[] = ['、', '以及', '和', '与', '及'];
const CHOICES: readonly (readonly string[])[] = [JOINTS, ['、'], ['和', '与', '及', '以及']];

/**
 * The `count` names that a phrase stands for, elisions filled in: 城乡居民收入 → 城镇…, 农村…;
 * `things` are counted ones, complete as they stand.
 * 普惠型小微企业、民营企业贷款余额 → 普惠型小微企业贷款余额, 民营企业贷款余额. Null where it does not divide so.
 */
export function divide(phrase: string, count: number, grammar: Grammar, things = false): string[] | null {
  if (count < 2) return null;
  for (const [written, ...names] of grammar.groups) {
    if (names.length !== count) continue;
    const at = phrase.indexOf(present(written, 'the written'));
    const joined = JOINTS.some((joint) => present(written, 'the written').includes(joint));
    if (at < 0 || (count === 2 && !joined && hasTwoNames(phrase, grammar))) continue;
    const rest = phrase.slice(at + present(written, 'the written').length);
    if (splitParts(rest, present(CHOICES[0], 'the first of CHOICES'), grammar).length > 1) continue;
    return names.map((name) => phrase.slice(0, at) + name + rest);
  }
  for (const joints of CHOICES) {
    const parts = splitParts(phrase, joints, grammar);
    if (parts.length === count)
      return things ? fill(parts, grammar, things) : ownEach(fill(parts, grammar, things), grammar);
  }
  return null;
}

/** Two full names already; 国、省考断面 has one and a bit. */
function hasTwoNames(phrase: string, grammar: Grammar): boolean {
  const parts = splitParts(phrase, present(CHOICES[0], 'the first of CHOICES'), grammar);
  return parts.length === 2 && present(parts[0], 'the first of parts').length > 1;
}

const OWNER =
  /^.{0,14}?(?:试验区|开发区|高新区|园区|保税区|自贸区|自贸港|片区|示范区|新区|集团|[^港]港(?!口|[澳资股])|机场|口岸)(?=.{3})/;

/** 试验区工业总产值、固定资产投资: the zone that the first is of owns the others, too. */
function ownEach(names: string[], grammar: Grammar): string[] {
  // 对东盟、欧盟出口: the trade is with each
  if (/^对.{2,}口/.test(present(names[0], 'the first of names')))
    return names.map((name, at) => (at === 0 ? name : `对${name}`));
  const owner = OWNER.exec(present(names[0], 'the first of names'))?.[0];
  if (owner === undefined) return ofSameThings(names, grammar);
  if (owner === undefined || names.slice(1).some((name) => OWNER.test(name))) return names;
  return names.map((name, index) => (index === 0 ? name : owner + name));
}

const LAST_OF_LIST = /^([^等]{1,12}(?<![高中初上优均平同]))等([^等、]{2,})$/;

/** Sums that have an owner; a rate (垃圾处理率) tells its own. */
const OWNED = /(?:收入|税金|利税|利润|产值|投资|营收|销售额|交易额|人次|人数)$/;

/** 乡镇企业|增加值、上缴税金: short names of what is measured are of the same things as the first. */
function ofSameThings(names: string[], grammar: Grammar): string[] {
  const [first = '', ...others] = names;
  const measure = grammar.heads.endingAt(first, first.length)?.word ?? '';
  const things = thingsIn(first.slice(0, first.length - measure.length), grammar);
  if (things === '' || measure === '') return names;
  const bare = others.every(
    (name) => name.length <= 5 && OWNED.test(name) && !grammar.knows(name) && thingsIn(name, grammar) === '',
  );
  return bare ? [first, ...others.map((name) => things + name)] : names;
}

/** 重点景区|接待: a name's beginning up to the last word for things that are counted. */
function thingsIn(name: string, grammar: Grammar): string {
  for (let end = name.length; end >= 3; end--) {
    if ((grammar.countedHeads.endingAt(name, end)?.word.length ?? 0) > 1) return name.slice(0, end);
  }
  return '';
}

/** Gives every part the head of the last one and, where it is a bare head, the beginning of the first. */
function fill(written: readonly string[], grammar: Grammar, things: boolean): string[] {
  // 医药、建材、食品|等|行业增加值: what they are closes the list
  const kind = LAST_OF_LIST.exec(present(written[written.length - 1], 'the last of written'));
  if (kind !== null && written.slice(0, -1).every((part) => !grammar.heads.endingAt(part, part.length)))
    return [...written.slice(0, -1), present(kind[1], 'the second of kind')].map((part) => part + kind[2]);
  const parts = written;
  const last = present(parts[parts.length - 1], 'the last of parts');
  const first = present(parts[0], 'the first of parts');
  return parts
    .map((part, index) => {
      if (index < parts.length - 1) return complete(part, last, grammar, things);
      return part;
    })
    .map((part, index) =>
      index > 0 && needsStart(part, first, grammar) ? beginningFor(part, first, grammar) + part : part,
    );
}

/** 产值、产值|占比: a rate behind the last is of all. */
const RATE = /占[^占、和与及]{1,10}(?:比重|占比)$|(?:占比|比重)$/;
const OF_RATE = /[率比]$|比[重例]$|份额$/;

/** 一产、二产增加值: a part without a head takes the last one's, unless both are known as they stand. */
function complete(part: string, last: string, grammar: Grammar, things: boolean): string {
  const rate = RATE.exec(last)?.[0];
  if (rate !== undefined && !OF_RATE.test(part) && grammar.heads.endingAt(part, part.length) !== null)
    return part + rate;
  // 接待游客、旅游总花费: a statement of its own
  if (leadingVerb(part, grammar) !== '' && grammar.knows(part) && grammar.knows(last)) return part;
  if (grammar.heads.endingAt(part, part.length) !== null) return part;
  const filled = part + tailFor(part, last, grammar, things);
  return !grammar.knows(filled) && grammar.knows(part) && grammar.knows(last) ? part : filled;
}

/** Kinds that one character tells: 一产、二产|增加值, 商业、金融业|贷款. */
const KIND = /[业产类区县市镇企]/;

/** What the last part has behind its likeness to `part`, or what it measures: 企业|贷款余额, 装备制造|营业收入. */
function tailFor(part: string, last: string, grammar: Grammar, things: boolean): string {
  for (let length = Math.min(4, part.length); length >= (things && part.length > 3 ? 2 : 1); length--) {
    const end = part.slice(part.length - length);
    const at = last.indexOf(end);
    if (at >= 0 && at + length < last.length && (length > 1 || KIND.test(end)))
      return last.slice(at + length);
  }
  const tail = grammar.tails.endingAt(last, last.length, 1)?.word;
  // 城镇职工养老、失业|保险人数: people are counted as things are, under a name of a measure
  if (things && part.length > 3 && !tail?.endsWith('人数')) return '';
  if (tail !== undefined) return tail.startsWith('保险') && part.endsWith('保') ? tail.slice(2) : tail;
  const head = grammar.heads.endingAt(last, last.length)?.word ?? '';
  // 家电类|零售额: a head of one character ends a longer word
  return head.length === 1 ? (/(?:总[数额量]|.{2}[额率量])$/.exec(last)?.[0] ?? head) : head;
}

/** 起数和亡人数: the second is a bare head of the same kind and belongs to the same thing. */
function needsStart(part: string, first: string, grammar: Grammar): boolean {
  const other = grammar.opposites.get(part);
  if (other !== undefined && first.length > other.length && first.endsWith(other)) return true;
  if (part.length > 5 || part.length >= first.length - 1 || grammar.knows(part)) return false;
  const head = grammar.heads.endingAt(part, part.length)?.word;
  if (head === undefined) return false;
  // 小微企业贷款、绿色贷款: another one of the same head, with a beginning of its own
  if (head.length > 1 && part.length - head.length >= 2 && first.endsWith(head)) return false;
  return head.length >= part.length - 3 && startOf(first, grammar).length >= 3 && sameKind(first, part);
}

const sameKind = (first: string, part: string): boolean => first[first.length - 1] === part[part.length - 1];

/** 开工量、完工量: a head of one character takes the whole word with it. */
function beginningFor(part: string, first: string, grammar: Grammar): string {
  // 银行存款余额、贷款余额
  const other = grammar.opposites.get(part);
  if (other !== undefined && first.endsWith(other)) return first.slice(0, -other.length);
  const head = grammar.heads.endingAt(first, first.length)?.word ?? '';
  return head.length === 1
    ? first.slice(0, Math.max(0, first.length - part.length))
    : startOf(first, grammar);
}

function startOf(first: string, grammar: Grammar): string {
  const head = grammar.heads.endingAt(first, first.length)?.word ?? '';
  return first.slice(0, first.length - head.length);
}
