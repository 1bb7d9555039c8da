import {
  ancestors,
  type Element,
  isTag,
  nameCues,
  type ParentNode,
  tagsNamed,
  textOf,
} from '../dom/nodes.ts';
import type { BodyCues } from '../rules/schema.ts';
import { type Features, linkDensity } from './features.ts';
import { cueWeight } from './score.ts';

const boxes = new Set([
  'div',
  'ul',
  'ol',
  'table',
  'section',
  'form',
  'fieldset',
  'aside',
  'nav',
  'footer',
  'header',
  'figure',
  'dl',
  'center',
]);

/** Decides for the elements inside a body which are boxes put into the text: link lists, share bars, forms, ads. */
export function clutterFilter(
  features: Map<ParentNode, Features>,
  cues: BodyCues,
  dropped: ReadonlySet<Element>,
  total: number,
  line: Element | null,
): (element: Element) => boolean {
  const opens = new Set<Element>(line ? [line, ...ancestors(line)] : []);
  return (element) => {
    if (dropped.has(element)) return (features.get(element)?.weight ?? 0) < total / 2;
    if (
      element.name === 'aside' ||
      element.name === 'nav' ||
      element.name === 'footer' ||
      element.name === 'figcaption'
    )
      return true;
    if (/^h[1-6]$/.test(element.name)) return false;
    if (element.name === 'time') return isAlone(element);
    const f = features.get(element);
    if (!f) return false;
    const names = nameCues(element);
    if (names !== ' ' && cues.never.test(names)) return true;
    if (names !== ' ' && isAside(element, f, names, cues, total)) return true;
    if (names !== ' ' && cues.drop.test(names) && f.weight < total / 3 && f.weight - f.linkWeight < 400)
      return true;
    return boxes.has(element.name) && !opens.has(element) && isClutter(element, f, cues, total);
  };
}

/** When a text was written stands in a line of its own. */
const isAlone = (time: Element): boolean =>
  time.parent !== null && isTag(time.parent) && textOf(time.parent) === textOf(time);

/** In weight. */
const MAX_LEAD = 160;
const MAX_CARD = 300;

/** A person's card, or an editor's words about the text: sites in Chinese name these boxes so. */
function isAside(element: Element, f: Features, names: string, cues: BodyCues, total: number): boolean {
  if (f.weight > total / 3 || f.weight > MAX_CARD) return false;
  if (cues.cards.test(names)) return /\p{Script=Han}/u.test(textOf(element));
  return f.weight <= MAX_LEAD && cues.lead.test(names) && /\p{Script=Han}/u.test(textOf(element));
}

/** Readability's conditional cleaning, with weights instead of characters. */
function isClutter(element: Element, f: Features, cues: BodyCues, total: number): boolean {
  if (f.weight > total / 2) return false;
  const weight = cueWeight(element, cues);
  if (weight < 0 && f.marks < 10) return true;
  if (f.marks >= 10) return false;
  if (isHeadingBox(element, f)) return false;
  const density = linkDensity(f);
  const list = element.name === 'ul' || element.name === 'ol' || f.items * 30 > f.weight;
  if (f.inputs > Math.max(1, f.paragraphs / 3)) return true;
  if (density > (weight >= 25 ? 0.5 : list ? 0.35 : 0.2) && f.links > 1) return true;
  if (density > 0.6 && f.weight > 0) return true;
  return !list && f.images > 1 && f.paragraphs / f.images < 0.5 && f.weight < 60;
}

/** A heading with the tools that a page puts beside it. */
function isHeadingBox(element: Element, f: Features): boolean {
  if (f.weight > MAX_HEADING_BOX || f.linkWeight >= f.weight) return false;
  return element.children.some((c) => isTag(c) && /^h[1-6]$/.test(c.name) && tagsNamed(c, 'a').length === 0);
}

/** In weight. */
const MAX_HEADING_BOX = 80;
