import { compile } from 'css-select';
import { type ChildNode, type Element, isTag, type ParentNode, walk } from './nodes.ts';

/** A selector compiled once; rules hold these. Combinators look beyond the root that is searched. */
export type Query = (element: Element) => boolean;

/** @throws SyntaxError for a selector that is none: rule data is checked when it is loaded */
export function query(selector: string): Query {
  return compile<ChildNode, Element>(selector) as Query;
}

// css-select's own selectAll first removes subsets from its context, which is quadratic in a post of 70,000 lines.

/** Elements below the root that match, in document order. */
export function all(root: ParentNode, matches: Query): Element[] {
  const found: Element[] = [];
  walk(root, (node) => {
    if (isTag(node) && matches(node)) found.push(node);
    return true;
  });
  return found;
}

/** The first element below the root that matches, or null. */
export function first(root: ParentNode, matches: Query): Element | null {
  let found: Element | null = null;
  walk(root, (node) => {
    if (found) return false;
    if (isTag(node) && matches(node)) found = node;
    return true;
  });
  return found;
}
