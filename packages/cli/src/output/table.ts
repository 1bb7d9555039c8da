import { visible } from '@zhibiao/shared';

/**
 * A plain text table whose columns line up although Chinese characters are two cells wide.
 * @param rows cells as strings; the first row is the head
 * @param maxCell cells wider than this are cut with …
 */
export function textTable(rows: readonly (readonly string[])[], maxCell = 44): string {
  const cut = rows.map((row) => row.map((cell) => fit(visible(cell.replace(/\s+/g, ' ')), maxCell)));
  const widths = (cut[0] ?? []).map((_, column) => Math.max(...cut.map((row) => cells(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - cells(cell)))
      .join('  ')
      .trimEnd();
  const [head, ...body] = cut;
  if (!head) return '';
  return [line(head), widths.map((w) => '─'.repeat(w)).join('  '), ...body.map(line)].join('\n');
}

/** East Asian wide and fullwidth characters take two cells of a terminal (UAX #11). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** @returns how many cells of a terminal the string takes */
export function cells(text: string): number {
  let width = 0;
  for (const char of text) width += wide.test(char) ? 2 : 1;
  return width;
}

function fit(text: string, max: number): string {
  if (cells(text) <= max) return text;
  let width = 1;
  let out = '';
  for (const char of text) {
    width += wide.test(char) ? 2 : 1;
    if (width > max) break;
    out += char;
  }
  return `${out}…`;
}
