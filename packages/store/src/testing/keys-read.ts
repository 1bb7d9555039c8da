import type { Connection } from '../embedded/connection.ts';
import { columnOf } from '../embedded/sql.ts';
import { SqlTable } from '../embedded/table.ts';
import { definitions, valueAt } from '../tables/definitions.ts';
import type { Rows } from '../tables/rows.ts';
import type { Condition, Filter, FindOptions, TableDefinition } from '../tables/table.ts';

export interface KeysRead {
  keys: number;
  returned: number;
  plan: string;
}

/**
 * SQLite does not tell how many keys a statement has read. Its plan tells by which columns it seeks: the keys are those
 * that fulfil the conditions on
 * these, up to the last row of the answer where the walk is in its order.
 */
export async function keysRead(
  db: Connection,
  name: keyof Rows,
  filter: Filter,
  options: FindOptions,
): Promise<KeysRead> {
  const definition: TableDefinition = definitions[name];
  const table = new SqlTable<object>(db, definition);
  const { sql, values } = table.statement(filter, options);
  const steps = db.all(`EXPLAIN QUERY PLAN ${sql}`, values).map(({ detail }) => String(detail));
  const rows = await table.find(filter, options);
  const { by, after, descending, limit } = options;
  const side = new RegExp(`^(SEARCH|SCAN) (${definition.name})(_\\w+)?\\b`);
  // The step that finds the rows is the last of those on the table: what stands before it fetches them by their names.
  const inner = steps.findLastIndex((step) => side.test(step) || /VIRTUAL TABLE/.test(step));
  const walked =
    steps.find((step) => new RegExp(`^(SEARCH|SCAN) ${definition.name}_`).test(step)) ?? steps[inner] ?? '';
  const columns = [...(/\(([^()]*)\)\s*$/.exec(walked)?.[1] ?? '').matchAll(/(\w+)(?==|>|<)/g)].map(
    ([, column]) => column!,
  );
  const isSought = (path: string, { has, pairs }: Condition): boolean =>
    pairs !== undefined ||
    (path === by && /VIRTUAL TABLE INDEX \d+:\S*M\S*[<>]/.test(walked)) ||
    (has !== undefined && columns.includes('value')) ||
    columns.some(
      (column) =>
        [`"${column}"`, `"${column.replace(/^side_/, '')}"`].includes(columnOf(path)) ||
        (column === 'id' && path === definition.id),
    );
  const sought: Record<string, Condition> = {};
  for (const [path, condition] of Object.entries(filter))
    if (isSought(path, condition)) sought[path] = condition;
  if (by && after !== undefined && isSought(by, { gt: after }))
    sought[by] = { ...sought[by], [descending ? 'lt' : 'gt']: after };
  // Rows that were found by their names are few, and sorted once more.
  const isFetched = steps.some((step) => step.startsWith('LIST SUBQUERY')) && by !== definition.id;
  const sorts = steps.filter((step) => step.startsWith('USE TEMP B-TREE')).length;
  const isSorted = sorts > Number(isFetched);
  const last = rows.at(-1);
  if (by && last && limit !== undefined && rows.length >= limit && !isSorted)
    sought[by] = { ...sought[by], [descending ? 'gte' : 'lte']: valueAt(last, by) as string };
  const keys = Object.values(sought).some(({ pairs }) => pairs)
    ? (await table.find(sought, by ? { by } : {})).length
    : await table.count(sought);
  return { keys, returned: rows.length, plan: steps.join('; ') };
}
