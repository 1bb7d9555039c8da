import { present } from '@zhibiao/shared';
import { type Element, isTag, type ParentNode, walk } from './nodes.ts';
import type { KeyedTest, Query } from './select.ts';

/** Elements of a tree by class, id and tag: a page is asked some two hundred selectors, most of which cannot match. */
export class TreeIndex {
  readonly #byKey = new Map<string, Element[]>();
  readonly #order = new Map<Element, number>();

  /** The tree must not change afterwards. */
  constructor(root: ParentNode) {
    walk(root, (node) => {
      if (isTag(node)) this.#add(node);
      return true;
    });
  }

  /** Elements that match, in document order. */
  all(query: Query): Element[] {
    const found = query.byKey.map((test) => this.#found(test)).filter((elements) => elements.length > 0);
    if (found.length < 2) return found[0] ?? [];
    return [...new Set(found.flat())].sort(
      (a, b) =>
        present(this.#order.get(a), 'the entry for a in order') -
        present(this.#order.get(b), 'the entry for b in order'),
    );
  }

  /** The first element that matches, or null. */
  first(query: Query): Element | null {
    let first: Element | null = null;
    for (const { key, matches } of query.byKey) {
      const found = this.#byKey.get(key)?.find((e) => matches === null || matches(e));
      if (found && (first === null || this.isBefore(found, first))) first = found;
    }
    return first;
  }

  /** In document order. */
  isBefore(a: Element, b: ParentNode): boolean {
    return (
      present(this.#order.get(a), 'the entry for a in order') <
      (isTag(b) ? present(this.#order.get(b), 'the entry for b in order') : 0)
    );
  }

  /** Whether an element has the key ({@link KeyedTest}). */
  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  withKey(key: string): readonly Element[] {
    return this.#byKey.get(key) ?? [];
  }

  #found({ key, matches }: KeyedTest): Element[] {
    const elements = this.#byKey.get(key) ?? [];
    return matches === null ? [...elements] : elements.filter(matches);
  }

  #add(element: Element): void {
    this.#order.set(element, this.#order.size);
    for (const key of keysOf(element)) this.#put(key, element);
  }

  #put(key: string, element: Element): void {
    const list = this.#byKey.get(key);
    if (list) list.push(element);
    else this.#byKey.set(key, [element]);
  }
}

/** The keys under which an element is found ({@link KeyedTest}). */
export function keysOf({ name, attribs: { id, class: classes } }: Element): string[] {
  const keys = ['*', name];
  if (id !== undefined) keys.push('#', `#${id}`);
  if (classes === undefined) return keys;
  keys.push('.');
  if (!/\s/.test(classes)) {
    if (classes !== '') keys.push(`.${classes}`);
  } else for (const one of classes.split(/\s+/)) if (one !== '') keys.push(`.${one}`);
  return keys;
}
