import type { Element, ParentNode } from 'domhandler';
import { isTag, walk } from '../nodes.ts';
import { keysOf } from '../tree-index.ts';
import { type CompiledSelector, compileSelector } from './selector.ts';
import { type Declared, readInline, readSheets, type SheetRule } from './sheet.ts';

/** What a page's style sheets and `style` attributes declare of its elements. The tree must not change while it is asked. */
export class Cascade {
  readonly #byKey = new Map<string, SheetRule[]>();
  /** elements by what rules ask for */
  readonly #found = new Map<string, Element[]>();
  readonly #styled: Element[] = [];
  readonly #compiledBy = new Map<string, CompiledSelector>();
  readonly #values = new Map<Element, Map<string, string | null>>();
  /** by the attribute's text: pasted texts repeat a few of them thousands of times */
  readonly #inline = new Map<string, ReadonlyMap<string, Declared>>();

  constructor(root: ParentNode, sheets: readonly string[]) {
    const isStyled = sheets.length > 0;
    walk(root, (node) => {
      if (!isTag(node)) return true;
      if (styleOf(node) !== undefined) this.#styled.push(node);
      if (!isStyled) return true;
      for (const key of keysOf(node)) {
        const list = this.#found.get(key);
        if (list) list.push(node);
        else this.#found.set(key, [node]);
      }
      return true;
    });
    for (const rule of readSheets(sheets, (key) => this.#found.has(key))) {
      const list = this.#byKey.get(rule.key);
      if (list) list.push(rule);
      else this.#byKey.set(rule.key, [rule]);
    }
  }

  /**
   * Elements about which a rule or their own attribute says something that passes the test, each with the properties that
   * do, in no order.
   */
  declaring(test: (property: string, value: string) => boolean): Map<Element, Set<string>> {
    const found = new Map<Element, Set<string>>();
    const add = (element: Element, properties: readonly string[]) => {
      const known = found.get(element);
      if (known) for (const property of properties) known.add(property);
      else found.set(element, new Set(properties));
    };
    for (const [key, rules] of this.#byKey) {
      const elements = this.#found.get(key)!;
      for (const rule of rules) {
        const properties = passing(rule.declared, test);
        if (properties.length === 0) continue;
        const { matches } = this.#compiled(rule);
        for (const element of elements) if (matches(element)) add(element, properties);
      }
    }
    for (const element of this.#styled) {
      const properties = passing(this.#inlineOf(element), test);
      if (properties.length > 0) add(element, properties);
    }
    return found;
  }

  /** The value that counts, lower case, or null where nothing is declared. Nothing is inherited. */
  value(element: Element, property: string): string | null {
    let known = this.#values.get(element);
    if (!known) {
      known = new Map();
      this.#values.set(element, known);
    }
    let value = known.get(property);
    if (value === undefined) {
      value = this.#valueOf(element, property);
      known.set(property, value);
    }
    return value;
  }

  /** The value of the nearest element that declares it, the element itself first. */
  inherited(element: Element, property: string): string | null {
    for (let at: ParentNode | null = element; at && isTag(at); at = at.parent) {
      const value = this.value(at, property);
      if (value !== null && value !== 'inherit') return value;
    }
    return null;
  }

  #valueOf(element: Element, property: string): string | null {
    const inline = this.#inlineOf(element).get(property);
    if (inline?.important || this.#byKey.size === 0) return inline?.value ?? null;
    let best: { declared: Declared; specificity: number; order: number } | null = null;
    for (const key of keysOf(element)) {
      for (const rule of this.#byKey.get(key) ?? []) {
        const declared = rule.declared.get(property);
        if (!declared || (best?.declared.important && !declared.important)) continue;
        const { matches, specificity } = this.#compiled(rule);
        const beats =
          best === null ||
          (declared.important && !best.declared.important) ||
          specificity > best.specificity ||
          (specificity === best.specificity && rule.order > best.order);
        if (beats && matches(element)) best = { declared, specificity, order: rule.order };
      }
    }
    return best?.declared.important ? best.declared.value : (inline?.value ?? best?.declared.value ?? null);
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

const passing = (
  declared: ReadonlyMap<string, Declared>,
  test: (property: string, value: string) => boolean,
): string[] =>
  [...declared].filter(([property, { value }]) => test(property, value)).map(([property]) => property);

const none: ReadonlyMap<string, Declared> = new Map();
