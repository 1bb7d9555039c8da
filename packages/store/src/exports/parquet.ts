import type { Writable } from 'node:stream';
import type { SchemaElement } from 'hyparquet';
import type { Column, ColumnType } from './column.ts';
import { send } from './send.ts';

/** Rows of one row group: what a reader may skip at once, and what is held in memory. */
const GROUP = 20_000;

/** Writes rows as Parquet (Snappy), one row group after the other. */
export async function writeParquet<T>(
  columns: readonly Column<T>[],
  rows: AsyncIterable<T>,
  sink: Writable,
): Promise<number> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const bytes = new ByteWriter();
  const flush = async () => {
    const chunk = Buffer.from(new Uint8Array(bytes.buffer, 0, bytes.index).slice());
    bytes.index = 0;
    await send(sink, chunk);
  };
  const writer = new ParquetWriter({
    writer: bytes,
    schema: parquetSchema(columns),
    kvMetadata: columns.map(({ name, about }) => ({ key: `about.${name}`, value: about })),
    createdBy: 'zhibiao',
  });
  let count = 0;
  let group: T[] = [];
  const write = async () => {
    await writer.write({
      columnData: columns.map((column) => ({
        name: column.name,
        data: group.map((row) => cell(column, row)),
      })),
      rowGroupSize: GROUP,
    });
    group = [];
    await flush();
  };
  for await (const row of rows) {
    count++;
    group.push(row);
    if (group.length === GROUP) await write();
  }
  // A file without a row group is one that some readers refuse.
  if (group.length > 0 || count === 0) await write();
  await writer.finish();
  await flush();
  return count;
}

function cell<T>({ type, value }: Column<T>, row: T): unknown {
  const content = value(row);
  if (type === 'time' && typeof content === 'string') return new Date(content);
  return content ?? undefined;
}

type Leaf = Omit<SchemaElement, 'name' | 'repetition_type'>;
const leaves: Record<Exclude<ColumnType, 'texts'>, Leaf> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT32' },
  boolean: { type: 'BOOLEAN' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

function parquetSchema<T>(columns: readonly Column<T>[]): SchemaElement[] {
  const fields = columns.flatMap(({ name, type }): SchemaElement[] =>
    type === 'texts'
      ? [
          { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
        ]
      : [{ name, repetition_type: 'OPTIONAL', ...leaves[type] }],
  );
  return [{ name: 'rows', num_children: columns.length }, ...fields];
}
