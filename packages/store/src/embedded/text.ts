import { isUtf8 } from 'node:buffer';
import { CorruptInputError } from '@zhibiao/shared';

/**
 * A column of text, asked for as bytes: libsql aborts the whole process on a TEXT value that is not UTF-8, which a damaged
 * or forged file may hold.
 */
export const asBytes = (column: string): string => `CAST(${column} AS BLOB) AS ${column}`;

/** @throws CorruptInputError where the bytes of such a column are no text */
export function textOfColumn(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  const bytes = Buffer.from(value as ArrayBuffer);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw damaged(where, 'holds bytes that are no text');
}

/** Reads a column of JSON. @throws CorruptInputError where it is none */
export function jsonOfColumn(value: unknown, where: string): unknown {
  const text = textOfColumn(value, where);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged(where, 'holds a row that is no JSON', cause);
  }
}

const damaged = (where: string, what: string, cause?: unknown) =>
  new CorruptInputError(`${where} ${what}. Bring a backup back with \`zhibiao store restore\`.`, where, {
    cause,
  });
