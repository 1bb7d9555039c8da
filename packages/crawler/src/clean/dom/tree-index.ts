import { type Element, isTag, type ParentNode, walk } from './nodes.ts';
import type { Query } from './select.ts';

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
    const found = new Set<Element>();
    for (const key of query.keys) {
      for (const element of this.#byKey.get(key) ?? []) if (query.matches(element)) found.add(element);
    }
    if (query.keys.length < 2) return [...found];
    return [...found].sort((a, b) => this.#order.get(a)! - this.#order.get(b)!);
  }

  /** The first element that matches, or null. */
  first(query: Query): Element | null {
    if (query.keys.length === 1)
      return this.#byKey.get(query.keys[0]!)?.find((e) => query.matches(e)) ?? null;
    return this.all(query)[0] ?? null;
  }

  /** In document order. */
  isBefore(a: Element, b: ParentNode): boolean {
    return this.#order.get(a)! < (isTag(b) ? this.#order.get(b)! : 0);
  }

  #add(element: Element): void {
    this.#order.set(element, this.#order.size);
    this.#put('*', element);
    this.#put(element.name, element);
    const { id, class: classes } = element.attribs;
    if (id !== undefined) {
      this.#put('#', element);
      this.#put(`#${id}`, element);
    }
    if (classes === undefined) return;
    this.#put('.', element);
    for (const name of classes.split(/\s+/)) if (name !== '') this.#put(`.${name}`, element);
  }

  #put(key: string, element: Element): void {
    const list = this.#byKey.get(key);
    if (list) list.push(element);
    else this.#byKey.set(key, [element]);
  }
}
