import { present } from '@zhibiao/shared';

/**
 * Texts copied out of PDF files keep the lines of the page: every line breaks at the same width, in the middle of words and
 * numbers. Where a text shows such a width, its lines are put together again; elsewhere nothing is touched.
 */

/** Lines of one width differ by this much: punctuation may hang, Western words are not cut. In Han characters. */
const BAND = 4;
/** The longest lines of a page. In Han characters. */
const MAX_WIDTH = 60;
/** That many lines of the width have to follow each other; fewer are chance. */
const MIN_RUN = 5;

const terminal = /[。！？!?；;：:…”」』》】）)]$/;
const startsAnew =
  /^([一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．)）]|[-—–•·●■◆*]|第[一二三四五六七八九十]+[章节部分])/;

/** @param text lines parted by `\n`, paragraphs by an empty line */
export function unwrap(text: string): string {
  const lines = text.split('\n');
  const widths = lines.map(displayWidth);
  const width = wrapWidth(lines, widths);
  if (width === null) return text;
  const full = fullLines(widths, width);
  const out: string[] = [];
  let open = false;
  lines.forEach((line, i) => {
    const fits = line !== '' && present(widths[i], 'widths at i') <= width + BAND + 1;
    if (i > 0)
      out.push(
        open && fits && !startsAnew.test(line)
          ? joint(present(lines[i - 1], 'the one before in lines'), line)
          : '\n',
      );
    out.push(line);
    open = present(full[i], 'full at i') && !terminal.test(line.slice(-1));
  });
  return out.join('');
}

/** The lower end of the commonest width of lines that end without a stop, or null where there is none. */
function wrapWidth(lines: readonly string[], widths: readonly number[]): number | null {
  const counts = new Map<number, number>();
  lines.forEach((line, i) => {
    const w = present(widths[i], 'widths at i');
    if (w >= 12 && w <= MAX_WIDTH && !terminal.test(line.slice(-1)) && /[\u3400-\u9fff]/.test(line))
      counts.set(w, (counts.get(w) ?? 0) + 1);
  });
  let best = { width: 0, count: 0 };
  for (const width of counts.keys()) {
    let count = 0;
    for (let w = width; w < width + BAND; w++) count += counts.get(w) ?? 0;
    if (count > best.count) best = { width, count };
  }
  return best.count >= MIN_RUN ? best.width : null;
}

/** Lines of the width that stand in a run of such lines. */
function fullLines(widths: readonly number[], width: number): boolean[] {
  const inBand = widths.map((w) => w >= width - 1 && w <= width + BAND + 1);
  const full = inBand.map(() => false);
  for (let start = 0; start < inBand.length; start++) {
    let end = start;
    while (inBand[end]) end++;
    if (end - start >= MIN_RUN) full.fill(true, start, end);
    if (end > start) start = end;
  }
  return full;
}

/** In Han characters: Western letters and digits are half as wide. A line that no page's width can hold is just long. */
function displayWidth(line: string): number {
  if (line.length > 2 * (MAX_WIDTH + BAND + 2)) return Number.POSITIVE_INFINITY;
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) < 0x2e80 ? 0.5 : 1;
  return Math.round(width);
}

/** Western words are parted by a space, Chinese ones are not. */
function joint(left: string, right: string): string {
  return /[A-Za-z,.]$/.test(left) && /^[A-Za-z]/.test(right) ? ' ' : '';
}
