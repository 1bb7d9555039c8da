import { type Element, isTag, isText, textOf } from '../nodes.ts';
import { type Page, resolve } from '../page.ts';
import { query } from '../select.ts';

const inline = query('span, i, b, em, u, s, font, strong, small, label, var, code, tt, big, kbd, bdo');
/** Longer texts are words, not digits put into a number. In characters. */
const MAX_JUNK = 12;

/**
 * The style sheets of a page's own site that are not known, where one of them may hide a part of a number: an element with a
 * name of its own stands between the digits of one, as in `4.<i class="k">87</i>5%`.
 */
export function doubtfulSheets(page: Page, known: ReadonlyMap<string, string> | undefined): string[] {
  const missing = page.linkedSheets.filter((url) => !known?.has(url) && isOwn(page, url));
  if (missing.length === 0 || !page.index.all(inline).some(standsInNumber)) return [];
  return missing;
}

const isOwn = (page: Page, url: string): boolean => {
  const own = resolve(page, '/');
  return own !== null && siteOf(new URL(url)) === siteOf(new URL(own));
};

/** Sheets stand on the site's own host, or on another of the same name: static.a.gov.cn. */
function siteOf({ hostname, port }: URL): string {
  if (/^[\d.:[\]]+$/.test(hostname)) return `${hostname}:${port}`;
  const labels = hostname.split('.');
  return labels.length > 2 ? labels.slice(1).join('.') : hostname;
}

function standsInNumber(element: Element): boolean {
  const { class: classes, id } = element.attribs;
  if (classes === undefined && id === undefined) return false;
  const before = beside(element, 'prev').slice(-1);
  const after = beside(element, 'next').slice(0, 1);
  const text = textOf(element);
  if (text === '' || text.length > MAX_JUNK) return false;
  return (
    (/[\d.．]/.test(before) && /[\d.．%％万亿]/.test(after)) ||
    (/^\d+$/.test(text) && /[\d.．]/.test(before + after))
  );
}

/** The text that touches an element on one side. */
function beside(element: Element, side: 'prev' | 'next'): string {
  const node = element[side];
  return node === null
    ? ''
    : isText(node)
      ? node.data
      : isTag(node) && inline.matches(node)
        ? textOf(node)
        : '';
}
