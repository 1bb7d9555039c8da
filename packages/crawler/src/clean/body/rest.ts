import { present } from '@zhibiao/shared';
import { Element, isTag as isTagNode } from 'domhandler';
import { blockTags, type ChildNode, isTag, isText, type ParentNode, textOf } from '../dom/nodes.ts';
import type { Furniture } from '../rules/schema.ts';
import { type Features, featuresOf, linkDensity, measure, prose } from './features.ts';

/** Less than this part of the text, or fewer lines, are what pages put below a text: a notice, a credit. */
const MIN_SHARE = 0.15;
const MIN_LINES = 2;
const MAX_LINKS = 0.2;
/** A sentence is longer, and stands in a text once. In characters. */
const MIN_SENTENCE = 20;
const ordinals = '一二三四五六七八九十';
const section = /(?:^|[\s　])([一二三四五六七八九十])、/g;

/**
 * What goes on beside its box: a page closes the box of its text early, by a stray `</div>` or `</body>`, and the rest
 * stands as bare lines behind it. @returns the elements that hold the rest, in page order; loose text is put into a `p`
 */
export function restOf(
  last: ParentNode,
  features: Map<ParentNode, Features>,
  excluded: (element: Element) => boolean,
  furniture: Furniture,
): Element[] {
  const found: Element[] = [];
  for (let at: ParentNode = last; at.parent && !isCell(at); at = at.parent) {
    const rest = bareLines(at as ChildNode, features, excluded);
    found.push(...rest.lines);
    if (rest.ended || (isTag(at.parent) && at.parent.name === 'body')) break;
  }
  if (found.length === 0 || furniture.ends.test(textOf(present(found[0], 'the first of found')))) return [];
  const said = textOf(last);
  // the same text once more, for another screen
  if (found.some((e) => textOf(e).length >= MIN_SENTENCE && said.includes(textOf(e)))) return [];
  const own = prose(featuresOf(features, last));
  const more = found.reduce((n, e) => n + prose(featuresOf(features, e)), 0);
  const isLarge = more >= own * MIN_SHARE && found.length >= MIN_LINES;
  return isLarge || goesOn(said, textOf(present(found[0], 'the first of found'))) ? found : [];
}

const isCell = (node: ParentNode): boolean => isTag(node) && /^(td|th|li)$/.test(node.name);

/** The lines without a box of their own that follow a node among its siblings; `ended` where something else stops them. */
function bareLines(
  after: ChildNode,
  features: Map<ParentNode, Features>,
  excluded: (element: Element) => boolean,
): { lines: Element[]; ended: boolean } {
  const lines: Element[] = [];
  let loose: ChildNode[] = [];
  const close = () => {
    if (loose.some((n) => (isText(n) ? n.data.trim() : isTag(n) && textOf(n)) !== '')) {
      const line = wrap(loose);
      for (const [node, f] of measure(line)) features.set(node, f);
      lines.push(line);
    }
    loose = [];
  };
  let ended = false;
  for (let node = after.next; node && !ended; node = node.next) {
    if (isText(node) || (isTag(node) && !blockTags.has(node.name) && !excluded(node))) {
      loose.push(node);
      continue;
    }
    if (!isTagNode(node)) continue;
    const f = features.get(node);
    if (!f || f.weight === 0) continue;
    const isLine =
      /^(p|h[2-6]|blockquote|center|div)$/.test(node.name) && isPlainBox(node) && !excluded(node);
    if (isLine && linkDensity(f) < MAX_LINKS) {
      close();
      lines.push(node);
    } else ended = true;
  }
  close();
  // links between the lines are no text that goes on
  return {
    lines: lines.filter((l) => linkDensity(featuresOf(features, l)) < MAX_LINKS),
    ended,
  };
}

/** A `div` with a name is a box that the page means. */
const isPlainBox = ({ name, attribs }: Element): boolean =>
  name !== 'div' || (attribs.class === undefined && attribs.id === undefined);

function wrap(nodes: readonly ChildNode[]): Element {
  const [first] = nodes as [ChildNode];
  const { parent } = first;
  const line = new Element('p', {});
  const at = present(parent, 'the parent').children.indexOf(first);
  present(parent, 'the parent').children.splice(at, nodes.length, line);
  line.parent = parent;
  line.prev = first.prev;
  line.next = present(nodes.at(-1), 'the last of nodes').next;
  if (line.prev) line.prev.next = line;
  if (line.next) line.next.prev = line;
  line.children = [...nodes];
  for (const node of nodes) node.parent = line;
  first.prev = null;
  present(nodes.at(-1), 'the last of nodes').next = null;
  return line;
}

/** The rest begins with the section after the last one of the text: 二、 behind 一、. */
function goesOn(text: string, rest: string): boolean {
  const last = [...text.matchAll(section)].at(-1)?.[1];
  const next = rest.match(/^([一二三四五六七八九十])、/)?.[1];
  return last !== undefined && next !== undefined && ordinals.indexOf(next) === ordinals.indexOf(last) + 1;
}
