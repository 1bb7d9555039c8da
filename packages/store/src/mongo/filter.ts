import type { Filter as MongoFilter } from 'mongodb';
import type { Filter, TableDefinition } from '../tables/table.ts';

/** @returns the query document. @throws TypeError on a field that the table does not declare */
export function mongoFilter(definition: TableDefinition, filter: Filter): MongoFilter<MongoRow> {
  const query: Record<string, Record<string, unknown>> = {};
  for (const [path, condition] of Object.entries(filter)) {
    if (!definition.fields[path]) throw new TypeError(`${definition.name} has no field ${path}`);
    const { eq, ne, in: within, notIn, gt, gte, lt, lte, prefix, prefixes, has, pairs } = condition;
    const test: Record<string, unknown> = {};
    if (eq !== undefined) test.$eq = eq;
    if (ne !== undefined) test.$ne = ne;
    if (within) test.$in = within;
    if (notIn?.length) test.$nin = notIn;
    if (gt !== undefined) test.$gt = gt;
    if (gte !== undefined) test.$gte = gte;
    if (lt !== undefined) test.$lt = lt;
    if (lte !== undefined) test.$lte = lte;
    // A range, not a regular expression: what a prefix holds is never read as a pattern.
    if (prefix !== undefined) {
      test.$gte = prefix;
      test.$lt = `${prefix}\u{10ffff}`;
    }
    // Of many prefixes patterns without any sign of a pattern: MongoDB turns them into ranges of one walk along an index.
    if (prefixes)
      test.$in = prefixes.map((text) => new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`));
    if (has !== undefined) test.$eq = has;
    if (pairs) test.$all = pairs;
    query[mongoPath(definition, path)] = test;
  }
  return query as MongoFilter<MongoRow>;
}

export type MongoRow = Record<string, unknown> & { _id: string };

/** The field that names a row is MongoDB's `_id`. */
export const mongoPath = (definition: TableDefinition, path: string): string =>
  path === definition.id ? '_id' : definition.fields[path] === 'words' ? pairsField(path) : path;

/** The field beside a text that holds its pairs of characters: it is looked for in, and never read. */
export const pairsField = (path: string): string => `${path}Pairs`;
