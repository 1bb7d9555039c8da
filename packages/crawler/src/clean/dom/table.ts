import { type Element, isTag, textOf, walk } from './nodes.ts';
import { collapse } from './white-space.ts';

const CELL_LIMIT = 240;

/** Rows of short cells are data; a table that holds tables, long cells or several paragraphs a cell is mere layout. */
export function isDataTable(table: Element): boolean {
  let rows = 0;
  let wide = 0;
  let layout = false;
  walk(table, (node) => {
    if (layout || !isTag(node)) return !layout;
    if (node.name === 'table' || node.name === 'form') layout = true;
    if (node.name === 'tr') {
      rows++;
      if (cells(node).length >= 2) wide++;
    }
    return true;
  });
  if (layout || rows === 0 || wide === 0) return false;
  return cellsAreShort(table);
}

/** Cells joined by tabs, inner line breaks by spaces. */
export function rowText(row: Element): string {
  const texts = cells(row).map((cell) => collapse(textOf(cell)));
  return texts.some((t) => t !== '') ? texts.join('\t').trim() : '';
}

function cells(row: Element): Element[] {
  return row.children.filter((c): c is Element => isTag(c) && (c.name === 'td' || c.name === 'th'));
}

function cellsAreShort(table: Element): boolean {
  let short = true;
  walk(table, (node) => {
    if (!short) return false;
    if (isTag(node) && (node.name === 'td' || node.name === 'th')) {
      const blocks = node.children.filter(
        (c) => isTag(c) && /^(p|div|ul|ol|h\d)$/.test(c.name) && textOf(c as Element) !== '',
      );
      if (blocks.length > 3 || textOf(node).length > CELL_LIMIT) short = false;
      return false;
    }
    return true;
  });
  return short;
}
