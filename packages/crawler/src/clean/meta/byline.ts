import { ancestors, isTag, type ParentNode, textOf } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';
import { type Query, query } from '../dom/select.ts';
import { collapse } from '../dom/white-space.ts';
import { rules } from '../rules/load.ts';
import {
  asName,
  findAuthor,
  findEditor,
  findIssuer,
  findOrigin,
  findSignature,
  findWriter,
} from './people.ts';
import type { Surroundings } from './surroundings.ts';

const ABOVE = 12;
const BELOW = 8;

/**
 * Who wrote the text: by selectors, the lines around it, its own by-line, metas. '' where nobody is named.
 * @param line the first line of running text, where it is known: its box may hold the names above it
 */
export function authorOf(
  bodies: readonly ParentNode[],
  page: Page,
  selectors: readonly Query[],
  near: Surroundings,
  lines: readonly string[],
  line: ParentNode | null,
): string {
  const around = [...near.before.slice(-ABOVE).reverse(), ...near.after.slice(0, BELOW)];
  const candidates = [
    () => findWriter(around, rules.meta),
    ...selectors.map((selector) => () => namedIn(page, selector)),
    () => findAuthor(around, lines, rules.meta),
    () => linkedAuthor(page, bodies, line, rules.meta.authorBoxes),
    () => findSignature(lines, rules.meta),
    () => findEditor(near.before.slice(-ABOVE).reverse(), rules.meta),
    ...rules.meta.authorMeta.map((meta) => () => namedByMeta(page, meta)),
    () => linkedAuthor(page, bodies, line, rules.meta.authorLinks),
    () => onlyAuthorLink(page),
    () => findIssuer(near.before, rules.meta),
  ];
  let account = '';
  for (const find of candidates) {
    const name = find();
    if (name !== '' && !rules.meta.accounts.test(name)) return name;
    account ||= name;
  }
  return account;
}

function namedIn(page: Page, selector: Query): string {
  const element = page.index.first(selector);
  return element ? asName(textOf(element).replace(/^(?:作者|记者|发布者)\s*[:：]\s*/, ''), rules.meta) : '';
}

function namedByMeta(page: Page, meta: string): string {
  const name = asName(page.meta.get(meta), rules.meta);
  // a blog may bear its writer's name
  const isSite =
    rules.meta.siteNames.test(name) ||
    (page.headTitle.endsWith(name) && !/^\p{Script=Han}{2,4}$/u.test(name));
  return name.length <= 30 && !isSite ? name : '';
}

const authorLinks = query('a[rel=author], .up-name, [itemprop=author] [itemprop=name]');

/** Templates say below or beside a text whose it is. */
function onlyAuthorLink(page: Page): string {
  const names = new Set(page.index.all(authorLinks).map((a) => asName(textOf(a), rules.meta)));
  const [name = ''] = names;
  return names.size === 1 && name.length <= 24 ? name : '';
}

/** The last short name above the text in one of these: the poster's card of a forum, a line that holds nothing else. */
function linkedAuthor(
  page: Page,
  bodies: readonly ParentNode[],
  line: ParentNode | null,
  selectors: readonly Query[],
): string {
  const body = bodies[0];
  if (!body) return '';
  for (const selector of selectors) {
    const found = page.index.all(selector).reverse();
    const above = found.filter((e) => page.index.isBefore(e, body));
    const inside = line ? found.filter((e) => !above.includes(e) && page.index.isBefore(e, line)) : [];
    for (const element of [...above, ...inside.filter((e) => isTag(body) && ancestors(e).includes(body))]) {
      const text = textOf(element)
        .replace(/^(by|作者|楼主)[\s:：]+/i, '')
        .replace(/(?<!\s)\s*(?:[+＋]\s*)?(?:已?关注|私信)$/, '');
      if (text.length >= 2 && text.length <= 24 && !notNames.test(text)) return asName(text, rules.meta);
    }
  }
  return '';
}

const notNames = /[。，,？?！!]|\b(?:19|20)\d{2}\b|^\d+$|登录|注册|更多|空间|相册|收藏|帖子|主题/;

/** The publisher that the page names (来源), or null. */
export function originOf(
  page: Page,
  selectors: readonly Query[],
  near: Surroundings,
  lines: readonly string[],
): string | null {
  for (const selector of selectors) {
    const element = page.index.first(selector);
    const name = element && textOf(element).replace(/^[^:：]*[:：]\s*/, '');
    if (name) return name;
  }
  const around = [
    ...near.before.slice(-ABOVE).reverse(),
    ...near.after.slice(0, BELOW),
    ...lines.slice(0, 3),
    ...lines.slice(-4),
  ];
  const named = findOrigin(around, rules.meta);
  if (named) return named;
  for (const selector of rules.meta.originBoxes) {
    const [only, ...others] = page.index.all(selector);
    const name = only && others.length === 0 ? textOf(only) : '';
    if (/^[^\s\d:：，。]{2,20}$/.test(name) && !rules.meta.notOrigins.test(name)) return name;
  }
  return rules.meta.originMeta.map((n) => page.meta.get(n)).find((v) => v) ?? null;
}

/** The site's name as it calls itself, else its host. */
export function siteOf(page: Page): string {
  return collapse(rules.meta.siteMeta.map((n) => page.meta.get(n)).find((v) => v) ?? page.url?.host ?? '');
}
