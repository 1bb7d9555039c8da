import { present } from '@zhibiao/shared';
import { joinPages, type Line, type PageLines } from './layout-pages.ts';

/** A run of text on a page. Units are the page's own; y grows downwards. */
export interface Run {
  x: number;
  /** base line */
  y: number;
  width: number;
  size: number;
  text: string;
}

export interface PageRuns {
  page: number;
  width: number;
  height: number;
  runs: Run[];
}

/** A gap this wide parts cells, a smaller one words, none a text set with spaces between its letters. In sizes of the type. */
const CELL_GAP = 1.8;
const WORD_GAP = 0.25;
/** Letters of one line differ so much in their base lines. In sizes of the type. */
const SAME_LINE = 0.45;
/** Two columns have at least as many lines each, and fill so much of their width. */
const MIN_COLUMN_LINES = 6;
const COLUMN_FILL = 0.6;

/** Text of laid-out pages in the order in which it is read: columns, lines, paragraphs; without headers and page numbers. */
export function layOut(pages: readonly PageRuns[]): {
  text: string;
  pages: { page: number; start: number; end: number }[];
} {
  return joinPages(
    pages.map(
      (page): PageLines => ({
        page: page.page,
        height: page.height,
        lines: columnsOf(page).flatMap((runs) => linesOf(runs)),
      }),
    ),
  );
}

/** The page's runs, or those of its two columns. */
function columnsOf({ runs, width }: PageRuns): Run[][] {
  const size = median(runs.map((r) => r.size));
  for (let x = width * 0.42; x <= width * 0.58; x += width * 0.01) {
    const crossing = runs.filter((r) => r.x < x + size / 2 && r.x + r.width > x - size / 2);
    const top = Math.min(...runs.filter((r) => !crossing.includes(r)).map((r) => r.y));
    // a heading over both columns
    if (crossing.some((r) => r.y > top + size)) continue;
    const left = runs.filter((r) => r.x + r.width <= x && !crossing.includes(r));
    const right = runs.filter((r) => r.x >= x && !crossing.includes(r));
    const columns = [left, right].map((column) => linesOf(column));
    if (columns.every((lines) => lines.length >= MIN_COLUMN_LINES && fill(lines) >= COLUMN_FILL))
      return [crossing, left, right];
  }
  return [runs];
}

function fill(lines: readonly Line[]): number {
  const left = Math.min(...lines.map((l) => l.left));
  const right = Math.max(...lines.map((l) => l.right));
  return median(lines.map((l) => (l.right - l.left) / (right - left || 1)));
}

function linesOf(runs: readonly Run[]): Line[] {
  const rows: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.findLast(
      (r) =>
        Math.abs(present(r[0], 'the first of r').y - run.y) <=
        SAME_LINE * Math.max(present(r[0], 'the first of r').size, run.size),
    );
    if (row) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => lineOf(row.sort((a, b) => a.x - b.x))).filter((line) => line.text !== '');
}

function lineOf(row: readonly Run[]): Line {
  const size = median(row.map((r) => r.size));
  let text = '';
  let end: number | null = null;
  let cells = 1;
  for (const run of row) {
    const gap = end === null ? 0 : (run.x - end) / size;
    if (end !== null && gap > CELL_GAP) {
      text = `${text.trimEnd()}\t`;
      cells++;
    } else if (gap > WORD_GAP && /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(run.text)) text += ' ';
    text += isMark(run, size, row) ? `[${run.text.trim()}]` : run.text;
    end = Math.max(end ?? 0, run.x + run.width);
  }
  const first = present(row[0], 'the first of row');
  return {
    text: text
      .replace(/[ \u00a0\u3000]+/g, ' ')
      .replace(setApart, (word) => word.replaceAll(' ', ''))
      .trim(),
    left: first.x + leadingSpaces(first),
    right: end ?? 0,
    y: Math.max(...row.map((r) => r.y)),
    size,
    isRow: cells >= 3 || (cells === 2 && text.length < 40),
  };
}

/** Letters set apart one by one: 工 作 报 告. */
const setApart = /(?:[\u3400-\u9fff] ){3,}[\u3400-\u9fff]/g;

/** Small digits above the line: a note's mark. */
const isMark = (run: Run, size: number, row: readonly Run[]): boolean =>
  /^\s*\d{1,2}\s*$/.test(run.text) &&
  run.size < size * 0.75 &&
  run.y < Math.max(...row.map((r) => r.y)) - size * 0.15;

/** Indents may be blanks of the text. */
function leadingSpaces({ text, size }: Run): number {
  const blanks = present(text.match(/^[\s\u3000]*/), 'the match')[0];
  return [...blanks].reduce((n, c) => n + (c === '\u3000' ? size : size / 2), 0);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
