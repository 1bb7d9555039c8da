import { present } from '@zhibiao/shared';
import { ordinal } from '../../text/ordinals.ts';
import { isWhole, partAt, YEARS, type YearPart } from '../../text/parts-of-year.ts';

/** Several years: so many that end (or begin) with the report's own, those since a year, or a plan period by its name. */
export type Span =
  | { readonly years: number; readonly ahead: boolean }
  | { readonly since: number }
  | { readonly plan: string; readonly of: 'whole' | 'since' | 'end' };

/** A time that a sentence names: 2021年, 去年四季度, 截至10月底, 全年, 五年来. `at` and `end` are offsets of the text read. */
export type TimeExpression = {
  readonly at: number;
  readonly end: number;
  /** the year as written */
  readonly year: number | null;
  /** years after the report's own, where the word is relative: 去年 is −1 */
  readonly shift: number | null;
  /** null: the whole of the year */
  readonly part: YearPart | null;
  /** several years; null: one */
  readonly span: Span | null;
  /** 到2025年: the year by when */
  readonly by: boolean;
  /** nothing but 全市, 预计 and the like stands between it and the beginning of its clause */
  readonly opens: boolean;
  /** it stands alone in front (1—11月,…) and rules its whole sentence; else a part of a year rules its clause */
  readonly adverbial: boolean;
  /** several years that open a sentence (五年来,…) rule the rest of its paragraph, until another time opens one */
  readonly carries: boolean;
  /** a predicate follows (2018年突破, 去年完成): it dates it wherever it stands */
  readonly dates: boolean;
};

const SHIFTS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, 来年: 1, 后年: 2 };

/** One way in which a time begins. */
type Rule = {
  readonly name: string;
  readonly example: string;
  readonly pattern: string;
  /** what the pattern's groups say; null where that is no time */
  readonly read: (groups: readonly (string | undefined)[]) => Partial<TimeExpression> | null;
};

/** Tried in order at every place; all of them stand in one pattern, which is run over a sentence once. */
const TIME_RULES: readonly Rule[] = [
  {
    name: 'years past or ahead',
    example: '经过七年努力',
    pattern: YEARS,
    read: ([front, years, behind]) =>
      front || behind
        ? { span: { years: ordinal(years ?? '') ?? 1, ahead: front === '今后' || front === '未来' } }
        : null,
  },
  {
    name: 'plan period',
    example: '“十三五”期间',
    pattern: '“?([九十][一二三四]?五)”?(?:规划)?(期间|时期|以来|期?末)',
    read: ([plan = '', when]) => ({
      span: { plan, of: when === '以来' ? 'since' : when?.endsWith('末') ? 'end' : 'whole' },
    }),
  },
  {
    name: 'since a year',
    example: '2016年以来',
    pattern: '(?<![\\d.])((?:19|20)\\d\\d)年(?:换届)?以来',
    read: ([since]) => ({ span: { since: Number(since) } }),
  },
  {
    name: 'year',
    example: '2021年度',
    pattern: '(?<![\\d.])((?:19|20)\\d\\d)年度?',
    read: ([year]) => ({ year: Number(year) }),
  },
  {
    name: 'relative year',
    example: '去年',
    pattern: '(前年|去年|今年|明年|来年|后年)',
    read: ([word = '']) => ({ shift: SHIFTS[word] ?? null }),
  },
  { name: 'whole year', example: '全年', pattern: '(?:全年|年末|年底)', read: () => ({}) },
  {
    name: 'part of a year',
    example: '上半年',
    pattern: '(?=[上下]半年|[前第]?[\\d一二三四五六七八九十元]{1,2}(?:[季个月]|[-—–~至到]))',
    read: () => ({}),
  },
];

/** Number of each rule's first group in the pattern of all of them. */
const FIRST_GROUPS = TIME_RULES.map((_, index) =>
  TIME_RULES.slice(0, index).reduce((sum, { pattern }) => sum + groupsIn(pattern) + 1, 1),
);
const ANY = new RegExp(TIME_RULES.map(({ pattern }) => `(${pattern})`).join('|'), 'g');

function groupsIn(pattern: string): number {
  return (new RegExp(`${pattern}|`).exec('')?.length ?? 1) - 1;
}

