import type { Gazetteer, Place } from '../gazetteer/index.ts';
import { datesIn } from './dates.ts';
import { fold } from './fold.ts';
import type { ArticleText } from './frame.ts';
import { ordinal } from './numerals.ts';
import { titlePlace } from './region.ts';
import type { Node } from './sections.ts';

type Framed = {
  article: ArticleText;
  /** the report's own heading line, null where it has none */
  heading: string | null;
  place: Place | null;
  year: number | null;
  /** reports in the article */
  count: number;
  /** folded text of the frame */
  text: string;
  /** offset of that text in the folded article */
  start: number;
  nodes: readonly Node[];
  /** the report's opening sentence is there */
  opened: boolean;
};

const REDACTED = /(?:20|二[〇0○O])[xX×*＊]{2}年?|(?<![a-zA-Z\d])[xX×]{2,4}年/g;
const CONTINUES =
  /[(（](?:上接|紧接|下转|接|转)第?[\dA-Z一二三四五六七八九十]{1,4}版|(?:上接|下转)第?[\dA-Z一二三四五六七八九十]{1,4}版|未完待续|[(](?:未完|待续|完待续)[)]/;
const ENDS_WELL = /[。!?…”"』」)】]$/;
const FURNITURE =
  /^(?:.{0,24}(?:来源|编辑|版权|登录|注册|返回|上一[篇页]|下一[篇页]|客服|电话|全文|Powered|http|www\.|打印|关闭|分享|扫一扫|ICP|备案).{0,60})$/;

/** What a reader must know about a frame before trusting it; in a fixed order. */
export function flagsOf(framed: Framed, gazetteer: Gazetteer): string[] {
  const titles = [framed.article.title, framed.heading ?? ''].filter((title) => title.length > 0);
  return [
    titles.some((title) => otherRegion(title, framed.place, gazetteer)) ? 'title-region-mismatch' : '',
    titles.some((title) => otherYear(title, framed.year)) ? 'title-year-mismatch' : '',
    (framed.text.match(REDACTED)?.length ?? 0) >= 2 ? 'year-redacted' : '',
    CONTINUES.test(framed.text.slice(0, 400)) || CONTINUES.test(framed.text.slice(-400))
      ? 'continues-elsewhere'
      : '',
    isTruncated(framed) ? 'truncated' : '',
    framed.count > 1 ? 'compilation' : '',
  ].filter((flag) => flag !== '');
}

/** A title that names another unit than the report's. Naming the unit above as well (江苏省镇江市) is no mismatch. */
function otherRegion(title: string, place: Place | null, gazetteer: Gazetteer): boolean {
  if (place === null) return false;
  const named = titlePlace(title, gazetteer)?.place;
  return named !== undefined && named.adcode !== place.adcode && named.shortName !== place.shortName;
}

function otherYear(title: string, year: number | null): boolean {
  const named = datesIn(fold(title).text);
  return year !== null && named.length > 0 && named.every((date) => date.year !== year);
}

/** A first heading that is not the first of its kind, or a last paragraph that ends inside a sentence. */
function isTruncated({ text, start, nodes, opened }: Framed): boolean {
  const numbered = nodes.find(
    (node) => node.number !== null && (node.kind === 'chapter' || node.kind === 'section'),
  );
  const headless =
    !opened &&
    numbered !== undefined &&
    (ordinal(numbered.number ?? '') ?? 1) > 1 &&
    numbered.start - start < 200;
  const lines = text.split('\n').filter((line) => line.length > 0 && !FURNITURE.test(line));
  const last = lines.findLast((line) => line.length >= 30);
  return headless || (last !== undefined && !ENDS_WELL.test(last));
}
