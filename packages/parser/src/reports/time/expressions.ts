import { isWhole, partAt, type YearPart } from '../../text/parts-of-year.ts';

/** A time that a sentence names: 2021年, 去年四季度, 截至10月底, 全年. `at` and `end` are offsets of the text read. */
export type TimeExpression = {
  readonly at: number;
  readonly end: number;
  /** the year as written */
  readonly year: number | null;
  /** years after the report's own, where the word is relative: 去年 is −1 */
  readonly shift: number | null;
  /** null: the whole of the year */
  readonly part: YearPart | null;
  /** 到2025年: the year by when */
  readonly by: boolean;
  /** nothing but 全市, 预计 and the like stands between it and the beginning of its clause */
  readonly opens: boolean;
  /** it stands alone in front (1—11月,…) and rules its whole sentence; else a part of a year rules its clause */
  readonly adverbial: boolean;
  /** a predicate follows (2018年突破, 去年完成): it dates it wherever it stands */
  readonly dates: boolean;
};

const SHIFTS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, 来年: 1, 后年: 2 };

/** Where a time may begin; what it is, is read from there. */
const BEGINNING =
  /(?<![\d.])((?:19|20)\d\d)年度?|(前年|去年|今年|明年|来年|后年)|(全年|年末|年底)|(?=[上下]半年|[前第]?[\d一二三四五六七八九十元]{1,2}(?:[季个月]|[-—–~至到]))/g;
/** What makes a year something else than a time: 2021年来, 2020年度国家科技奖, 2022年以前. */
const NO_TIME = /^(?:来|以来|的?第|国家|全国|全省|底?以?前|级|版)/;
const COMPARED = /(?:[较比自从由是为与同于《“]|相当于|达到)$/;
const BY = /(?:到|至|截至|截止)$/;
const OPENING =
  /^(?:其中|预计|全[省市县区州盟旗]|我[省市县区州盟旗]|截[至止]|到|至|在|从|即|[(“"—-]|[一二三四五六]是|各位代表|\(?[一二三四五六七八九十\d]{1,2}[)、.])*$/;
const PREDICATE =
  /^的?(?:全年|底|末)?(?:预计|已|就|首次|成功|率先|一举|正式|全面)*(?:突破|超过|达|实现|完成|增长|下降|为|上升|提高|跃升|跨越|力争|要|将)/;

/** The times of a text (a sentence, a clause) in order. Linear: every pattern is anchored or bounded. */
export function timesIn(text: string): TimeExpression[] {
  const times: TimeExpression[] = [];
  BEGINNING.lastIndex = 0;
  for (let match = BEGINNING.exec(text); match !== null; match = BEGINNING.exec(text)) {
    const at = match.index;
    const [written, digits, relative, whole] = match;
    const behind = written.length > 0 ? relativePart(text, at + written.length) : partAt(text, at);
    const end = at + written.length + (behind?.length ?? 0);
    BEGINNING.lastIndex = Math.max(end, at + 1);
    if (written === '' && behind === null) continue;
    const front = text.slice(Math.max(0, at - 8), at);
    if (COMPARED.test(front) || /^(?:同期|以来|来)/.test(text.slice(end, end + 2))) continue;
    if (behind === null && digits !== undefined && NO_TIME.test(text.slice(end, end + 3))) continue;
    if (behind !== null && text.charAt(end) === '“') continue;
    const clause = text.slice(clauseStart(text, at), at);
    times.push({
      at,
      end,
      year: digits === undefined ? null : Number(digits),
      shift: relative === undefined ? null : (SHIFTS[relative] ?? null),
      part: whole !== undefined || behind === null || isWhole(behind.part) ? null : behind.part,
      by: BY.test(front),
      opens: OPENING.test(clause),
      adverbial: text.charAt(end) === ',',
      dates: PREDICATE.test(text.slice(end, end + 12)),
    });
  }
  return times;
}

/** 2021年的上半年, 今年前10个月. */
function relativePart(text: string, at: number): { part: YearPart; length: number } | null {
  const gap = text.charAt(at) === '的' ? 1 : 0;
  const found = partAt(text, at + gap);
  return found && { part: found.part, length: found.length + gap };
}

function clauseStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 40 && !',;:。'.includes(text.charAt(start - 1))) start -= 1;
  return start;
}
