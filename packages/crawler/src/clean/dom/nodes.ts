import { present } from '@zhibiao/shared';
import type { ChildNode, Element, ParentNode, Text } from 'domhandler';

export type { ChildNode, Element, ParentNode, Text };

/** The trees hold elements and text only; these two are called for every node many times. */
export function isTag(node: ChildNode | ParentNode): node is Element {
  return node.type === 'tag';
}

export function isText(node: ChildNode): node is Text {
  return node.type === 'text';
}

/** Elements that start a new line. Unknown elements (`<founder-content>`, `<text>`) are inline, as in browsers. */
export const blockTags = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption founder-content'.split(
    ' ',
  ),
);

/** Elements whose contents are never read text. */
export const silentTags = new Set(
  'script style del noscript template svg math iframe object embed applet select option textarea button input canvas audio video map head link meta title rp datalist nav-dummy'.split(
    ' ',
  ),
);

/** Walks a subtree in document order without recursion; `enter` returning false skips the node's children. */
export function walk(
  root: ParentNode,
  enter: (node: ChildNode) => boolean | undefined,
  leave?: (element: Element) => void,
): void {
  let node: ChildNode | null = root.children[0] ?? null;
  while (node) {
    const descend = enter(node) !== false;
    if (descend && isTag(node) && node.children.length > 0) {
      node = present(node.children[0], 'the first of children');
      continue;
    }
    if (descend && isTag(node)) leave?.(node);
    while (node && !node.next) {
      const parent: ParentNode | null = node.parent;
      if (!parent || parent === root) return;
      leave?.(parent as Element);
      node = parent as Element;
    }
    node = node?.next ?? null;
  }
}

/** All text below a node, white space collapsed, without silent elements. */
export function textOf(root: ParentNode): string {
  const parts: string[] = [];
  walk(root, (node) => {
    if (isText(node)) parts.push(node.data);
    else if (isTag(node)) {
      if (silentTags.has(node.name)) return false;
      if (node.name === 'br' || blockTags.has(node.name)) parts.push(' ');
    }
    return true;
  });
  return singleSpaces(parts.join('').replaceAll('\u200b', ' ').trim());
}

const spaces = /\s+/g;
/** Anything but a lone space between other characters. */
const unevenSpace = /\s\s|[\t-\r\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** Each run of white space (no-break and ideographic spaces, too) as one space. */
export function singleSpaces(text: string): string {
  return unevenSpace.test(text) ? text.replace(spaces, ' ') : text;
}

/** Elements of one name below a node, in document order. */
export function tagsNamed(root: ParentNode, name: string): Element[] {
  const found: Element[] = [];
  walk(root, (node) => {
    if (isTag(node) && node.name === name) found.push(node);
    return true;
  });
  return found;
}

/** `class` and `id` in one lower-case string, for cues. */
export function nameCues(element: Element): string {
  return `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`.toLowerCase();
}

/** Nearest ancestors first, the root left out. */
export function ancestors(node: ChildNode | ParentNode): Element[] {
  const out: Element[] = [];
  for (let parent = node.parent; parent; parent = parent.parent) if (isTag(parent)) out.push(parent);
  return out;
}

/** Takes nodes out of the tree, in time linear in the number of their parents' children. */
export function detachAll(nodes: readonly ChildNode[]): void {
  const gone = new Set<ChildNode>(nodes);
  const parents = new Set(nodes.map((n) => n.parent));
  for (const parent of parents) {
    if (!parent) continue;
    const left = parent.children.filter((c) => !gone.has(c));
    left.forEach((child, i) => {
      child.prev = left[i - 1] ?? null;
      child.next = left[i + 1] ?? null;
    });
    parent.children = left;
  }
  for (const node of nodes) node.parent = node.prev = node.next = null;
}
