import type { Writable } from 'node:stream';
import { UsageError } from '@zhibiao/shared';
import type { Cell, Column } from './column.ts';
import { send } from './send.ts';

/** Rows of a sheet, the head included, as Excel has them. */
const MOST_ROWS = 1_048_576;
/** Characters of a cell, as Excel has them. */
const LONGEST = 32_767;
/** Characters of all cells: a sheet is one text of XML while it is made, and the longest text has half a milliard. */
const MOST_CHARACTERS = 200_000_000;
/** What a cell has beside its content: `<c r="AA100000" t="inlineStr"><is><t></t></is></c>` */
const OF_A_CELL = 50;

/**
 * Writes rows as a spreadsheet of one sheet, which is made in memory. Cells are typed: no text is taken for a formula.
 * @throws UsageError when there are more rows than a sheet holds, or more text than can be made into one
 */
export async function writeXlsx<T>(
  columns: readonly Column<T>[],
  rows: AsyncIterable<T>,
  sink: Writable,
  { most = MOST_ROWS - 1, mostCharacters = MOST_CHARACTERS } = {},
): Promise<number> {
  const data: (SheetCell | null)[][] = [
    columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' })),
  ];
  let characters = 0;
  for await (const row of rows) {
    if (characters > mostCharacters)
      throw new UsageError(
        `${data.length} rows are all that a sheet of this width can hold in memory, and there are more. Narrow the question, or take --format parquet.`,
        '--format',
      );
    if (data.length > most)
      throw new UsageError(
        `A sheet holds ${most} rows, and there are more. Narrow the question, or take --format parquet.`,
        '--format',
      );
    const cells = columns.map(({ value }) => cellOf(value(row)));
    for (const cell of cells) if (cell) characters += OF_A_CELL + String(cell.value).length;
    data.push(cells);
  }
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const file = writeExcelFile(data as never, { stickyRowsCount: 1 } as never);
  await send(sink, await file.toBuffer());
  return data.length - 1;
}

interface SheetCell {
  value: string | number | boolean;
  type: StringConstructor | NumberConstructor | BooleanConstructor;
  fontWeight?: 'bold';
}

function cellOf(content: Cell): SheetCell | null {
  if (content === null || content === '') return null;
  if (typeof content === 'number') return { value: content, type: Number };
  if (typeof content === 'boolean') return { value: content, type: Boolean };
  const text = typeof content === 'string' ? content : content.join('|');
  return text === '' ? null : { value: readable(text).slice(0, LONGEST), type: String };
}

/** XML has no control characters but tab and line break. */
const readable = (text: string) =>
  text.replace(
    /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
