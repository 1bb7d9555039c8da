import type { Writable } from 'node:stream';
import { type Column, columns, type ExportedRow } from './columns.ts';
import { send } from './send.ts';

/** Characters that are sent at once: a write per row costs more than the row. */
const CHUNK = 65_536;

/** Writes rows as CSV: RFC 4180, UTF-8 with a byte-order mark, which makes Excel read Chinese. */
export function writeCsv(rows: AsyncIterable<ExportedRow>, sink: Writable): Promise<number> {
  const head = `\uFEFF${columns.map((column) => column.name).join(',')}\r\n`;
  return writeText(
    rows,
    sink,
    head,
    (row) => `${columns.map((column) => csvCell(column, row)).join(',')}\r\n`,
  );
}

/** Writes rows as JSON lines: one object a row, its keys the columns' names. */
export function writeJsonLines(rows: AsyncIterable<ExportedRow>, sink: Writable): Promise<number> {
  const object = (row: ExportedRow) =>
    Object.fromEntries(columns.map((column) => [column.name, column.value(row)]));
  return writeText(rows, sink, '', (row) => `${JSON.stringify(object(row))}\n`);
}

async function writeText(
  rows: AsyncIterable<ExportedRow>,
  sink: Writable,
  head: string,
  line: (row: ExportedRow) => string,
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

function csvCell({ value, foreign }: Column, row: ExportedRow): string {
  const content = value(row);
  if (content === null || typeof content === 'number') return String(content ?? '');
  let text = typeof content === 'string' ? content : content.join('|');
  // Words of a page must not become a formula: https://owasp.org/www-community/attacks/CSV_Injection
  if (foreign && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
