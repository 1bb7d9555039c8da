import type { Grammar } from '../../lexicon/grammar.ts';

const WITHIN = /全[省市区国州县球]$/;
/** What a rank is taken within is short: 全省, 全国同类城市, 设区市. */
const LONGEST_WITHIN = 14;
const REPEATED = /(?:已)?连续[\u4e00-\u9fff\d]{1,3}[年次个]+(?:月|季度)?$/;
const LEADING = /^(?:连续[\u4e00-\u9fff\d]{1,3}[年次])?(?:蝉联|位居|位列|稳居|跻身|列|居|获|名列)/;
/** Nouns that end like a verb of ranking. */
const NOUNS = /(?:单位|地位|岗位|学位|床位|车位|泊位|品位|综合排名|排名|系列|民居|宜居|安居|定居|位列|序列)$/;

/** 取得西部县|排名|第二: what it is ranked within stands between two verbs. */
const PLACED = /(?:取得|获得|夺得|荣获|位居|位列|居|列)(?:了)?[^,、;]{0,8}$/;
/** 在全省综合考核中|排名: what the ranking is of. */
const CONTEST =
  /在([^,;。]{2,24}?(?:考核|评比|评价|测评|排名|评估|考评|督查|竞赛|普查|检查))(?:中|当中)(?:[^,;。]{0,12})$/;

/**
 * The words before a rank, without the verb of ranking and what it is ranked within: `…占比列全省` → `…占比`.
 * Where the verb comes first (位列中国县级市基本现代化指数), what follows it is the subject.
 */
export function rankPhrase(left: string, grammar: Grammar, goesOn = false): { phrase: string } {
  const contest = CONTEST.exec(left)?.[1];
  if (contest !== undefined) return { phrase: contest };
  const plain = strip(left.replace(WITHIN, ''));
  const cut = lastVerb(left, grammar);
  if (cut !== null && left.length - cut.end <= LONGEST_WITHIN) {
    const phrase = left.slice(0, cut.start).replace(PLACED, '');
    // 吞吐量350万吨、居长江中上游港口首位: behind a value the group follows the verb, not the subject
    if (phrase !== '' || goesOn || left.length - cut.end <= 4) return { phrase: strip(phrase) };
    return { phrase: left.slice(cut.end) };
  }
  return { phrase: plain.replace(/^在(?:.*?关于)?/, '').replace(LEADING, '') };
}

function lastVerb(text: string, grammar: Grammar): { start: number; end: number } | null {
  const from = Math.max(0, text.length - LONGEST_WITHIN - 4);
  for (let end = text.length; end > from; end--) {
    const head = text.slice(0, end);
    const verb = grammar.ranks.endingAt(text, end)?.word;
    if (verb === undefined) continue;
    if (verb.length === 1 && NOUNS.test(head)) continue;
    // 综合排名 is what is ranked
    if (verb === '排名' && head.endsWith('综合排名')) return { start: end, end };
    return { start: end - verb.length, end };
  }
  return null;
}

function strip(text: string): string {
  return text
    .replace(/^.*(?:个|家|座)?(?:县|市|省|区|城市|单位)中$/, '')
    .replace(/(?:分别|均|双双|由|从|已|为|达到|达){1,20}$/, '')
    .replace(REPEATED, '')
    .replace(WITHIN, '')
    .replace(REPEATED, '');
}
