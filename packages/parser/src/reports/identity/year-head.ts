import { ORDINAL } from '../../text/ordinals.ts';
import { linesOf, type Range } from '../layout/range.ts';
import { datesIn, FULL_DATE } from './dates.ts';
import type { YearClue } from './year.ts';

/** The delivered date, as exact as the text gives it, and the clue that it is. */
export type HeadDate = { readonly iso: string; readonly clue: YearClue };

const SESSION = new RegExp(`届(?:人民代表大会|人大)第?${ORDINAL}次(?:全体)?(?:会议|大会)`);
/** The head's length at most, where no address ends it. */
const HEAD_LENGTH = 900;

/**
 * The delivered date in the lines above the address: beside the session (2023年1月6日在…会议上), in brackets, or alone
 * on its line. Bylines (时间, 来源, 发布) tell of the page, not of the report.
 */
export function headDate(text: string, range: Range): HeadDate | null {
  let best: HeadDate | null = null;
  for (const line of linesOf(text, range.start, Math.min(range.bodyStart, range.start + HEAD_LENGTH))) {
    if (/时间|来源|发布|日期|编辑|发表|点击|浏览/.test(line.text) && !SESSION.test(line.text)) continue;
    for (const date of datesIn(line.text)) {
      const session = SESSION.test(line.text.slice(Math.max(0, date.start - 40), date.end + 60));
      const rest = line.text.slice(0, date.start) + line.text.slice(date.end);
      if (date.iso.length < 7 && !LUNAR.test(rest)) continue;
      const alone = rest.replace(/[()[\]—–-]/g, '').length <= 6;
      const weight = session ? 100 : alone ? 60 : 20;
      if (best && best.clue.weight >= weight) continue;
      const at = line.start + date.start;
      best = {
        iso: date.iso,
        clue: {
          year: date.year,
          source: session ? 'session' : 'dateline',
          weight,
          start: at,
          end: at + date.end - date.start,
        },
      };
    }
  }
  return best ?? sessionDateBelow(text, range);
}

/** A date by the old calendar gives its year alone: 2019年正月. */
const LUNAR = /^[(—–-]*(?:农历)?正月[^,。]{0,4}\)?$/;

const SESSION_LINE = new RegExp(
  `(?:^|\\n)[—–―-]*[(]?(${FULL_DATE})在?[^\\n]{2,30}届人民代表大会第?${ORDINAL}次会议上`,
  'g',
);

/** A newspaper page may set the heading in the middle of the text. */
function sessionDateBelow(text: string, range: Range): HeadDate | null {
  for (const match of text.slice(range.start, range.end).matchAll(SESSION_LINE)) {
    const date = datesIn(match[1] ?? '')[0];
    if (!date) continue;
    const at = range.start + match.index + match[0].indexOf(match[1] ?? '');
    return {
      iso: date.iso,
      clue: { year: date.year, source: 'session', weight: 90, start: at, end: at + (match[1] ?? '').length },
    };
  }
  return null;
}
