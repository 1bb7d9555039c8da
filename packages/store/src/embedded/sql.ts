import { present } from '@zhibiao/shared';
import { wordsOf } from '../tables/definitions.ts';
import type { Condition, Filter, Scalar, TableDefinition } from '../tables/table.ts';
import type { SqlValue } from './connection.ts';

/** @returns the column that mirrors a field path */
export const columnOf = (path: string): string => `"${path.replaceAll('.', '_')}"`;

/** @returns the fields that a row keeps in columns alone */
export const ownColumns = (definition: TableDefinition): readonly string[] => [
  ...(definition.lean ? plainFields(definition) : (definition.mutable ?? [])),
  ...(definition.lean && !definition.once ? ['rev'] : []),
];

/** @returns the side table with one row per string of an array field: `value`, copies of what an index on it has beside, `id` */
export const sideTable = (definition: TableDefinition, path: string): string =>
  `"${[definition.name, path, ...sideFields(definition, path)].join('_').replaceAll('.', '_')}"`;

/** @returns the fields that the index on an array field has beside it, but for what changes in a row that is there */
export const sideFields = (definition: TableDefinition, path: string): readonly string[] =>
  (definition.indexes ?? [])
    .filter(([first]) => first === path)
    .flatMap(([, ...rest]) => rest)
    .filter((field) => field !== definition.id && !definition.mutable?.includes(field));

/** @returns the column of a side table that copies a field */
const sideColumn = (path: string): string => `"side_${path.replaceAll('.', '_')}"`;

/** Array fields live in side tables, words in a full-text index, all others in columns. */
export const plainFields = (definition: TableDefinition): string[] =>
  Object.keys(definition.fields).filter(
    (path) => !/^(texts|words)$/.test(present(definition.fields[path], 'fields at path')),
  );

export const arrayFields = (definition: TableDefinition): string[] =>
  Object.keys(definition.fields).filter((path) => definition.fields[path] === 'texts');

/** Statements that make a table and its indexes where they are missing. */
export function schemaOf(definition: TableDefinition): string[] {
  const table = `"${definition.name}"`;
  const type = { text: 'TEXT', number: 'NUMERIC', boolean: 'INTEGER', texts: '', words: '' };
  const columns = plainFields(definition).map(
    (path) => `${columnOf(path)} ${type[present(definition.fields[path], 'fields at path')]}`,
  );
  const statements = [
    `CREATE TABLE IF NOT EXISTS ${table} (${columns.join(', ')}, "rev" INTEGER, "body" TEXT NOT NULL, PRIMARY KEY (${columnOf(
      definition.id,
    )}))${definition.lean ? ' WITHOUT ROWID' : ''}`,
  ];
  const index = (fields: readonly string[], unique: boolean) => {
    const name = `"${definition.name}_by_${fields.map((f) => f.replaceAll('.', '_')).join('_')}"`;
    const sparse = definition.sparse?.includes(present(fields[0], 'the first of fields'))
      ? ` WHERE ${columnOf(present(fields[0], 'the first of fields'))} IS NOT NULL`
      : '';
    statements.push(
      `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${name} ON ${table} (${fields.map(columnOf).join(', ')})${sparse}`,
    );
  };
  for (const fields of definition.unique ?? []) index(fields, true);
  for (const fields of definition.indexes ?? []) {
    if (fields.every((path) => plainFields(definition).includes(path))) index(fields, false);
  }
  for (const path of arrayFields(definition)) {
    const side = sideTable(definition, path);
    const copies = sideFields(definition, path).map(
      (field) => `${sideColumn(field)} ${type[present(definition.fields[field], 'fields at field')]}`,
    );
    const key = ['"value"', ...sideFields(definition, path).map(sideColumn), '"id"'];
    statements.push(
      `CREATE TABLE IF NOT EXISTS ${side} (${['"value" TEXT', ...copies, '"id" TEXT'].join(
        ', ',
      )}, PRIMARY KEY (${key.join(', ')})) WITHOUT ROWID`,
    );
    if (!definition.once)
      statements.push(`CREATE INDEX IF NOT EXISTS ${side.replace(/"$/, '_by_id"')} ON ${side} ("id")`);
  }
  const words = wordsTable(definition);
  if (words)
    statements.push(
      `CREATE VIRTUAL TABLE IF NOT EXISTS ${words} USING fts5("pairs", content = '', contentless_delete = 1, detail = none, tokenize = '${tokenizer.replaceAll(
        "'",
        "''",
      )}')`,
    );
  return statements;
}

/** @returns the full-text index of a table that has words: one row per text, its number that of the field that orders what is found */
export const wordsTable = (definition: TableDefinition): string | null => {
  const words = wordsOf(definition);
  return words && `"${definition.name}_${words.path}"`;
};

/** Tokens are what stands between spaces: all signs of ASCII belong to them, and so does, by this tokenizer, whatever is none. */
const tokenizer = `ascii tokenchars '${String.fromCharCode(
  ...Array.from({ length: 94 }, (_, i) => 0x21 + i).filter(
    (code) => !/[0-9a-z]/i.test(String.fromCharCode(code)),
  ),
).replaceAll("'", "''")}'`;

