import { bands } from '@zhibiao/shared';
import { UnknownSchemaError } from '../errors.ts';
import { definitions, tableNames } from '../tables/definitions.ts';
import type { TableDefinition } from '../tables/table.ts';
import type { Connection } from './connection.ts';
import { columnOf, plainFields, schemaOf } from './sql.ts';

/**
 * Each runs once, in order, in one transaction with its number; the last number is the schema's version. A release that changes the
 * table definitions adds `align` again, and after it whatever the rows that are there need.
 */
const migrations: ((db: Connection) => void)[] = [align, addBands];

/** Makes the tables, columns and indexes that the definitions name and the file lacks. */
function align(db: Connection): void {
  for (const name of tableNames) {
    const definition: TableDefinition = definitions[name];
    const [table, ...rest] = schemaOf(definition);
    db.exec(table!);
    const columns = new Set(db.all(`PRAGMA table_info("${name}")`).map((column) => column.name));
    for (const path of plainFields(definition).filter((field) => !columns.has(field.replaceAll('.', '_')))) {
      db.exec(`ALTER TABLE "${name}" ADD COLUMN ${columnOf(path)}`);
      db.exec(`UPDATE "${name}" SET ${columnOf(path)} = json_extract("body", '$.${path}')`);
    }
    for (const statement of rest) db.exec(statement);
  }
}

/** 2: pages are found by the bands of their simhash. */
function addBands(db: Connection): void {
  align(db);
  const pages = db.all('SELECT "url", "simhash" FROM "pages" WHERE "simhash" IS NOT NULL');
  for (const { url, simhash } of pages) {
    const keys = bands(String(simhash));
    const values = [JSON.stringify(keys), String(url)];
    db.run(`UPDATE "pages" SET "body" = json_set("body", '$.bands', json(?)) WHERE "url" = ?`, values);
    for (const key of keys) db.run('INSERT OR IGNORE INTO "pages_bands" VALUES (?, ?)', [key, String(url)]);
  }
}

/** Brings the file's schema up to date. @throws UnknownSchemaError when a newer release has written it */
export function migrate(db: Connection, file: string): void {
  const version = () => Number(db.one('PRAGMA user_version')?.user_version ?? 0);
  if (version() === migrations.length) return;
  db.transaction(() => {
    if (version() > migrations.length)
      throw new UnknownSchemaError(
        `${file} has schema ${version()}; this release knows ${migrations.length}. Upgrade Zhibiao.`,
        file,
      );
    for (const migration of migrations.slice(version())) migration(db);
    db.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}
