import { load } from 'cheerio/slim';
import type { Document, Element, ParentNode } from 'domhandler';
import { isTag, isText, walk } from '../clean/dom/nodes.ts';

/** Parses XML; names keep their prefix and case. */
export const parseXml = (xml: string): Document => load(xml, { xmlMode: true }).root()[0] as Document;

/** Name without its prefix: programs differ in the prefixes that they choose. */
export const local = (element: Element): string => element.name.slice(element.name.indexOf(':') + 1);

/** Child elements, or those of one local name. */
export function children(parent: ParentNode, name?: string): Element[] {
  return parent.children.filter((c): c is Element => isTag(c) && (name === undefined || local(c) === name));
}

export const child = (parent: ParentNode, name: string): Element | undefined => children(parent, name)[0];

/** Elements of a local name anywhere below, in document order. */
export function descendants(root: ParentNode, name: string): Element[] {
  const found: Element[] = [];
  walk(root, (node) => {
    if (isTag(node) && local(node) === name) found.push(node);
    return true;
  });
  return found;
}

/** An attribute by its local name. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const key = Object.keys(element.attribs).find((k) => k === name || k.endsWith(`:${name}`));
  return key === undefined ? undefined : element.attribs[key];
}

export function textIn(root: ParentNode): string {
  let text = '';
  walk(root, (node) => {
    if (isText(node)) text += node.data;
    return true;
  });
  return text;
}
