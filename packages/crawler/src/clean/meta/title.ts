import { type Element, textOf } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';
import { all, first, type Query, query } from '../dom/select.ts';
import { bare } from '../furniture/same-text.ts';
import type { MetaRules } from '../rules/schema.ts';

const headings = query(
  'h1, h2, h3, [class*=title], [id*=title], [class*=Title], [id*=Title], [class*=biaoti], .bt, .tit',
);
const MAX_TITLE = 120;

/** What a page may be called: its `<title>` without the site's name, metas, headings. The one they agree on wins. */
export function findTitle(
  page: Page,
  selectors: readonly Query[],
  meta: MetaRules,
  body: Element | undefined,
): string {
  const head = page.headTitle;
  for (const selector of selectors) {
    const element = first(page.root, selector);
    const text = element ? textOf(element) : '';
    if (text.length >= 2 && text.length <= MAX_TITLE) return text;
  }
  const headBare = bare(head);
  const metas = meta.titleMeta.map((name) => clean(page.meta.get(name) ?? '')).filter((t) => t !== '');
  const shown = headingTexts(page, body);
  // a heading that the head title (or a meta) starts with or holds is the title as the page shows it
  const agreed = shown
    .filter(
      (t) =>
        bare(t).length >= 4 && (headBare.includes(bare(t)) || metas.some((m) => bare(m).includes(bare(t)))),
    )
    .sort((a, b) => bare(b).length - bare(a).length)[0];
  const fromHead = withoutSite(head, meta, page.meta.get('og:site_name') ?? page.meta.get('sitename') ?? '');
  if (agreed && bare(agreed).length >= bare(fromHead).length * 0.5) return agreed;
  const fromMeta = metas.find(
    (m) => bare(m) !== '' && (headBare.includes(bare(m)) || bare(m).includes(bare(fromHead))),
  );
  const h1 = shown[0];
  if (fromHead !== '' && fromHead !== head)
    return fromMeta && bare(fromMeta).length > bare(fromHead).length ? fromMeta : fromHead;
  if (h1 !== undefined && bare(h1).length >= 4 && (head === '' || bare(head).length < 8)) return h1;
  return fromMeta ?? (fromHead || h1 || '');
}

/** Splits at the separators of `<title>` and keeps the article's part: the first, unless it is the site's own name. */
export function withoutSite(head: string, meta: MetaRules, site: string): string {
  const parts = head
    .split(new RegExp(meta.titleSeparators.source, 'gu'))
    .map((s) => s?.trim() ?? '')
    .filter((s) => s !== '');
  if (parts.length < 2) return head;
  const own = parts.filter((p) => bare(p) !== bare(site));
  const longest = own.reduce((a, b) => (bare(b).length > bare(a).length * 1.6 ? b : a), own[0] ?? '');
  const at = head.indexOf(longest);
  return at < 0 ? longest : longest;
}

function headingTexts(page: Page, body: Element | undefined): string[] {
  const found = all(page.root, headings)
    .filter((e) => !body || e !== body)
    .map((e) => ({ text: textOf(e), rank: e.name === 'h1' ? 0 : e.name === 'h2' ? 1 : 2 }))
    .filter(({ text }) => text.length >= 2 && text.length <= MAX_TITLE);
  return found.sort((a, b) => a.rank - b.rank).map((f) => f.text);
}

function clean(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
