import { Document } from 'domhandler';
import { type ChildNode, type Element, isTag, textOf } from '../../dom/nodes.ts';
import type { Page } from '../../dom/page.ts';
import { parseDate } from '../../meta/date.ts';
import { rules } from '../../rules/load.ts';
import { type Floor, messageText } from './message.ts';

/**
 * The archiver of Discuz! X puts floors side by side in one box: `<p class="author"><strong>name</strong> 发表于 …</p>`,
 * then the post's text up to the next author line. The subject stands in an h3 of floor 1.
 */
export function archiverFloors(page: Page): Floor[] {
  const content = page.index.first(rules.thread.archiver.content);
  if (!content) return [];
  const floors: Floor[] = [];
  let rest: ChildNode[] = [];
  let head: Element | null = null;
  const close = (): void => {
    if (head) floors.push(floorOf(head, rest, floors.length));
    rest = [];
  };
  for (const node of [...content.children]) {
    if (isTag(node) && rules.thread.archiver.author.matches(node)) {
      close();
      head = node;
    } else if (isTag(node) && /(^|\s)page(\s|$)/.test(node.attribs.class ?? '')) {
      break;
    } else rest.push(node);
  }
  close();
  return floors;
}

function floorOf(head: Element, nodes: ChildNode[], index: number): Floor {
  const name = head.children.find((c) => isTag(c) && /^(strong|b|a|cite)$/.test(c.name)) as
    | Element
    | undefined;
  const message = new Document(nodes.filter((n) => !(index === 0 && isTag(n) && n.name === 'h3')));
  return {
    author: name
      ? textOf(name)
      : textOf(head)
          .replace(/发表于.*/, '')
          .trim(),
    postedAt: parseDate(textOf(head)),
    label: index === 0 ? '楼主' : `${index + 1}#`,
    text: messageText(adopt(message)),
    message,
  };
}

/** Relinks siblings: the nodes come out of a larger box. */
function adopt(document: Document): Document {
  document.children.forEach((child, i) => {
    child.parent = document;
    child.prev = document.children[i - 1] ?? null;
    child.next = document.children[i + 1] ?? null;
  });
  return document;
}
