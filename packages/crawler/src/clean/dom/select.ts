import { compile } from 'css-select';
import { parse, type Selector } from 'css-what';
import { type ChildNode, type Element, isTag, type ParentNode, walk } from './nodes.ts';

/** A selector compiled once; rules hold these. Combinators look beyond the root that is searched. */
export interface Query {
  readonly matches: (element: Element) => boolean;
  /** one per alternative: `#id`, `.class`, `#` or `.` (has any), a tag name, or `*`; an element that matches has one of them */
  readonly keys: readonly string[];
}

/** @throws SyntaxError for a selector that is none: rule data is checked when it is loaded */
export function query(selector: string): Query {
  const keys = parse(selector).map((alternative) => keyOf(alternative));
  return { matches: compile<ChildNode, Element>(selector) as Query['matches'], keys: [...new Set(keys)] };
}

// css-select's own selectAll first removes subsets from its context, which is quadratic in a post of 70,000 lines.

/** Elements below the root that match, in document order. */
export function all(root: ParentNode, query: Query): Element[] {
  const found: Element[] = [];
  walk(root, (node) => {
    if (isTag(node) && query.matches(node)) found.push(node);
    return true;
  });
  return found;
}

/** The first element below the root that matches, or null. */
export function first(root: ParentNode, query: Query): Element | null {
  let found: Element | null = null;
  walk(root, (node) => {
    if (found) return false;
    if (isTag(node) && query.matches(node)) found = node;
    return true;
  });
  return found;
}

/** The narrowest key that the last compound of an alternative asks for. */
function keyOf(alternative: readonly Selector[]): string {
  const last = alternative.findLastIndex((token) => /^(descendant|child|adjacent|sibling)$/.test(token.type));
  const compound = alternative.slice(last + 1);
  let key = '*';
  for (const token of compound) {
    if (token.type === 'tag' && key === '*') key = token.name;
    if (token.type !== 'attribute') continue;
    const exact = token.ignoreCase !== true;
    if (token.name === 'id') {
      key = exact && token.action === 'equals' ? `#${token.value}` : key.startsWith('#') ? key : '#';
    } else if (token.name === 'class' && !key.startsWith('#')) {
      key = exact && token.action === 'element' ? `.${token.value}` : key.startsWith('.') ? key : '.';
    }
  }
  return key;
}
