import { present } from '@zhibiao/shared';
import { ancestors, type Element, isTag, type ParentNode, textOf } from '../dom/nodes.ts';
import { bare } from '../furniture/same-text.ts';
import type { Furniture } from '../rules/schema.ts';
import { type Features, featuresOf } from './features.ts';
import type { Opening } from './opening.ts';

/** What goes on from a text's first line, up to the box that ends it. */
export interface Run {
  elements: Element[];
  /** why nothing follows: a box of other articles, a line that stands below texts, or the end of the page */
  end: 'other-article' | 'feed' | 'furniture' | 'none';
  /** the element that holds the elements */
  parent: ParentNode;
}

/** Lines of links in a feed. */
const MIN_ENTRIES = 3;
/** Shorter headings name a section of the text: 译文, 答案. In letters. */
const MIN_HEADLINE = 6;

/** The elements from the opening on that belong to one text: as high up as nothing foreign follows. */
export function runFrom(
  { headline, line }: Opening,
  features: ReadonlyMap<ParentNode, Features>,
  furniture: Furniture,
): Run {
  const shared = ancestors(headline);
  const makes = new Set(shared.filter((a) => a.name !== 'body' && a.name !== 'html').map(makeOf));
  const isShared = new Set<ParentNode>(shared);
  let kept: Run | null = null;
  for (let at = line; ; ) {
    const parent: ParentNode = present(at.parent, 'the parent');
    const elements = isShared.has(at) ? [at] : [...before(at, headline, isShared.has(parent)), at];
    let end: Run['end'] = 'none';
    const { length } = elements;
    for (let node = at.next; node && end === 'none'; node = node.next) {
      if (!isTag(node)) continue;
      end = endsAt(node, headline, at, makes, features, furniture);
      if (end === 'none') elements.push(node);
    }
    const isMore = elements.slice(length).some((e) => featuresOf(features, e).weight > 0);
    if (kept === null || isMore || !isShared.has(at)) kept = { elements, end, parent };
    else kept.end = end;
    if (end !== 'none' || !isTag(parent) || parent.name === 'body') return kept;
    at = parent;
  }
}

/** What stands in the text's box above its first sentence: a salutation, a heading. */
function before(at: Element, headline: Element, besideHeadline: boolean): Element[] {
  const found: Element[] = [];
  for (let node = at.prev; node; node = node.prev) {
    if (!isTag(node)) continue;
    if (node === headline || (besideHeadline && node.name !== 'p')) break;
    found.unshift(node);
  }
  return found;
}

function endsAt(
  node: Element,
  headline: Element,
  own: Element,
  makes: ReadonlySet<string>,
  features: ReadonlyMap<ParentNode, Features>,
  furniture: Furniture,
): Run['end'] {
  const f = features.get(node);
  if (!f || f.weight === 0) return 'none';
  if (isFeed(f)) return 'feed';
  const text = textOf(node);
  if (furniture.ends.test(text.slice(0, 60)) || (text.length <= 120 && furniture.tail.test(text)))
    return 'furniture';
  const isOwnMake = makeOf(node) === makeOf(own) || makes.has(makeOf(node));
  return isOtherArticle(node, headline, features, isOwnMake) ? 'other-article' : 'none';
}

/** A box that begins with a headline like the page's own, and says something below it. */
export function isOtherArticle(
  node: Element,
  headline: Element,
  features: ReadonlyMap<ParentNode, Features>,
  isOwnMake = false,
): boolean {
  const heading = firstHeading(node);
  return (
    heading !== null &&
    heading !== node &&
    bare(textOf(heading)).length >= MIN_HEADLINE &&
    (isOwnMake || heading.name === headline.name) &&
    featuresOf(features, node).marks > 2
  );
}

/** Boxes of links, with or without the first lines of what they lead to. */
export function isFeed(f: Features): boolean {
  return f.linkLines >= MIN_ENTRIES && f.linkLines >= f.proseLines * 0.6;
}

/** Elements that a template made alike. */
const makeOf = (e: Element): string => `${e.name}.${(e.attribs.class ?? '').trim()}`;

function firstHeading(node: Element): Element | null {
  for (let at: Element | undefined = node; at; at = at.children.filter(isTag).find((c) => textOf(c) !== ''))
    if (/^h[1-4]$/.test(at.name)) return at;
  return null;
}
