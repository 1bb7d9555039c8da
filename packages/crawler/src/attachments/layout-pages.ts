import { present } from '@zhibiao/shared';
export interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** cells with tabs between them */
  isRow: boolean;
}

export interface PageLines {
  page: number;
  height: number;
  lines: Line[];
}

/** 3, — 3 —, 第3页 共9页, 3/9 */
const pageNumber =
  /^(?=.{0,40}$)[-—–·\s]*(?:第\s*)?(?:\d{1,4}|[ivxl]{1,6}|[一二三四五六七八九十]{1,4})(?:\s*页)?(?:\s*[/／,，共]*\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–·\s]*$/i;
/** How many lines at either end of a page may be its header or footer. */
const EDGE = 3;
/** The edge of a page, as a part of its height. */
const MARGIN = 0.13;
/** As many lines that end at one place are no chance. */
const MIN_FULL = 3;
/** What begins a paragraph of its own, however its line is set. */
const startsAnew =
  /^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]+[章节部分]|各位代表[：:])/;
const ends = /[。！？!?；;：:”）)]$/;

/** Joins the lines of pages into paragraphs, over the ends of pages. */
export function joinPages(pages: readonly PageLines[]): {
  text: string;
  pages: { page: number; start: number; end: number }[];
} {
  const running = runningLines(pages);
  let text = '';
  let before: Line | null = null;
  const places: { page: number; start: number; end: number }[] = [];
  for (const page of pages) {
    const lines = withoutEdges(page, running);
    if (lines.length === 0) continue;
    const left = commonLeft(lines);
    const right = commonRight(lines);
    let start: number | null = null;
    lines.forEach((line, i) => {
      const gap =
        text === ''
          ? ''
          : gapBetween(before, line, { left, right, sameBlock: i > 0 && lines[i - 1] === before });
      text += gap;
      start ??= text.length;
      text += line.text;
      // the room that a line leaves is judged by the margins of its own page
      before = { ...line, right: right - line.right > 2 * line.size ? Number.NEGATIVE_INFINITY : line.right };
    });
    places.push({ page: page.page, start: start ?? text.length, end: text.length });
  }
  return { text, pages: places };
}

function gapBetween(
  before: Line | null,
  line: Line,
  page: { left: number; right: number; sameBlock: boolean },
): string {
  if (!before) return '\n\n';
  if (before.isRow || line.isRow) return before.isRow && line.isRow ? '\n' : '\n\n';
  const isIndented = line.left - page.left > 1.4 * line.size;
  const isShort = before.right === Number.NEGATIVE_INFINITY;
  const isFar = page.sameBlock && line.y - before.y > 2.6 * Math.max(line.size, before.size);
  const otherSize = Math.abs(before.size - line.size) > 0.15 * line.size;
  if (otherSize || isFar || startsAnew.test(line.text)) return '\n\n';
  if (isIndented || isShort) return '\n\n';
  return /[A-Za-z,.]$/.test(before.text) && /^[A-Za-z]/.test(line.text) ? ' ' : '';
}

/** Where lines begin that begin no paragraph: the leftmost place where several do. */
function commonLeft(lines: readonly Line[]): number {
  const prose = lines.filter((l) => !l.isRow);
  const sorted = (prose.length > 0 ? prose : lines).map((l) => l.left).sort((a, b) => a - b);
  const lead = present(sorted[0], 'the first of sorted');
  const second = sorted[1];
  // a single mark in the margin is no margin
  return second !== undefined && sorted.length > 5 && second - lead > 20 ? second : lead;
}

/** Where full lines end: the rightmost place where several do, for a heading may be wider than the text. */
function commonRight(lines: readonly Line[]): number {
  const prose = lines.filter((l) => !l.isRow);
  const full = prose.filter(
    (l) => prose.filter((o) => Math.abs(o.right - l.right) <= l.size).length >= MIN_FULL,
  );
  return Math.max(...(full.length > 0 ? full : prose).map((l) => l.right), 0);
}

/** Lines that stand at the edge of most pages, but for their digits. */
function runningLines(pages: readonly PageLines[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edges(page).map((l) => keyOf(l)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const needed = Math.max(2, pages.length * 0.4);
  return new Set([...counts].filter(([key, n]) => n >= needed && key.length > 1).map(([key]) => key));
}

const keyOf = (line: Line): string => line.text.replace(/\d+/g, '#').replace(/\s/g, '');

function edges({ lines }: PageLines): Line[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  return [...new Set([...sorted.slice(0, EDGE), ...sorted.slice(-EDGE)])];
}

function withoutEdges(page: PageLines, running: ReadonlySet<string>): Line[] {
  const edge = new Set(edges(page));
  const ys = page.lines.map((l) => l.y);
  const [first, last] = [Math.min(...ys), Math.max(...ys)];
  return page.lines.filter((line) => {
    if (!edge.has(line) || line.isRow) return true;
    const isOutside = line.y < page.height * MARGIN || line.y > page.height * (1 - MARGIN);
    if (!isOutside && line.y !== first && line.y !== last) return true;
    return !(running.has(keyOf(line)) && !ends.test(line.text)) && !pageNumber.test(line.text);
  });
}
