import { present } from '@zhibiao/shared';
import type { CutRules } from '../rules/schema.ts';

const terminal = /[。！？!?；;：:…”」』》】）)]$/;
const startsAnew =
  /^([一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．)）](?!\d)|[-—–•·●■◆*]|第[一二三四五六七八九十]+[章节部分])/;
/** Numbers that name something and count nothing: 表1, 附件2, 第3, a counter behind its label. */
const label = /(?:表|图|附件?|第|注|专栏|序号|编号|电话|No\.?)\s*\d+$/i;
const counter = /[:：]\s*\d+$/;
const year = /(?:^|\D)(?:19|20)\d\d$/;
/** What may follow a unit of one character that is also the first of many words (人, 家, 年). */
const behindUnit = /^(?:$|[^\u3400-\u9fff]|[左以上下多余和与及、增比同])/;
/** A line that is shorter says nothing of what its number counts. */
const MIN_SENTENCE = 8;
const MAX_DIGITS = 7;
/** Lines end in the middle of a sentence behind these. */
const openEnd = /[，、（(“《的和与及或]$/;
const running = /^[\u3400-\u9fff\d“《（]/;

/**
 * Puts lines together that a page has cut through a number, between a number and its unit, or through a word, whatever their
 * width. Only what the two lines say counts; lines of a table (with tabs) stay.
 */
export function joinCuts(text: string, rules: CutRules): string {
  if (!text.includes('\n')) return text;
  const [first = '', ...rest] = text.split(/(\n+)/);
  const out: string[] = [];
  let left = first;
  for (let i = 0; i < rest.length; i += 2) {
    const gap = present(rest[i], 'rest at i');
    const right = present(rest[i + 1], 'the next of rest');
    if (isCut(left, right, gap.length > 1, rules)) left += right;
    else {
      out.push(left, gap);
      left = right;
    }
  }
  out.push(left);
  return out.join('');
}

function isCut(whole: string, right: string, apart: boolean, rules: CutRules): boolean {
  const left = whole.slice(-80);
  if (left === '' || right === '' || left.includes('\t') || right.includes('\t') || terminal.test(left))
    return false;
  if (/^[，。；、：！？）”』》]/.test(right) || cutsNumber(left, right, rules)) return true;
  if (startsAnew.test(right)) return false;
  return cutsWord(left, right, rules) || (!apart && openEnd.test(left) && running.test(right));
}

function cutsNumber(left: string, right: string, rules: CutRules): boolean {
  if (/\d[.．]$/.test(left) && /^\d/.test(right)) return !/^\d{1,2}[.．]$/.test(left);
  const digits = left.match(/(?<!\d)\d+$/)?.[0] ?? '';
  if (digits.length > MAX_DIGITS || label.test(left)) return false;
  if (digits !== '') {
    if (/^[.．]\d/.test(right)) return true;
    if (/^年/.test(right) && year.test(left)) return true;
    if (rules.units.test(right)) return !isFirstOfWord(left, right, rules);
    // 1 | 300.5亿元
    return (
      /[\u3400-\u9fff（(，,、+-]\d{1,4}$/.test(left) &&
      !year.test(left) &&
      /^\d{1,4}(?!\d)/.test(right) &&
      !/^(?:19|20)\d\d年/.test(right) &&
      rules.units.test(right.replace(/^\d+(?:\.\d+)?/, ''))
    );
  }
  if (/\d[十百千万亿]{1,2}$/.test(left) && rules.units.test(right)) return !isFirstOfWord(left, right, rules);
  return (
    /^\d/.test(right) &&
    !/^\d{1,2}[、.．)）](?!\d)/.test(right) &&
    !isHeading(left, right) &&
    rules.wantsNumber.test(left) &&
    saysNumber(right, rules)
  );
}

/** 二、主要工作安排 | 2031年，…: 安排 wants a number in a sentence; a heading wants none, nor does it want a year. */
function isHeading(left: string, right: string): boolean {
  if (left.length > 40 || /[，,。；;：:]/.test(left)) return false;
  return startsAnew.test(left) || /^(?:19|20)\d\d年/.test(right);
}

/** 人 in 人民, 年 in 年度: no unit unless a sentence stands before it. */
function isFirstOfWord(left: string, right: string, rules: CutRules): boolean {
  const unit = present(rules.units.exec(right), 'the match')[0];
  if (unit.length > 1 || /[%％‰]/.test(unit) || behindUnit.test(right.slice(1))) return false;
  return left.length < MIN_SENTENCE || counter.test(left);
}

/** A value with its unit, or a bare number whose unit stands in the next line. */
function saysNumber(right: string, rules: CutRules): boolean {
  const rest = right.replace(/^\d[\d,，]*(?:\.\d+)?/, '');
  return rest === '' || rest === '.' || rules.units.test(rest);
}

function cutsWord(left: string, right: string, { words }: CutRules): boolean {
  const ways = words.get(left.slice(-1));
  return ways?.some(([head, tail]) => right.startsWith(tail) && left.endsWith(head)) === true;
}
