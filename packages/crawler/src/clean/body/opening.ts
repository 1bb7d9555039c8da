import { headings } from '../dom/headings.ts';
import { ancestors, blockTags, type Element, isTag, type ParentNode, textOf } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';
import { bare } from '../furniture/same-text.ts';
import type { Furniture, MetaRules } from '../rules/schema.ts';
import type { Features } from './features.ts';

/** The page's headline and the first line of running text below it. */
export interface Opening {
  headline: Element;
  line: Element;
}

/** Shorter headings name a column. In letters. */
const MIN_HEADLINE = 6;
const MAX_HEADLINE = 120;
/** Shorter lines are labels. In weight, see {@link Features}. */
const MIN_LINE = 24;

/** Where the text of a page begins, as far as its headline tells; null where no heading is known to be its own. */
export function findOpening(
  page: Page,
  features: ReadonlyMap<ParentNode, Features>,
  isOut: (element: Element) => boolean,
  furniture: Furniture,
  meta: MetaRules,
): Opening | null {
  const headline = findHeadline(page, meta);
  if (!headline) return null;
  const inside = new Set<ParentNode>(ancestors(headline));
  for (const [node, f] of features) {
    if (!isTag(node) || f.ownWeight < MIN_LINE || f.ownMarks === 0 || !blockTags.has(node.name)) continue;
    if (f.ownLinkWeight > f.ownWeight / 3 || inside.has(node) || !page.index.isBefore(headline, node))
      continue;
    const above = ancestors(node);
    if (above.includes(headline) || isOut(node) || above.some((a) => !inside.has(a) && isOut(a))) continue;
    const text = textOf(node);
    if (isSentence(text) && !isFurniture(text, furniture)) return { headline, line: node };
  }
  return null;
}

/** The heading that says what `<title>` says; where `<title>` names only the site, the page's one `h1`. */
function findHeadline(page: Page, meta: MetaRules): Element | null {
  const said = [page.headTitle, ...meta.titleMeta.map((name) => page.meta.get(name) ?? '')].map(bare);
  let best: { element: Element; letters: number; rank: number } | null = null;
  for (const element of page.index.all(headings)) {
    const rank = element.name === 'h1' ? 0 : /^h[23]$/.test(element.name) ? 1 : 2;
    if (best !== null && rank > best.rank) continue;
    const text = textOf(element);
    const letters = bare(text);
    if (
      letters.length < (isOnlyOne(element, page) ? MIN_NAME : MIN_HEADLINE) ||
      text.length > MAX_HEADLINE ||
      meta.siteNames.test(text)
    )
      continue;
    if (!said.some((s) => s.includes(letters))) continue;
    if (best === null || rank < best.rank || letters.length > best.letters)
      best = { element, letters: letters.length, rank };
  }
  if (best) return best.element;
  const [only, ...others] = page.index.withKey('h1');
  if (!only || others.length > 0) return null;
  const text = textOf(only);
  return bare(text).length >= MIN_HEADLINE && text.length <= MAX_HEADLINE && !meta.siteNames.test(text)
    ? only
    : null;
}

/** The one `h1`, whose words `<title>` begins with: poems and dishes have short names. */
const isOnlyOne = (element: Element, page: Page): boolean =>
  element.name === 'h1' &&
  page.index.withKey('h1').length === 1 &&
  bare(page.headTitle).startsWith(bare(textOf(element)));
const MIN_NAME = 2;

const isSentence = (text: string): boolean => /[。！？；]|[.!?]["”’)]?(?=\s|$)/.test(text);

const isFurniture = (text: string, { anywhere, head, tail, ends, abstract }: Furniture): boolean =>
  text.length <= 400 && [anywhere, head, tail, ends, abstract].some((pattern) => pattern.test(text));
