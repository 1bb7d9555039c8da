import { isDigit } from '../text/characters.ts';
import { readArabic, readHanzi } from './numerals.ts';
import type { Quantity } from './quantity.ts';

const RANKED =
  /(?:全[省市区国州县球]|[居列排位获名升至]|蝉联|保持|夺得|世界|全国|指数|[省市区县国州])[^,。;、:\n]{0,14}$/;
/** 居全市第1位、|第3位: ranks of the same list */
const LISTED = /(?:第[\d一二三四五六七八九十]{1,4}(?:位|名)?(?:[、和与及]|以及)){1,20}$/;
/** What may follow a bare 第一 that is a rank and not an ordinal (第一产业, 第一书记). */
const AFTER_BARE = /^(?:$|[,。;、:!)”\n]|的(?:好|优异|佳|成绩|位[次置]|名次)|并|和|及|且|;)/;

/** 第7位, 全省第一, 首位, 前十 at `at`, or null. `from` is where the clause begins. */
export function readRank(text: string, at: number, from: number): Quantity | null {
  if (text.startsWith('首位', at) || text.startsWith('榜首', at)) {
    return RANKED.test(text.slice(Math.max(from, at - 16), at)) &&
      /^首位(?!产业|度|战略|城市|制)|^榜首/.test(text.slice(at, at + 5))
      ? rank(at, at + 2, 1, '位', '=')
      : null;
  }
  const front = text[at] === '前';
  if (text[at] !== '第' && !front) return null;
  const numeral = isDigit(text.charCodeAt(at + 1)) ? readArabic(text, at + 1) : readHanzi(text, at + 1);
  if (numeral === null || numeral.value > 3000 || numeral.value < 1 || !Number.isInteger(numeral.value))
    return null;
  let end = numeral.end;
  const unit = /^(?:位次|位|名(?!义|优))/.exec(text.slice(end, end + 2))?.[0] ?? '';
  end += unit.length;
  const before = text
    .slice(Math.max(from, at - 24), at)
    .replace(LISTED, '')
    .slice(-16);
  if (!RANKED.test(before)) return null;
  if (!AFTER_BARE.test(text.slice(end, end + 4)) && (unit === '' || front)) return null;
  if (front && unit === '' && numeral.value > 100) return null;
  return rank(at, end, numeral.value, unit === '' ? '' : '位', front ? '<=' : '=');
}

function rank(start: number, end: number, value: number, unit: string, bound: '=' | '<='): Quantity {
  return {
    start,
    end,
    value,
    valueTo: null,
    unit,
    dimension: 'rank',
    bound,
    hedge: bound === '=' ? null : '前',
    form: 'rank',
    share: null,
    damaged: false,
  };
}
