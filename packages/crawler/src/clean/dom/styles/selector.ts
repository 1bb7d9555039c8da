import { present } from '@zhibiao/shared';
import { compile } from 'css-select';
import { parse, type Selector } from 'css-what';
import { type ChildNode, type Element, isTag } from '../nodes.ts';

export interface CompiledSelector {
  readonly matches: (element: Element) => boolean;
  /** ids, then classes and attributes, then tags, as one number */
  readonly specificity: number;
}

const never: CompiledSelector = { matches: () => false, specificity: 0 };

/** A faulty selector matches nothing, as in browsers. A list is as specific as its most specific part. */
export function compileSelector(source: string): CompiledSelector {
  const simple = simpleSelector(source);
  if (simple) return simple;
  try {
    const parsed = parse(source);
    const specificity = Math.max(...parsed.map(specificityOf));
    return { matches: compile<ChildNode, Element>(parsed) as (element: Element) => boolean, specificity };
  } catch {
    return never;
  }
}

function specificityOf(selector: readonly Selector[]): number {
  let sum = 0;
  for (const token of selector) {
    if (token.type === 'tag') sum += 1;
    else if (token.type === 'attribute')
      sum += token.name === 'id' && token.action === 'equals' ? 10_000 : 100;
    else if (token.type === 'pseudo') {
      const inner = Array.isArray(token.data) ? token.data : null;
      if (!inner) sum += 100;
      else if (token.name !== 'where') sum += Math.max(0, ...inner.map(specificityOf));
    }
  }
  return sum;
}

interface Compound {
  tag: string | null;
  id: string | null;
  classes: readonly string[];
  /** whether what stands before it is its parent, and not any element around it */
  isChild: boolean;
}

const compound = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;

/**
 * Most selectors of a sheet are names with spaces between them: these are tested without the engine, which takes ten times as
 * long. null for all others.
 */
export function simpleSelector(source: string): CompiledSelector | null {
  const parts: Compound[] = [];
  let specificity = 0;
  let isChild = false;
  for (const token of source.replace(/>/g, ' > ').trim().split(/\s+/)) {
    if (token === '>') {
      if (isChild || parts.length === 0) return null;
      isChild = true;
      continue;
    }
    const [, tag = '*', names = ''] = compound.exec(token) ?? [];
    if (!compound.test(token)) return null;
    const ids = names.match(/#[\w-]+/g) ?? [];
    if (ids.length > 1) return null;
    const classes = (names.match(/\.[\w-]+/g) ?? []).map((name) => name.slice(1));
    specificity += ids.length * 10_000 + classes.length * 100 + (tag === '*' ? 0 : 1);
    parts.push({
      tag: tag === '*' ? null : tag.toLowerCase(),
      id: ids[0]?.slice(1) ?? null,
      classes,
      isChild,
    });
    isChild = false;
  }
  if (isChild || parts.length === 0) return null;
  const steps = parts.some((part) => part.isChild);
  // trying every way up costs much where there are many
  if (steps && parts.length > MAX_STEPS) return null;
  return { matches: (element) => fits(element, parts, parts.length - 1, steps), specificity };
}

const MAX_STEPS = 5;

/** @param steps whether a part must be the child of another: then the nearest element that fits may be the wrong one */
function fits(element: Element, parts: readonly Compound[], at: number, steps: boolean): boolean {
  const part = present(parts[at], 'parts at the place');
  if (!isCompound(element, part)) return false;
  if (at === 0) return true;
  for (let above = element.parent; above && isTag(above); above = above.parent) {
    if (fits(above, parts, at - 1, steps)) return true;
    if (part.isChild || (!steps && isCompound(above, present(parts[at - 1], 'the one before in parts'))))
      return false;
  }
  return false;
}

function isCompound({ name, attribs }: Element, { tag, id, classes }: Compound): boolean {
  if (tag !== null && tag !== name) return false;
  if (id !== null && attribs.id !== id) return false;
  return (
    classes.length === 0 ||
    (attribs.class !== undefined && classes.every((c) => hasClass(present(attribs.class, 'the class'), c)))
  );
}

/** As a word of its own in the attribute. */
function hasClass(classes: string, name: string): boolean {
  for (let at = classes.indexOf(name); at >= 0; at = classes.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (
      (at === 0 || isSpace(classes.charCodeAt(at - 1))) &&
      (end === classes.length || isSpace(classes.charCodeAt(end)))
    )
      return true;
  }
  return false;
}

const isSpace = (code: number): boolean => code === 0x20 || (code >= 9 && code <= 13);
