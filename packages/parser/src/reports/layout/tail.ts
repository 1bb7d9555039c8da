/** Words of the page around the text, for lines that hold no sentence. */
const FURNITURE =
  /来源|编辑|版权|登录|注册|返回|[上下]一[篇页]|客服|电话|全文|Powered|https?:|www\.|打印|关闭|分享|扫一扫|ICP|备案|发布日期|朗读|相关(?:文章|阅读|链接)|收藏/;
/** Watermarks that may follow the last sentence in its own line. */
const WATERMARK = /(?:来源|搜索|公众号|扫一扫|打印|关闭|编辑|数据|朗读|返回).{0,40}$/;
const ENDS_WELL = /[。!?…”"』」)】]$/;
/** All up to the last end of a sentence. */
const THROUGH_END = /^.*[。!?…”』」)】]/s;
const LIST_ITEM = /^[-—·•*●]/;
/** Lines longer than this are prose, not links or bylines. */
const LONG = 60;

const isFurniture = (line: string): boolean =>
  line.length < 2 * LONG && !ENDS_WELL.test(line) && FURNITURE.test(line);

/** True where most paragraphs end with a full stop, but the last one does not. List items seldom end with one. */
export function endsInsideSentence(text: string): boolean {
  const lines = text.split('\n').filter((line) => !LIST_ITEM.test(line) && !isFurniture(line));
  const paragraphs = lines.filter((line) => line.length > LONG);
  const last = lines.findLast((line) => line.length > LONG || ENDS_WELL.test(line));
  if (!last || paragraphs.filter((line) => ENDS_WELL.test(line)).length * 2 <= paragraphs.length)
    return false;
  const rest = last.replace(THROUGH_END, '');
  return rest.length > 0 && !WATERMARK.test(rest);
}

/** Links and bylines below a text are at most this long in all. */
const MAX_TAIL = 2000;

/**
 * Where the page's furniture begins below the last paragraph of `[start, end)`; `end` where there is none. It begins
 * with the first line of furniture that no sentence follows.
 */
export function tailStart(text: string, start: number, end: number): number {
  let tail = end;
  for (let lineEnd = end; lineEnd > start && end - lineEnd < MAX_TAIL; ) {
    const lineStart = Math.max(start, text.lastIndexOf('\n', lineEnd - 1) + 1);
    const line = text.slice(lineStart, lineEnd);
    if (line.length > LONG || (line.length >= 12 && /[。!?…”]$/.test(line))) break;
    if (isFurniture(line)) tail = lineStart;
    if (lineStart <= start) break;
    lineEnd = lineStart - 1;
  }
  return tail;
}

/** 7.“三品一标”:指…; [12]“双减”: an entry of a glossary. */
const ENTRY = /^[[(〔【]?(\d{1,3})[\])〕】.、:](?=[^。]{1,40}?(?::|是指|指))/;
/** Entries may run over several lines; so many lines without a number may stand between two. */
const MAX_BETWEEN = 2;
const MIN_ENTRIES = 4;

/**
 * Where a glossary without a heading begins: numbered definitions that count down to 1 when read from `end` upwards.
 * `end` where there is none.
 */
export function glossaryStart(text: string, start: number, end: number): number {
  let first = end;
  let number = Number.POSITIVE_INFINITY;
  let entries = 0;
  let between = 0;
  for (let lineEnd = end; lineEnd > start && number > 1 && between <= MAX_BETWEEN; ) {
    const lineStart = Math.max(start, text.lastIndexOf('\n', lineEnd - 1) + 1);
    const entry = ENTRY.exec(text.slice(lineStart, lineStart + 60));
    if (entry && Number(entry[1]) < number) {
      number = Number(entry[1]);
      first = lineStart;
      entries += 1;
      between = 0;
    } else if (lineEnd > lineStart) between += 1;
    if (lineStart <= start) break;
    lineEnd = lineStart - 1;
  }
  return number === 1 && entries >= MIN_ENTRIES ? first : end;
}
