import { textOf } from './dom/nodes.ts';
import { linkOf, type Page, resolve } from './dom/page.ts';
import type { ScriptedPager } from './dom/scripted.ts';
import { all, query } from './dom/select.ts';
import { rules } from './rules/load.ts';
import type { FamilyRules } from './rules/schema.ts';
import type { Link } from './types.ts';

const anchors = query('a[href], area[href], [onclick]');

const articleAddress =
  /thread-\d+-\d+-\d+|[?&]tid[=-]\d+|viewthread|article-\d+-\d+|\/content_|\/art_|\/t\d{8}_\d+|\/\d{4}[-/]\d{1,2}[-/]?\d{1,2}\/|[?&](a?id|aid|articleid|newsid|contentid)=\d+|\/(p|post|article|news|show|view|a|c)[-/_]?\d+|\d{4}(_\d+)?\.s?html?$|\/\d{5,}\/?$/i;
const listAddress =
  /forum-\w+-\d+|forumdisplay|[?&]fid[=-]\d+|\/node_|\/nbs\.|list[-_/]?\d*|\/index(_\d+)?\.s?html?$|col\d+|[?&](page|catid|tid|typeid)=\d+$|\/$/i;
const furniture =
  /^(登录|注册|立即注册|首页|网站首页|返回|打印|关闭|收藏|分享|举报|回复|更多|more|设为首页|加入收藏|网站地图|联系我们|关于我们|English|RSS|\d{0,2})$/i;

/** No list is as long; a page with more is made to be crawled for ever. */
export const MAX_LINKS = 5_000;
/** A box that a click opens holds one title. In characters. */
const MAX_TITLE = 120;
/** The pages behind these are found on the last of them. */
const MAX_SCRIPTED = 100;

/**
 * The page's first {@link MAX_LINKS} links, absolute and unique, in page order. A link's full title stands in its
 * `title` where the text is cut off.
 */
export function readLinks(page: Page, entries: readonly Link[]): Link[] {
  const known = new Map(entries.map((e) => [e.url, e]));
  const out = new Map<string, Link>();
  for (const anchor of page.index.all(anchors)) {
    if (out.size >= MAX_LINKS) break;
    const { url, text } = linkOf(page, anchor);
    if (!url || (anchor.name !== 'a' && text.length > MAX_TITLE)) continue;
    const full = anchor.attribs.title?.trim() ?? '';
    const title =
      full.length > text.length && (text === '' || /(\.\.\.|…)$/.test(text) || full.startsWith(text))
        ? full
        : text;
    const before = out.get(url);
    if (before && before.title.length >= title.length) continue;
    const kind = known.has(url) ? 'article' : kindOf(url, title);
    if (before) before.title = title;
    else out.set(url, { url, title, kind });
  }
  return [...out.values()].filter((l) => l.title === '' || !furniture.test(l.title) || known.has(l.url));
}

function kindOf(url: string, title: string): Link['kind'] {
  const path = url.replace(/^https?:\/\/[^/]+/, '');
  if (listAddress.test(path) && !/[?&]tid=/.test(path) && !/thread-/.test(path) && !/\/content_/.test(path))
    return 'list';
  if (articleAddress.test(path)) return 'article';
  const numbered = /\/\d+(_\d+)?\.s?html?$/.test(path);
  return title.length >= (numbered ? 6 : 10) && /\.s?html?$/.test(path) ? 'article' : 'other';
}

/** Addresses of the pager behind the current page, nearest first. */
export function laterPages(page: Page, family: FamilyRules): string[] {
  const out = new Map<number, string>();
  const own = page.url?.href ?? page.canonical;
  for (const selector of [...family.pager, ...rules.generic.pager]) {
    for (const box of page.index.all(selector)) {
      const current = currentNumber(box, own);
      for (const link of all(box, anchors)) {
        const { url, text } = linkOf(page, link);
        if (!url || url === own) continue;
        const label = text.replace(/[\s[\]【】()（）]/g, '');
        const next = /^(下一?页|后一?页|next(page)?|»|›|>+)$/i.test(label);
        const number = next
          ? current + 1
          : /^第?\d{1,3}页?$/.test(label)
            ? Number(label.replace(/\D/g, ''))
            : 0;
        if (number > current && !out.has(number)) out.set(number, url);
      }
    }
    if (out.size > 0) break;
  }
  if (out.size === 0 && page.scriptedPager) return scriptedPages(page, page.scriptedPager);
  if (out.size === 0) {
    const next = nextLink(page, own);
    if (next) return [next];
  }
  return [...out].sort(([a], [b]) => a - b).map(([, url]) => url);
}

function scriptedPages(page: Page, { pages, current, name, extension }: ScriptedPager): string[] {
  const out: string[] = [];
  for (let n = current + 1; n < Math.min(pages, current + MAX_SCRIPTED); n++) {
    const url = resolve(page, `${name}_${n}.${extension}`);
    if (url) out.push(url);
  }
  return out;
}

/** A pager that is no box of its own: a link that says 下一页 and whose address is numbered. */
function nextLink(page: Page, own: string | null): string | null {
  for (const link of page.index.all(anchors)) {
    if (!numberedAddress.test(link.attribs.href ?? '')) continue;
    const { url, text } = linkOf(page, link);
    if (!/^(下一?页|后一页)$/.test(text.replace(/[\s[\]【】>»]/g, ''))) continue;
    if (url && url !== own) return url;
  }
  return null;
}

const numberedAddress = /[_-]\d{1,3}\.s?html?$|[?&]p(age)?=\d{1,3}(&|$)/;

/** Marks of the current page, surest first: totals stand in such elements, too. */
const marked = [
  query('.thisclass, .current, .cur, .active, .on'),
  query('strong, b'),
  query('em, li:not(:has(a)), span:not(:has(a))'),
];

function currentNumber(box: Parameters<typeof all>[0], own: string | null): number {
  for (const element of marked.flatMap((mark) => all(box, mark))) {
    const label = textOf(element).replace(/[\s[\]【】()（）第页]/g, '');
    if (/^\d{1,3}$/.test(label)) return Number(label);
  }
  return Number(
    own
      ?.match(/[_-](\d{1,3})\.s?html?$|[?&]page=(\d+)/)
      ?.slice(1)
      .find(Boolean) ?? 1,
  );
}
