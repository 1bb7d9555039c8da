import type { Condition, Filter, Scalar, TableDefinition } from '../tables/table.ts';
import type { SqlValue } from './connection.ts';

/** @returns the column that mirrors a field path */
export const columnOf = (path: string): string => `"${path.replaceAll('.', '_')}"`;

/** @returns the side table with one row per string of an array field */
export const sideTable = (definition: TableDefinition, path: string): string =>
  `"${definition.name}_${path.replaceAll('.', '_')}"`;

/** Array fields live in side tables, all others in columns. */
export const plainFields = (definition: TableDefinition): string[] =>
  Object.keys(definition.fields).filter((path) => definition.fields[path] !== 'texts');

export const arrayFields = (definition: TableDefinition): string[] =>
  Object.keys(definition.fields).filter((path) => definition.fields[path] === 'texts');

/** Statements that make a table and its indexes where they are missing. */
export function schemaOf(definition: TableDefinition): string[] {
  const table = `"${definition.name}"`;
  const type = { text: 'TEXT', number: 'NUMERIC', boolean: 'INTEGER', texts: '' };
  const columns = plainFields(definition).map(
    (path) => `${columnOf(path)} ${type[definition.fields[path]!]}`,
  );
  const statements = [
    `CREATE TABLE IF NOT EXISTS ${table} (${columns.join(', ')}, "rev" INTEGER, "body" TEXT NOT NULL, PRIMARY KEY (${columnOf(definition.id)}))`,
  ];
  const index = (fields: readonly string[], unique: boolean, current = false) => {
    const kind = current ? 'current_by' : 'by';
    const name = `"${definition.name}_${kind}_${fields.map((f) => f.replaceAll('.', '_')).join('_')}"`;
    statements.push(
      `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${name} ON ${table} (${fields.map(columnOf).join(', ')})${current ? ' WHERE "current" = 1' : ''}`,
    );
  };
  for (const fields of definition.unique ?? []) index(fields, true);
  for (const fields of definition.indexes ?? []) {
    const plain = fields.filter((path) => definition.fields[path] !== 'texts');
    if (plain.length === fields.length) index(plain, false);
  }
  for (const fields of definition.currentIndexes ?? []) index(fields, false, true);
  for (const path of arrayFields(definition)) {
    const side = sideTable(definition, path);
    statements.push(
      `CREATE TABLE IF NOT EXISTS ${side} ("value" TEXT, "id" TEXT, PRIMARY KEY ("value", "id")) WITHOUT ROWID`,
      `CREATE INDEX IF NOT EXISTS ${side.replace(/"$/, '_by_id"')} ON ${side} ("id")`,
    );
  }
  return statements;
}

export const sqlValue = (value: unknown): SqlValue => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`${typeof value} cannot be a column`);
};

/** @returns a WHERE clause (with the word, or empty) and its values. @throws TypeError on a field that the table does not declare */
export function whereOf(definition: TableDefinition, filter: Filter): { sql: string; values: SqlValue[] } {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  for (const [path, condition] of Object.entries(filter)) {
    if (!definition.fields[path]) throw new TypeError(`${definition.name} has no field ${path}`);
    addCondition(definition, path, condition, parts, values);
  }
  return { sql: parts.length ? ` WHERE ${parts.join(' AND ')}` : '', values };
}

function addCondition(
  definition: TableDefinition,
  path: string,
  condition: Condition,
  parts: string[],
  values: SqlValue[],
): void {
  const column = columnOf(path);
  const add = (sql: string, ...bound: unknown[]) => {
    parts.push(sql);
    values.push(...bound.map(sqlValue));
  };
  const list = (members: readonly Scalar[]) => members.map(() => '?').join(', ');
  const { eq, ne, in: within, notIn, gt, gte, lt, lte, prefix, has } = condition;
  if (eq === null) add(`${column} IS NULL`);
  // A literal, not a parameter: only so can the planner see that a partial index will do.
  else if (typeof eq === 'boolean') add(`${column} = ${eq ? 1 : 0}`);
  else if (eq !== undefined) add(`${column} = ?`, eq);
  if (ne !== undefined) add(`${column} IS NOT ?`, ne);
  if (within) add(`${column} IN (${list(within)})`, ...within);
  if (notIn?.length) add(`${column} NOT IN (${list(notIn)})`, ...notIn);
  if (gt !== undefined) add(`${column} > ?`, gt);
  if (gte !== undefined) add(`${column} >= ?`, gte);
  if (lt !== undefined) add(`${column} < ?`, lt);
  if (lte !== undefined) add(`${column} <= ?`, lte);
  if (prefix !== undefined) add(`${column} >= ? AND ${column} < ?`, prefix, `${prefix}\u{10ffff}`);
  if (has !== undefined)
    add(
      `${columnOf(definition.id)} IN (SELECT "id" FROM ${sideTable(definition, path)} WHERE "value" = ?)`,
      has,
    );
}