/** What makes a year something else than a time: 2020年度国家科技奖, 2022年以前; 十年来最低 compares. */
const NO_TIME = /^(?:来|的?第|国家|全国|全省|底?以?前|级|版)/;
/** 2007年|全省财政支出, at the beginning of a clause: the province's own year. */
const WHOLE_PROVINCE = /^全省(?!先进|优秀|百强|十|县域|考核|综合|首批|重点)/;
const NO_SPAN = /^(?:最|未|首|新高|新低|连续|以上|期|以?内)/;
const NO_SPAN_FRONT = /(?:创|为|是|达|每|第|连续|实施|超)$/;
const COMPARED = /(?:[较比自从由是为与同于《“]|相当于|达到)$/;
const BY = /(?:到|至|截至|截止)$/;
const OPENING =
  /^(?:其中|预计|全[省市县区州盟旗]|我[省市县区州盟旗]|截[至止]|到|至|在|从|即|[(“"—-]|[一二三四五六]是|各位代表|\(?[一二三四五六七八九十\d]{1,2}[)、.])*$/;
const PREDICATE =
  /^的?(?:全年|底|末)?(?:预计|已|就|首次|成功|率先|一举|正式|全面)*(?:突破|超过|达|实现|完成|增长|下降|为|上升|提高|跃升|跨越|力争|要|将)/;

const NOTHING = { year: null, shift: null, part: null, span: null } as const;

/** The times of a text (a sentence, a clause) in order. Linear: every pattern is anchored or bounded. */
export function timesIn(text: string): TimeExpression[] {
  const times: TimeExpression[] = [];
  ANY.lastIndex = 0;
  for (let match = ANY.exec(text); match !== null; match = ANY.exec(text)) {
    const at = match.index;
    const index = FIRST_GROUPS.findIndex((group) => match?.[group] !== undefined);
    const rule = present(TIME_RULES[index], 'TIME_RULES at index');
    const first = present(FIRST_GROUPS[index], 'FIRST_GROUPS at index') + 1;
    const read = rule.read(match.slice(first, first + groupsIn(rule.pattern)));
    const said = { ...NOTHING, ...read };
    const dated = said.span === null && rule.name !== 'whole year';
    const behind = dated && read !== null ? partBehind(text, at, match[0].length) : null;
    const end = at + match[0].length + (behind?.length ?? 0);
    ANY.lastIndex = Math.max(end, at + 1);
    if (read === null || (match[0] === '' && behind === null)) continue;
    if (!isTime(text, at, end, said, behind !== null)) continue;
    const front = text.slice(Math.max(0, at - 8), at);
    times.push({
      ...said,
      at,
      end,
      part: behind === null || isWhole(behind.part) ? null : behind.part,
      by: BY.test(front),
      opens: OPENING.test(text.slice(clauseStart(text, at), at)),
      carries: said.span !== null && carries(said.span, match[0]) && at <= MAX_OPENING,
      adverbial: text.charAt(end) === ',',
      dates: PREDICATE.test(text.slice(end, end + 12)),
    });
  }
  return times;
}

/** So far into a sentence a time may stand that opens it: 各位代表!五年来. */
const MAX_OPENING = 6;

/** 近三年, 2016年以来 and “十二五”末 are said in passing. */
const carries = (span: Span, written: string): boolean =>
  'plan' in span ? span.of === 'whole' : 'years' in span && !span.ahead && !/^最?近/.test(written);

/** Whether what stands around it lets it date something: times that are compared with, or that belong to a name, do not. */
function isTime(
  text: string,
  at: number,
  end: number,
  { span, year }: Pick<TimeExpression, 'span' | 'year'>,
  isPart: boolean,
): boolean {
  const front = text.slice(Math.max(0, at - 8), at);
  const next = text.slice(end, end + 3);
  if (COMPARED.test(front) || /^(?:同期|以来|来)/.test(next)) return false;
  if (span !== null) return !NO_SPAN.test(next) && !NO_SPAN_FRONT.test(front);
  if (isPart) return !next.startsWith('“');
  if (year === null || !NO_TIME.test(next)) return true;
  return at === clauseStart(text, at) && WHOLE_PROVINCE.test(text.slice(end, end + 5));
}

/** 2021年的上半年, 今年前10个月; `length` of what stands before it is 0 where a part stands alone. */
function partBehind(text: string, at: number, length: number): { part: YearPart; length: number } | null {
  const gap = length > 0 && text.charAt(at + length) === '的' ? 1 : 0;
  const found = partAt(text, at + length + gap);
  return found && { part: found.part, length: found.length + gap };
}

function clauseStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && !',;:。'.includes(text.charAt(start - 1))) start -= 1;
  return start;
}
