import { present } from '@zhibiao/shared';
import type { Element } from './nodes.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Units that are squared and cubed: m², 米³. */
const measures = /(?:[a-zA-Z]|米|公里)$/;
const powerOfTen = /[×xX*·]\s*10$/;
/** 1, [1], (注2), ①; several at once. */
const mark =
  /^(?=.{0,60}$)[[(（【〔［]?\s*(?:注释?|脚注|note)?\s*:?\s*(\d{1,3}(?:\s*[,，、;-]\s*\d{1,3})*)\s*[\])）】〕］]?$/i;
const symbol = /^[*＊†‡§#※^]+$/;
const letter = /^[([（]?[a-z][)\]）]?$/i;

/**
 * Raised text in a line: a power stays one (m²), a note's mark is put in brackets so that it joins no number, a symbol that
 * refers to a note is left out, everything else (19th, ①, ®) stays as it is.
 *
 * @param text what is raised
 * @param before the line so far
 */
export function raisedText(text: string, before: string): string {
  const plain = text.normalize('NFKC');
  const base = before.trimEnd();
  if (/^[-−]?\d$/.test(plain) && (measures.test(base) || powerOfTen.test(base)))
    return plain
      .replace(/\d/g, (d) => present(superscripts[Number(d)], 'an item of superscripts'))
      .replace(/[-−]/, '⁻');
  const numbers = mark.exec(plain)?.[1];
  // ① and [1] are marks by their form
  if (numbers !== undefined && !/^[①-⑳]$/.test(text))
    return numbers
      .split(/[^\d]+/)
      .map((n) => `[${n}]`)
      .join('');
  if (symbol.test(plain)) return '';
  return letter.test(plain) && !/[a-zA-Z]$/.test(base) ? '' : text;
}

/** A link of digits alone to a place on the same page: a mark that no style raises. */
export function isNoteLink({ name, attribs }: Element, text: () => string): boolean {
  if (name !== 'a') return false;
  const refers =
    /^#./.test(attribs.href ?? '') ||
    /noteref/.test(attribs.role ?? '') ||
    /noteref/.test(attribs['epub:type'] ?? '');
  return refers && /^\d{1,3}$/.test(text());
}
