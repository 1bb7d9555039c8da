import { type Element, textOf } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';
import { type Query, query } from '../dom/select.ts';
import { bare } from '../furniture/same-text.ts';
import type { MetaRules } from '../rules/schema.ts';

const headings = query(
  'h1, h2, h3, [class*=title], [id*=title], [class*=Title], [id*=Title], [class*=biaoti], .bt, .tit',
);
const MAX_TITLE = 120;

/**
 * The text's title: what the family's selectors find; else the heading that agrees with `<title>` and is not much shorter
 * than its part before the site's name; else that part; else a meta or the first heading.
 */
export function findTitle(page: Page, selectors: readonly Query[], meta: MetaRules): string {
  const head = page.headTitle;
  for (const selector of selectors) {
    const element = page.index.first(selector);
    const text = element ? titleText(element) : '';
    if (text.length >= 2 && text.length <= MAX_TITLE) return text;
  }
  const headBare = bare(head);
  const metas = meta.titleMeta.map((name) => plain(page.meta.get(name) ?? '')).filter((t) => t !== '');
  const shown = headingTexts(page);
  const fromHead = withoutSite(head, meta, page.meta.get('og:site_name') ?? page.meta.get('sitename') ?? '');
  const agreed = shown
    .filter(
      ({ text }) =>
        bare(text).length >= 4 &&
        (headBare.includes(bare(text)) || metas.some((m) => bare(m).includes(bare(text)))),
    )
    .sort((a, b) => bare(b.text).length - bare(a.text).length)[0];
  if (agreed && bare(agreed.text).length >= bare(fromHead).length * (agreed.rank < 2 ? 0.5 : 0.8))
    return agreed.text;
  const fromMeta = metas.find((m) => headBare.includes(bare(m)) || bare(m).includes(bare(fromHead)));
  if (fromHead !== '' && fromHead !== head)
    return fromMeta && bare(fromMeta).length > bare(fromHead).length ? fromMeta : fromHead;
  const heading = shown[0]?.text;
  // a head title that only names the site: the page's own heading says more
  if (heading !== undefined && bare(heading).length > Math.max(4, headBare.length)) return heading;
  return fromMeta ?? (fromHead || heading || '');
}

/** Splits at the separators of `<title>` and keeps the first part, or a much longer later one: some sites put their name first. */
export function withoutSite(head: string, meta: MetaRules, site: string): string {
  const parts = head
    .split(new RegExp(meta.titleSeparators.source, 'gu'))
    .map((s) => s?.trim() ?? '')
    .filter((s) => s !== '');
  if (parts.length < 2) return head;
  const own = parts.filter((p) => bare(p) !== bare(site) && !/^powered by/i.test(p));
  return own.reduce((a, b) => (bare(b).length > bare(a).length * 1.6 ? b : a), own[0] ?? '');
}

function headingTexts(page: Page): { text: string; rank: number }[] {
  return page.index
    .all(headings)
    .map((e) => ({ text: titleText(e), rank: e.name === 'h1' ? 0 : e.name === 'h2' ? 1 : 2 }))
    .filter(({ text }) => text.length >= 2 && text.length <= MAX_TITLE)
    .sort((a, b) => a.rank - b.rank);
}

/** Some templates put date and source into the heading. */
function titleText(element: Element): string {
  const text = textOf(element);
  const end = text.search(
    /\s*(来源[:：]|发布时间|评论[:：]|点击[:：]|(19|20)\d{2}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2})/,
  );
  return end > 0 ? text.slice(0, end) : text;
}

function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
