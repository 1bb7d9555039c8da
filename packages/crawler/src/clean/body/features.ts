import { present } from '@zhibiao/shared';
import { blockTags, type Element, isTag, isText, type ParentNode, walk } from '../dom/nodes.ts';

/** What is known of an element's text, everything below it included. */
export interface Features {
  /** characters, Han characters counted twice: a Chinese sentence is about half as long as an English one */
  weight: number;
  /** part of `weight` inside links */
  linkWeight: number;
  /** commas and stops, Chinese and Western: prose has them, menus do not */
  marks: number;
  paragraphs: number;
  images: number;
  items: number;
  inputs: number;
  links: number;
  /** the first three, of the element's own lines: text and inline elements that are not inside a further block */
  ownWeight: number;
  ownLinkWeight: number;
  ownMarks: number;
  /** lines that are a link: headlines of lists and feeds */
  linkLines: number;
  /** lines of running text */
  proseLines: number;
}

const marks = new Set([...',，。；;：、！？!?．'].map((c) => c.charCodeAt(0)));

/** What was measured of an element. @throws TypeError for one of another tree */
export const featuresOf = (features: ReadonlyMap<ParentNode, Features>, element: ParentNode): Features =>
  present(features.get(element), 'the features of the element');

/** One pass over the tree; the map holds every element below `root`. */
export function measure(root: ParentNode): Map<ParentNode, Features> {
  const top = features('');
  const map = new Map<ParentNode, Features>([[root, top]]);
  const blocks = [top];
  const open = [top];
  let linkDepth = 0;
  walk(
    root,
    (node) => {
      if (isTag(node)) {
        const f = features(node.name);
        map.set(node, f);
        open.push(f);
        if (node.name === 'a') linkDepth++;
        if (blockTags.has(node.name)) blocks.push(f);
      } else if (isText(node)) {
        const f = present(open[open.length - 1], 'the last of open');
        const { weight: weightBefore, marks: marksBefore } = f;
        weigh(node.data, f);
        const block = present(blocks[blocks.length - 1], 'the last of blocks');
        const weight = f.weight - weightBefore;
        block.ownWeight += weight;
        block.ownMarks += f.marks - marksBefore;
        if (linkDepth > 0) {
          f.linkWeight += weight;
          block.ownLinkWeight += weight;
        }
      }
      return true;
    },
    (element) => {
      if (element.name === 'a') linkDepth--;
      const f = present(open.pop(), 'the last of open');
      if (blockTags.has(element.name)) {
        blocks.pop();
        countLine(f);
      }
      add(present(open[open.length - 1], 'the last of open'), f);
    },
  );
  return map;
}

export function linkDensity(f: Features): number {
  return f.weight === 0 ? 0 : f.linkWeight / f.weight;
}

/** Weight outside of links. */
export function prose(f: Features): number {
  return f.weight - f.linkWeight;
}

function features(tag: string): Features {
  return {
    weight: 0,
    linkWeight: 0,
    marks: 0,
    paragraphs: tag === 'p' ? 1 : 0,
    images: tag === 'img' ? 1 : 0,
    items: tag === 'li' ? 1 : 0,
    inputs: tag === 'input' ? 1 : 0,
    links: tag === 'a' ? 1 : 0,
    ownWeight: 0,
    ownLinkWeight: 0,
    ownMarks: 0,
    linkLines: 0,
    proseLines: 0,
  };
}

function add(up: Features, f: Features): void {
  up.weight += f.weight;
  up.linkWeight += f.linkWeight;
  up.marks += f.marks;
  up.paragraphs += f.paragraphs;
  up.images += f.images;
  up.items += f.items;
  up.inputs += f.inputs;
  up.links += f.links;
  up.linkLines += f.linkLines;
  up.proseLines += f.proseLines;
}

/** Shorter links are labels, shorter lines say nothing. In weight. */
const MIN_HEADLINE = 12;
const MIN_PROSE = 40;

function countLine(f: Features): void {
  if (f.ownWeight < MIN_HEADLINE) return;
  if (f.ownLinkWeight >= f.ownWeight * 0.8) f.linkLines++;
  else if (f.ownWeight >= MIN_PROSE && f.ownLinkWeight < f.ownWeight * 0.3) f.proseLines++;
}

/** Adds a text's characters, runs of white space counted once, Han characters twice. */
function weigh(text: string, f: Features): void {
  let weight = 0;
  let space = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code === 0xa0 || code === 0x3000) {
      if (!space) weight++;
      space = true;
      continue;
    }
    space = false;
    if (code >= 0x3400 && code <= 0x9fff) {
      weight += 2;
      continue;
    }
    weight++;
    if (marks.has(code)) f.marks++;
  }
  f.weight += space && weight > 0 ? weight - 1 : weight;
}

/** The first line of running text in an element, or the element. */
export function firstProse<T extends ParentNode>(
  root: T,
  features: ReadonlyMap<ParentNode, Features>,
): Element | T {
  let found: Element | null = null;
  walk(root, (node) => {
    if (found) return false;
    if (
      isTag(node) &&
      featuresOf(features, node).ownWeight >= MIN_PROSE &&
      featuresOf(features, node).ownLinkWeight === 0
    )
      found = node;
    return true;
  });
  return found ?? root;
}
