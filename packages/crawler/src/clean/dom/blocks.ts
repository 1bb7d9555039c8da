import {
  blockTags,
  type Element,
  isTag,
  isText,
  type ParentNode,
  silentTags,
  tagsNamed,
  textOf,
  walk,
} from './nodes.ts';
import { isNoteLink, raisedText } from './notes.ts';
import { isDataTable, rowText } from './table.ts';
import { collapse } from './white-space.ts';

/** A line of text as a reader sees it. */
export interface Block {
  text: string;
  kind: 'paragraph' | 'heading' | 'item' | 'row';
  /** false where only a `<br>`, a list item or a table row parts it from the line before */
  opens: boolean;
  /** characters of `text` that are link text, about */
  linkChars: number;
  /** the links of the line */
  anchors: readonly Element[];
  /** the block element that holds the line */
  element: ParentNode;
}

/** How many pieces of the line before it say what a raised text belongs to. */
const MARK_AFTER = 3;

const headingTags = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'legend']);

/**
 * The lines of a subtree in reading order. White space is collapsed as a browser does, a line break of the source between
 * two Han characters is dropped (but in `<pre>`), `<br>` starts a line, data tables give one tab-separated line per row.
 *
 * @param skip elements for which it returns true are left out with all they hold
 * @param onSkip told how many lines stand before an element that is left out
 * @param parted whether elements that follow each other in a line are parted by a space: labels with their values
 */
export function renderBlocks(
  root: ParentNode,
  skip?: (element: Element) => boolean,
  onSkip?: (linesBefore: number) => void,
  parted = false,
): Block[] {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let linkChars = 0;
  const open: Element[] = [];
  let anchors: Element[] = [];
  let kind: Block['kind'] = 'paragraph';
  let element: ParentNode = root;
  let opens = true;
  let preformatted = 0;

  const flush = (nextOpens: boolean): void => {
    const text = parts.length > 0 ? collapse(parts.join('')) : '';
    if (text !== '') {
      blocks.push({ text, kind, opens, linkChars: Math.min(linkChars, text.length), anchors, element });
      opens = nextOpens;
    } else {
      opens = opens || nextOpens;
    }
    parts = [];
    linkChars = 0;
    anchors = [...open];
  };

  walk(
    root,
    (node) => {
      if (isText(node)) {
        const [first = '', ...rest] = preformatted > 0 ? node.data.split('\n') : [node.data];
        parts.push(first);
        if (open.length > 0) linkChars += node.data.trim().length;
        for (const line of rest) {
          flush(false);
          parts.push(line);
        }
        return true;
      }
      if (!isTag(node)) return true;
      const tag = node.name;
      if (tag === 'br') {
        flush(false);
        return false;
      }
      if (silentTags.has(tag)) return false;
      if (skip?.(node)) {
        onSkip?.(blocks.length + (parts.length > 0 ? 1 : 0));
        return false;
      }
      if (tag === 'sup' || isNoteLink(node, () => textOf(node))) {
        parts.push(raisedText(textOf(node), parts.slice(-MARK_AFTER).join('')));
        return false;
      }
      if (tag === 'a') {
        open.push(node);
        anchors.push(node);
      }
      if (!blockTags.has(tag)) {
        if (parted && node.prev && isTag(node.prev)) parts.push(' ');
        return true;
      }
      if (tag === 'pre') preformatted++;
      if (tag === 'table' && isDataTable(node)) {
        flush(true);
        for (const row of tagsNamed(node, 'tr')) {
          const text = rowText(row);
          if (text === '') continue;
          blocks.push({
            text,
            kind: 'row',
            opens,
            linkChars: 0,
            anchors: tagsNamed(row, 'a'),
            element: row,
          });
          opens = false;
        }
        opens = true;
        return false;
      }
      flush(tag !== 'li' || !followsItem(node));
      element = node;
      kind = headingTags.has(tag)
        ? 'heading'
        : tag === 'li'
          ? 'item'
          : kind === 'item' && insideItem(node)
            ? 'item'
            : 'paragraph';
      return true;
    },
    (left) => {
      if (left.name === 'a') open.pop();
      if (!blockTags.has(left.name)) return;
      if (left.name === 'pre') preformatted--;
      flush(left.name !== 'li');
      element = left.parent ?? root;
      kind = 'paragraph';
    },
  );
  flush(true);
  return blocks;
}

/** Paragraphs parted by an empty line; lines of one paragraph, list or table by a line break. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map((b, i) => (i === 0 ? '' : b.opens ? '\n\n' : '\n') + b.text).join('');
}

function followsItem(item: Element): boolean {
  let before = item.prev;
  while (before && !isTag(before)) before = before.prev;
  return before?.name === 'li';
}

function insideItem(element: Element): boolean {
  for (let p = element.parent; p && isTag(p); p = p.parent) {
    if (p.name === 'li') return true;
    if (p.name === 'ul' || p.name === 'ol') return false;
  }
  return false;
}
