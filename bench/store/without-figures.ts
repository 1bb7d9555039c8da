import { openEmbedded } from '../../packages/store/src/embedded/index.ts';
import { isMongoUrl } from '../../packages/store/src/mongo/address.ts';
import { openMongo } from '../../packages/store/src/mongo/index.ts';
import { storeOver } from '../../packages/store/src/store.ts';
import type { Tables } from '../../packages/store/src/tables/definitions.ts';
import type { DocumentRow } from '../../packages/store/src/tables/rows.ts';
import type { Table } from '../../packages/store/src/tables/table.ts';

/**
 * A store that writes all but figures: every document that it writes says that they follow already. What it holds is of
 * no use otherwise.
 */
export async function openWithoutFigures(location: string) {
  const tables = isMongoUrl(location) ? await openMongo(location) : await openEmbedded(location);
  return storeOver(withoutFigures(tables), Date.now);
}

function withoutFigures(tables: Tables): Tables {
  const { atOnce } = tables;
  return {
    ...tables,
    documents: asFollowed(tables.documents),
    together: (work) => tables.together(work),
    ...(atOnce
      ? {
          atOnce: (jobs) =>
            atOnce(jobs.map(({ key, work }) => ({ key, work: (t) => work(withoutFigures(t)) }))),
        }
      : {}),
    close: () => tables.close(),
  };
}

function asFollowed(table: Table<DocumentRow>): Table<DocumentRow> {
  const done = (row: DocumentRow): DocumentRow =>
    row.figures ? { ...row, figures: { ...row.figures, done: true } } : row;
  return Object.assign(Object.create(table) as Table<DocumentRow>, {
    definition: table.definition,
    get: (id: string) => table.get(id),
    getMany: (ids: readonly string[]) => table.getMany(ids),
    find: table.find.bind(table),
    count: table.count.bind(table),
    patch: table.patch.bind(table),
    remove: table.remove.bind(table),
    put: (row: DocumentRow) => table.put(done(row)),
    insert: (rows: readonly DocumentRow[]) => table.insert(rows.map(done)),
    replace: (rev: number, row: DocumentRow) => table.replace(rev, done(row)),
    swap: (changes: { rev: number | null; row: DocumentRow }[]) =>
      table.swap(changes.map(({ rev, row }) => ({ rev, row: done(row) }))),
  });
}
