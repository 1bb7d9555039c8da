import type { Article } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { type ParentNode, textOf } from '../dom/nodes.ts';
import { type Page, resolve } from '../dom/page.ts';
import { all, query } from '../dom/select.ts';
import { sameText } from '../furniture/same-text.ts';
import type { Cleaned, Link } from '../types.ts';

/** A newspaper text that goes on elsewhere: 下转第3版, （下转二版）, 紧接第2版; and one that began elsewhere: 上接第1版. */
const leaves =
  /(?:下转|紧接|转)\s{0,9}(?:第\s{0,9})?([0-9０-９A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})\s*版/;
const arrives = /(?:上接|接)\s{0,9}(?:第\s{0,9})?([0-9０-９A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})\s*版/;
const anchors = query('a[href], area[href]');
const numerals = '零一二三四五六七八九十';

export function beginsElsewhere(text: string): boolean {
  return arrives.test(text.slice(0, 60));
}

/** A line that is such a note and nothing else: it may stand above the title. */
export function isArrival(line: string): boolean {
  return line.length <= 16 && /^[(（【[]?\s*上接/.test(line) && arrives.test(line);
}

export function goesOnElsewhere(text: string): boolean {
  return leaves.test(text.slice(-60));
}

/** Where the text goes on: the link inside the text (下转 with an address), else the newspaper page that it names. */
export function jumpTarget(page: Page, bodies: readonly ParentNode[], text: string): string | null {
  const target = leaves.exec(text.slice(-60))?.[1];
  if (target === undefined) return null;
  for (const body of bodies) {
    for (const link of all(body, anchors)) {
      if (leaves.test(textOf(link)) || /^第?\s*\S{1,4}\s*版$/.test(textOf(link)))
        return resolve(page, link.attribs.href);
    }
  }
  const number = pageNumber(target);
  const named = page.index.all(anchors).find((link) => {
    const label = textOf(link).match(/^第?\s*([0-9A-Za-z]{1,4}|[一二三四五六七八九十]{1,3})\s*版/)?.[1];
    return label !== undefined && pageNumber(label) === number;
  });
  return named ? resolve(page, named.attribs.href) : null;
}

/**
 * The article on a newspaper page that continues the given one: it says 上接 in its title, or bears the same title.
 * @param list the cleaned page that a `jump` continuation led to, when that is a list
 * @example
 * ```ts
 * import { resolveJump } from '@zhibiao/crawler/clean';
 * const next = { url: 'https://example.com/02/5.htm', title: '政府工作报告（上接第1版）', kind: 'article' };
 * const article = { url: 'https://example.com/01/1.htm', title: '政府工作报告' };
 * resolveJump({ links: [next] }, article); // → 'https://example.com/02/5.htm'
 * ```
 */
export function resolveJump(list: Cleaned, article: Article): string | null {
  const others = list.links.filter((l: Link) => l.kind === 'article' && l.url !== article.url);
  const same = others.find((l) =>
    sameText(l.title.replace(/[(（][上接下转第\d一二三四五六七八九十版\s]+[)）]/g, ''), article.title),
  );
  return (same ?? others.find((l) => arrives.test(l.title)))?.url ?? null;
}

/** 02, 2, 二 are one page; A03 stays as it is. */
function pageNumber(label: string): string {
  const plain = label.normalize('NFKC').toUpperCase();
  if (/^\d+$/.test(plain)) return String(Number(plain));
  if (!/^[一二三四五六七八九十]+$/.test(plain)) return plain.replace(/^([A-Z])0+/, '$1');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['', plain];
  const ten = plain.includes('十') ? (tens === '' ? 1 : numerals.indexOf(present(tens, 'the tens'))) : 0;
  return String(ten * 10 + (ones === '' ? 0 : numerals.indexOf(present(ones, 'the ones'))));
}
