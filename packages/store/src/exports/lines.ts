import type { Writable } from 'node:stream';
import type { Cell, Column } from './column.ts';
import { send } from './send.ts';

/** Characters that are sent at once: a write per row costs more than the row. */
const CHUNK = 65_536;

/** Writes rows as CSV: RFC 4180, UTF-8 with a byte-order mark, which makes Excel read Chinese. */
export function writeCsv<T>(
  columns: readonly Column<T>[],
  rows: AsyncIterable<T>,
  sink: Writable,
): Promise<number> {
  return writeText(rows, sink, csvHead(columns), (row) => csvRow(columns, row));
}

/** @returns the first line, with the byte-order mark */
export const csvHead = <T>(columns: readonly Column<T>[]): string =>
  `\uFEFF${columns.map((column) => column.name).join(',')}\r\n`;

export const csvRow = <T>(columns: readonly Column<T>[], row: T): string =>
  `${columns.map((column) => csvCell(column, row)).join(',')}\r\n`;

/** Writes rows as JSON lines: one object a row, its keys the columns' names. */
export function writeJsonLines<T>(
  columns: readonly Column<T>[],
  rows: AsyncIterable<T>,
  sink: Writable,
): Promise<number> {
  const object = (row: T) => Object.fromEntries(columns.map((column) => [column.name, column.value(row)]));
  return writeText(rows, sink, '', (row) => `${JSON.stringify(object(row))}\n`);
}

async function writeText<T>(
  rows: AsyncIterable<T>,
  sink: Writable,
  head: string,
  line: (row: T) => string,
): Promise<number> {
  let count = 0;
  let text = head;
  for await (const row of rows) {
    count++;
    text += line(row);
    if (text.length < CHUNK) continue;
    await send(sink, text);
    text = '';
  }
  await send(sink, text);
  return count;
}

function csvCell<T>({ value, foreign }: Column<T>, row: T): string {
  const text = plainText(value(row), foreign ?? false);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A cell as text that no spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
function plainText(content: Cell, foreign: boolean): string {
  if (content === null) return '';
  if (typeof content === 'number' || typeof content === 'boolean') return String(content);
  const text = typeof content === 'string' ? content : content.join('|');
  return foreign && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
