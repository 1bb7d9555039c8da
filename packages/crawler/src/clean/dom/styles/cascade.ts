import type { Element, ParentNode } from 'domhandler';
import { isTag } from '../nodes.ts';
import { TreeIndex } from '../tree-index.ts';
import { type CompiledSelector, compileSelector } from './selector.ts';
import { type Declared, readInline, readSheets, type SheetRule } from './sheet.ts';

/** What a page's style sheets and `style` attributes declare of its elements. The tree must not change while it is asked. */
export class Cascade {
  readonly #index: TreeIndex;
  readonly #rules: readonly SheetRule[];
  readonly #byKey = new Map<string, SheetRule[]>();
  readonly #compiledBy = new Map<string, CompiledSelector>();
  readonly #values = new Map<Element, ReadonlyMap<string, Declared>>();
  /** by the attribute's text: pasted texts repeat a few of them thousands of times */
  readonly #inline = new Map<string, ReadonlyMap<string, Declared>>();

  constructor(root: ParentNode, sheets: readonly string[]) {
    this.#index = new TreeIndex(root);
    this.#rules = readSheets(sheets).filter(({ key }) => this.#index.has(key));
    for (const rule of this.#rules) {
      const list = this.#byKey.get(rule.key);
      if (list) list.push(rule);
      else this.#byKey.set(rule.key, [rule]);
    }
  }

  /** Elements that a rule or their own attribute says something about that passes the test, in no order. */
  declaring(test: (declared: ReadonlyMap<string, Declared>) => boolean): Set<Element> {
    const found = new Set<Element>();
    for (const rule of this.#rules) {
      if (!test(rule.declared)) continue;
      for (const element of this.#index.withKey(rule.key)) {
        if (!found.has(element) && this.#compiled(rule).matches(element)) found.add(element);
      }
    }
    for (const element of this.#index.withKey('*')) {
      if (styleOf(element) !== undefined && test(this.#inlineOf(element))) found.add(element);
    }
    return found;
  }

  /** The value that counts, lower case, or null where nothing is declared. Nothing is inherited. */
  value(element: Element, property: string): string | null {
    let known = this.#values.get(element);
    if (!known) {
      known = this.#valuesOf(element);
      this.#values.set(element, known);
    }
    return known.get(property)?.value ?? null;
  }

  /** The value of the nearest element that declares it, the element itself first. */
  inherited(element: Element, property: string): string | null {
    for (let at: ParentNode | null = element; at && isTag(at); at = at.parent) {
      const value = this.value(at, property);
      if (value !== null && value !== 'inherit') return value;
    }
    return null;
  }

  #valuesOf(element: Element): ReadonlyMap<string, Declared> {
    const inline = this.#inlineOf(element);
    if (this.#byKey.size === 0) return inline;
    const matching = [...TreeIndex.keysOf(element)]
      .flatMap((key) => this.#byKey.get(key) ?? [])
      .filter((rule) => this.#compiled(rule).matches(element))
      .sort((a, b) => this.#compiled(a).specificity - this.#compiled(b).specificity || a.order - b.order);
    const values = new Map<string, Declared>();
    for (const declared of [...matching.map((rule) => rule.declared), inline]) {
      for (const [property, value] of declared) {
        if (value.important || !values.get(property)?.important) values.set(property, value);
      }
    }
    return values;
  }

  #compiled({ selector }: SheetRule): CompiledSelector {
    let known = this.#compiledBy.get(selector);
    if (!known) {
      known = compileSelector(selector);
      this.#compiledBy.set(selector, known);
    }
    return known;
  }

  #inlineOf(element: Element): ReadonlyMap<string, Declared> {
    const style = styleOf(element);
    if (style === undefined) return none;
    let known = this.#inline.get(style);
    if (!known) {
      known = readInline(style);
      this.#inline.set(style, known);
    }
    return known;
  }
}

/** The `style` attribute, behind what older attributes say in its place. */
function styleOf({ name, attribs }: Element): string | undefined {
  if (name !== 'font' || attribs.color === undefined) return attribs.style;
  return `color:${attribs.color};${attribs.style ?? ''}`;
}

const none: ReadonlyMap<string, Declared> = new Map();
