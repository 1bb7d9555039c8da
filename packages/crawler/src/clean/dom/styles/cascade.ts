import { present } from '@zhibiao/shared';
import type { Element, ParentNode } from 'domhandler';
import { isTag, walk } from '../nodes.ts';
import { keysOf } from '../tree-index.ts';
import { type CompiledSelector, compileSelector } from './selector.ts';
import { type Declarations, type Declared, readInline, readSheets, type SheetRule } from './sheet.ts';

export type DeclarationTest = (property: string, value: string) => boolean;
/** for each test the properties that pass it */
type Passing = readonly (readonly string[])[];

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
   * For each test the elements about which a rule or their own attribute says something that passes it, each with the
   * properties that do, in no order. Asked at once: finding the elements of a rule costs more than what is asked of them.
   */
  declaring(tests: readonly DeclarationTest[]): Map<Element, Set<string>>[] {
    const found = tests.map(() => new Map<Element, Set<string>>());
    /** of a rule's declarations, which its other selectors share, and of a repeated attribute's */
    const known = new Map<Declarations, Passing | null>();
    const passing = (declared: Declarations): Passing | null => {
      let properties = known.get(declared);
      if (properties === undefined) {
        properties = passingOf(declared, tests);
        known.set(declared, properties);
      }
      return properties;
    };
    const add = (element: Element, passed: Passing) => {
      for (let i = 0; i < found.length; i++) {
        const names = present(passed[i], 'passed at i');
        if (names.length === 0) continue;
        const before = present(found[i], 'found at i').get(element);
        if (before) for (const name of names) before.add(name);
        else present(found[i], 'found at i').set(element, new Set(names));
      }
    };
    for (const [key, rules] of this.#byKey) {
      const elements = present(this.#found.get(key), 'the entry for key in found');
      for (const rule of rules) {
        const passed = passing(rule.declared);
        if (passed === null) continue;
        const { matches } = this.#compiled(rule);
        for (const element of elements) if (matches(element)) add(element, passed);
      }
    }
    for (const element of this.#styled) {
      const passed = passing(this.#inlineOf(element));
      if (passed !== null) add(element, passed);
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

/** @returns for each test the properties that pass it, null where none passes any */
function passingOf(declared: Declarations, tests: readonly DeclarationTest[]): Passing | null {
  let isAny = false;
  const passed = tests.map(() => [] as string[]);
  for (const [property, { value }] of declared)
    for (let i = 0; i < tests.length; i++) {
      if (!present(tests[i], 'tests at i')(property, value)) continue;
      present(passed[i], 'passed at i').push(property);
      isAny = true;
    }
  return isAny ? passed : null;
}

const none: ReadonlyMap<string, Declared> = new Map();
