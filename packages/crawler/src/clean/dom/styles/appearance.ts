import {
  blockTags,
  type Element,
  isTag,
  isText,
  type ParentNode,
  type Text,
  textOf,
  walk,
} from '../nodes.ts';
import { Cascade, type DeclarationTest } from './cascade.ts';
import { type Hiding, hasReadableSize, hidingOf, mayHide } from './hiding.ts';

/** What of a page nobody sees, as its style sheets and attributes have it. */
export interface Appearance {
  hidden: Map<Element, Exclude<Hiding, 'none' | 'unsized'>>;
  /** text of no size, whose element may hold text that has one */
  unsized: Text[];
}

/** A note's mark is no longer than this. In characters. */
const MAX_MARK = 12;
/** Struck-out text of a larger part of a page is a fault of its style. */
const MAX_STRUCK = 0.5;
/** A box that stands in its line, whatever its tag: a number, a word. In characters. */
const MAX_INLINE = 40;

/**
 * Reads the style sheets of a page. Elements that its style raises or strikes out are renamed `sup` and `del`, boxes that
 * stand in a line `span`: those who read the tree know tags only.
 */
export function readAppearance(root: ParentNode, sheets: readonly string[]): Appearance {
  const cascade = new Cascade(root, sheets);
  const hidden: Appearance['hidden'] = new Map();
  const unsized: Text[] = [];
  const [suspects, shifted, inlined, through] = cascade.declaring(tests) as Found[] as [
    Found,
    Found,
    Found,
    Found,
  ];
  for (const [element, suspected] of suspects) {
    if (element.name === 'body' || element.name === 'html') continue;
    const hiding = hidingOf(element, suspected, cascade);
    if (hiding === 'unsized') unsized.push(...textWithoutSize(element, cascade));
    else if (hiding !== 'none') hidden.set(element, hiding);
  }
  const raised = [...shifted.keys()].filter((e) => isRaised(e, cascade));
  const inline = [...inlined.keys()].filter(
    (e) =>
      /^(div|p)$/.test(e.name) && cascade.value(e, 'display') === 'inline' && textOf(e).length <= MAX_INLINE,
  );
  const gone = [...through.keys()].filter((e) => isStruck(e, cascade));
  for (const element of raised) element.name = 'sup';
  for (const element of inline) element.name = 'span';
  renameStruck(root, gone);
  return { hidden, unsized };
}

type Found = ReadonlyMap<Element, ReadonlySet<string>>;

/** What may hide, raise, put into its line, or strike out. */
const tests: readonly DeclarationTest[] = [
  mayHide,
  (p, v) => (p === 'vertical-align' && isAbove(v)) || (p === 'top' && isUp(v)),
  (p, v) => p === 'display' && v === 'inline',
  (p, v) => p.startsWith('text-decoration') && v.includes('line-through'),
];

/** The text below an element without a size, but for what has a size of its own: containers of no size are common. */
function textWithoutSize(element: Element, cascade: Cascade): Text[] {
  const found: Text[] = [];
  walk(element, (node) => {
    if (isText(node)) found.push(node);
    return !(isTag(node) && hasReadableSize(node, cascade));
  });
  return found;
}

const isAbove = (value: string): boolean =>
  /^(super|text-top|\+?0*[1-9.][\d.]*(px|pt|em|ex|rem|%))$/.test(value);
const isUp = (value: string): boolean => /^-\d?[\d.]{1,3}(px|pt|em|rem|%)$/.test(value);

function isRaised(element: Element, cascade: Cascade): boolean {
  if (element.name === 'sup' || blockTags.has(element.name)) return false;
  const value = (property: string) => cascade.value(element, property) ?? '';
  const isShifted = cascade.value(element, 'position') === 'relative' && isUp(value('top'));
  if (!isShifted && !isAbove(value('vertical-align'))) return false;
  const text = textOf(element);
  return text !== '' && text.length <= MAX_MARK;
}

const isStruck = (element: Element, cascade: Cascade): boolean =>
  /line-through/.test(
    cascade.value(element, 'text-decoration') ?? cascade.value(element, 'text-decoration-line') ?? '',
  );

const strikes = new Set(['s', 'strike', 'del']);

/** Struck-out elements become `del`, or `span` where most of the page is struck out. */
function renameStruck(root: ParentNode, byStyle: readonly Element[]): void {
  const struck = new Set(byStyle);
  let all = 0;
  let out = 0;
  let depth = 0;
  walk(
    root,
    (node) => {
      if (isTag(node)) {
        if (strikes.has(node.name)) struck.add(node);
        if (struck.has(node)) depth++;
      } else if (isText(node)) {
        const { length } = node.data.trim();
        all += length;
        if (depth > 0) out += length;
      }
      return true;
    },
    (left) => {
      if (struck.has(left)) depth--;
    },
  );
  for (const element of struck) element.name = out > all * MAX_STRUCK ? 'span' : 'del';
}
