import { definitions, type Tables, tableNames } from '../tables/definitions.ts';
import type { Rows } from '../tables/rows.ts';
import type { Condition, Filter, FindOptions, Table, TableDefinition } from '../tables/table.ts';

/** What so many rows fulfil that no index on it is worth its room: who asks by these alone walks along the order until the page is full. */
const broad: Partial<Record<keyof Rows, readonly string[]>> = {
  versions: ['current', 'mark'],
  stretches: ['at', 'kinds', 'confidence'],
  figures: ['kinds', 'measure'],
};

const isPoint = ({ eq, in: within, has, pairs }: Condition) =>
  eq !== undefined || within !== undefined || has !== undefined || pairs !== undefined;

/**
 * The rule by which MongoDB's planner finds an index that neither scans nor sorts, applied to the definitions: an index
 * must start with fields that
 * the filter holds to single values and go on with the field that orders the answer. One of those fields must be a telling one,
 * or the filter must bound the order itself, where the filter holds anything telling.
 */
export function served(name: keyof Rows, filter: Filter, options: FindOptions = {}): boolean {
  const definition: TableDefinition = definitions[name];
  const points = Object.keys(filter).filter((path) => isPoint(filter[path]!));
  const telling = Object.keys(filter).filter((path) => !broad[name]?.includes(path));
  const indexes = [[definition.id], ...(definition.unique ?? []), ...(definition.indexes ?? [])];
  // The rows of one document or version lie together and are few enough to be sorted.
  if (filter[definition.id]?.prefix !== undefined || filter[definition.id]?.eq !== undefined) return true;
  return indexes.some((fields) => {
    let held = 0;
    while (held < fields.length && points.includes(fields[held]!)) held++;
    const tells = fields.slice(0, held).some((path) => telling.includes(path));
    const next = fields[held];
    const bounded = next !== undefined && filter[next] !== undefined && telling.includes(next);
    if (options.by !== undefined && next !== options.by && !fields.slice(0, held).includes(options.by))
      return false;
    return tells || bounded || (telling.length === 0 && options.by !== undefined);
  });
}

/** Tables that tell of every question that is put to them. */
export function watched(
  tables: Tables,
  tell: (name: keyof Rows, filter: Filter, options?: FindOptions) => void,
): Tables {
  const watch = (name: keyof Rows): Table<object> => {
    const table = tables[name] as unknown as Table<object>;
    return {
      definition: table.definition,
      get: (id) => table.get(id),
      getMany: (ids) => table.getMany(ids),
      insert: (rows) => table.insert(rows),
      put: (row) => table.put(row),
      replace: (rev, row) => table.replace(rev, row),
      swap: (changes) => table.swap(changes),
      find: (filter, options) => {
        tell(name, filter, options);
        return table.find(filter, options);
      },
      count: (filter) => {
        if (Object.keys(filter).length > 0) tell(name, filter);
        return table.count(filter);
      },
      patch: (filter, set) => {
        tell(name, filter);
        return table.patch(filter, set);
      },
      remove: (filter) => {
        tell(name, filter);
        return table.remove(filter);
      },
    };
  };
  const { atOnce } = tables;
  return {
    ...tables,
    ...(Object.fromEntries(tableNames.map((name) => [name, watch(name)])) as unknown as Tables),
    name: tables.name,
    together: (work) => tables.together(work),
    ...(atOnce
      ? {
          atOnce: (jobs) =>
            atOnce(jobs.map((job) => ({ ...job, work: (inner) => job.work(watched(inner, tell)) }))),
        }
      : {}),
    close: () => tables.close(),
  };
}
