import { present } from '@zhibiao/shared';
import { compile } from 'css-select';
import { parse, type Selector, stringify } from 'css-what';
import { type ChildNode, type Element, isTag, type ParentNode, walk } from './nodes.ts';
import { simpleSelector } from './styles/selector.ts';

/** A selector compiled once; rules hold these. Combinators look beyond the root that is searched. */
export interface Query {
  readonly matches: (element: Element) => boolean;
  /** what {@link TreeIndex} looks up: an element that matches has one of the keys and passes its test */
  readonly byKey: readonly KeyedTest[];
}

export interface KeyedTest {
  /** `#id`, `.class`, `#` or `.` (has any), a tag name, or `*` */
  readonly key: string;
  /** null where the key says it all */
  readonly matches: ((element: Element) => boolean) | null;
}

/** @throws SyntaxError for a selector that is none: rule data is checked when it is loaded */
export function query(selector: string): Query {
  const groups = new Map<string, Selector[][]>();
  for (const alternative of parse(selector)) {
    const key = keyOf(alternative);
    groups.set(key, [...(groups.get(key) ?? []), alternative]);
  }
  const byKey = [...groups].map(([key, group]) => ({
    key,
    matches: group.some(saysAll) ? null : anyOf(group),
  }));
  return { matches: anyOf([...groups.values()].flat()), byKey };
}

/** Names with spaces between them are tested without css-select, which takes ten times as long and sorts tokens in place. */
function anyOf(group: readonly Selector[][]): (element: Element) => boolean {
  const simple = group.map((alternative) => simpleSelector(stringify([alternative])));
  const tests = simple.flatMap((s) => s?.matches ?? []);
  const others = group.filter((_, i) => simple[i] === null);
  if (others.length > 0) tests.push(compile<ChildNode, Element>(structuredClone(others)) as Query['matches']);
  return tests.length === 1
    ? present(tests[0], 'the first of tests')
    : (element) => tests.some((matches) => matches(element));
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

/** An id, a class or a tag and nothing else. */
function saysAll(alternative: readonly Selector[]): boolean {
  const [token, ...more] = alternative;
  if (!token || more.length > 0) return false;
  if (token.type === 'tag') return true;
  return token.type === 'attribute' && /^[#.]./.test(keyOf(alternative));
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