/** @returns a question of FTS5 for texts with all of these pairs of characters, whatever signs are among them */
const matchOf = (pairs: readonly string[]): string =>
  pairs.map((pair) => `"${pair.replaceAll('"', '""')}"`).join(' ');

export const sqlValue = (value: unknown): SqlValue => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`${typeof value} cannot be a column`);
};

/**
 * @param columns the columns of fields that are looked at elsewhere than in the table itself
 * @param passed whether a field is no reason to walk along its index
 * @returns a WHERE clause (with the word, or empty) and its values. @throws TypeError on a field that the table does not declare
 */
export function whereOf(
  definition: TableDefinition,
  filter: Filter,
  columns: Readonly<Record<string, string>> = {},
  passed: (path: string) => boolean = () => false,
): { sql: string; values: SqlValue[] } {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  for (const [path, condition] of Object.entries(filter)) {
    if (!definition.fields[path]) throw new TypeError(`${definition.name} has no field ${path}`);
    const column = columns[path] ?? columnOf(path);
    // SQLite looks for no index of an expression.
    addCondition(definition, passed(path) ? `+${column}` : column, path, condition, parts, values);
  }
  return { sql: parts.length ? ` WHERE ${parts.join(' AND ')}` : '', values };
}

/**
 * @returns what a condition's prefixes are joined to a table from: one stretch of an index after the other, in the
 * order in which they are written
 */
export function prefixWalk(filter: Filter): { from: string; values: SqlValue[] } | null {
  const prefixes = Object.values(filter).find((condition) => condition.prefixes)?.prefixes;
  return prefixes
    ? {
        from: '(SELECT "value" AS "begins" FROM json_each(?)) CROSS JOIN ',
        values: [JSON.stringify(prefixes)],
      }
    : null;
}

/**
 * A page in the order of a field that a side table copies, of the rows that hold a string: the walk goes along the side table, where
 * these rows lie in that order, and visits only what its copies do not rule out.
 * Likewise the rows whose text has some pairs of characters, along the full-text index.
 * @returns the side table, how the rows are joined to it, and where conditions on its fields are to be looked at; null when none serves
 */
export function sideWalk(
  definition: TableDefinition,
  filter: Filter,
  by: string | undefined,
): { side: string; on: string; columns: Record<string, string> } | null {
  const words = wordsOf(definition);
  if (words && filter[words.path]?.pairs) {
    const [side, number] = [
      present(wordsTable(definition), 'the words table'),
      `${wordsTable(definition)}.rowid`,
    ];
    const on = `"${definition.name}".${columnOf(words.by)} = ${number}`;
    return { side, on, columns: { [words.by]: number } };
  }
  const path = Object.keys(filter).find((name) => filter[name]?.has !== undefined);
  if (path === undefined || by === undefined) return null;
  const fields = sideFields(definition, path);
  if ((fields[0] ?? definition.id) !== by) return null;
  const side = sideTable(definition, path);
  const columns = Object.fromEntries(fields.map((field) => [field, sideColumn(field)]));
  const id = `${side}."id"`;
  const on = `"${definition.name}".${columnOf(definition.id)} = ${id}`;
  return { side, on, columns: { ...columns, [definition.id]: id, [path]: `${side}."value"` } };
}

function addCondition(
  definition: TableDefinition,
  column: string,
  path: string,
  condition: Condition,
  parts: string[],
  values: SqlValue[],
): void {
  const add = (sql: string, ...bound: unknown[]) => {
    parts.push(sql);
    values.push(...bound.map(sqlValue));
  };
  const list = (members: readonly Scalar[]) => members.map(() => '?').join(', ');
  const { eq, ne, in: within, notIn, gt, gte, lt, lte, prefix, prefixes, has, pairs } = condition;
  if (prefixes) add(`${column} >= "begins" AND ${column} < "begins" || char(1114111)`);
  if (pairs) add(`${wordsTable(definition)} MATCH ?`, matchOf(pairs));
  if (eq === null) add(`${column} IS NULL`);
  else if (eq !== undefined) add(`${column} = ?`, eq);
  if (ne !== undefined) add(`${column} IS NOT ?`, ne);
  if (within && definition.fields[path] === 'texts')
    add(
      `${columnOf(definition.id)} IN (SELECT "id" FROM ${sideTable(definition, path)} WHERE "value" IN (${list(within)}))`,
      ...within,
    );
  else if (within) add(`${column} IN (${list(within)})`, ...within);
  if (notIn?.length) add(`${column} NOT IN (${list(notIn)})`, ...notIn);
  if (gt !== undefined) add(`${column} > ?`, gt);
  if (gte !== undefined) add(`${column} >= ?`, gte);
  if (lt !== undefined) add(`${column} < ?`, lt);
  if (lte !== undefined) add(`${column} <= ?`, lte);
  // SQLite starts a walk at one lower bound: let it be the one that comes later.
  if (prefix !== undefined && !(gt !== undefined && gt >= prefix)) add(`${column} >= ?`, prefix);
  if (prefix !== undefined) add(`${column} < ?`, `${prefix}\u{10ffff}`);
  if (has !== undefined && column !== columnOf(path)) add(`${column} = ?`, has);
  else if (has !== undefined)
    add(
      `${columnOf(definition.id)} IN (SELECT "id" FROM ${sideTable(definition, path)} WHERE "value" = ?)`,
      has,
    );
}
