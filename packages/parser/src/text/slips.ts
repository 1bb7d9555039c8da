import { present } from '@zhibiao/shared';
import { charTable, isDigit, isHan } from './characters.ts';

const code = (char: string): number => char.charCodeAt(0);
const PERCENT = code('%');
const POINT = code('.');
const QUESTION = code('?');
const RECEIVE = code('收');
const PERSON = code('人');
const INCOME = code('入');
/** Characters that may be misread ones. */
const SUSPECTS = charTable('?人OolI');
/** 收人员, 收人数: 收 and 人 as they stand */
const AFTER_PERSON = new Set([...'员才口数民类士生'].map(code));
/** 预算收入, 财政收入, 纯收入 … */
const BEFORE_INCOME = new Set([...'配算政总纯售税务业'].map(code));

/**
 * Mends misread characters that the neighbours give away, in place and unit for unit:
 * 1O% is 10%, 1?43 is 1.43, l3.6% is 13.6%, 预算收人 is 预算收入.
 */
export function mendSlips(units: Uint16Array): void {
  for (let i = 1; i < units.length - 1; i++) {
    const unit = present(units[i], 'units at i');
    if (SUSPECTS[unit] === 0) continue;
    const before = present(units[i - 1], 'the one before in units');
    const after = present(units[i + 1], 'the next of units');
    if (unit === QUESTION && isDigit(before) && isDigit(after)) {
      units[i] = POINT;
    } else if (unit === PERSON && before === RECEIVE) {
      if (!AFTER_PERSON.has(after) && BEFORE_INCOME.has(units[i - 2] ?? 0)) units[i] = INCOME;
    } else if (unit === 79 || unit === 111) {
      const inNumber = isDigit(before) || before === POINT;
      if (inNumber && (isDigit(after) || after === PERCENT || after === POINT)) units[i] = 48;
    } else if (unit === 108 || unit === 73) {
      const starts = isHan(before) || isDigit(before) || before === POINT;
      if (starts && (isDigit(after) || (after === POINT && isDigit(units[i + 2] ?? 0)))) units[i] = 49;
    }
  }
}
