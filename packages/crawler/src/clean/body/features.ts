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
  /** the element's own lines: text and inline elements that are not inside a further block */
  own: { weight: number; linkWeight: number; marks: number };
}

const none = { weight: 0, linkWeight: 0, marks: 0 };
const empty = (): Features => ({
  ...none,
  paragraphs: 0,
  images: 0,
  items: 0,
  inputs: 0,
  links: 0,
  own: { ...none },
});

const han = /[\u3400-\u9fff]/g;
const mark = /[,，。；;：、！？!?．]/g;

/** One pass over the tree; the map holds every element below `root`. */
export function measure(root: ParentNode): Map<ParentNode, Features> {
  const map = new Map<ParentNode, Features>([[root, empty()]]);
  let linkDepth = 0;
  const blocks: ParentNode[] = [root];
  walk(
    root,
    (node) => {
      if (isTag(node)) {
        const f = empty();
        map.set(node, f);
        if (node.name === 'a') linkDepth++;
        if (blockTags.has(node.name)) blocks.push(node);
        if (node.name === 'p') f.paragraphs = 1;
        else if (node.name === 'img') f.images = 1;
        else if (node.name === 'li') f.items = 1;
        else if (node.name === 'input' || node.name === 'textarea' || node.name === 'select') f.inputs = 1;
        else if (node.name === 'a') f.links = 1;
        if (node.children.length === 0) leave(node);
        return true;
      }
      if (isText(node) && node.parent) {
        const text = node.data.replace(/\s+/g, ' ').trim();
        if (text === '') return true;
        const weight = text.length + (text.match(han)?.length ?? 0);
        const marks = text.match(mark)?.length ?? 0;
        const own = map.get(blocks[blocks.length - 1]!)!.own;
        own.weight += weight;
        own.marks += marks;
        const f = map.get(node.parent)!;
        f.weight += weight;
        f.marks += marks;
        if (linkDepth > 0) {
          f.linkWeight += weight;
          own.linkWeight += weight;
        }
      }
      return true;
    },
    (element) => {
      if (element.children.length > 0) leave(element);
    },
  );
  return map;

  function leave(element: Element): void {
    if (element.name === 'a') linkDepth--;
    if (blockTags.has(element.name)) blocks.pop();
    const f = map.get(element)!;
    const up = element.parent && map.get(element.parent);
    if (!up) return;
    up.weight += f.weight;
    up.linkWeight += f.linkWeight;
    up.marks += f.marks;
    up.paragraphs += f.paragraphs;
    up.images += f.images;
    up.items += f.items;
    up.inputs += f.inputs;
    up.links += f.links;
  }
}

export function linkDensity(f: Features): number {
  return f.weight === 0 ? 0 : f.linkWeight / f.weight;
}
