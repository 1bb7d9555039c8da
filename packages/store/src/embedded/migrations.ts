import { bands } from '@zhibiao/shared';
import { UnknownSchemaError } from '../errors.ts';
import { definitions, tableNames } from '../tables/definitions.ts';
import type { TableDefinition } from '../tables/table.ts';
import type { Connection } from './connection.ts';
import { columnOf, plainFields, schemaOf, sideFields, sideTable } from './sql.ts';

/**
 * What the rows that are there need once the file has the tables and indexes of the present definitions. Each runs once, in order, in one
 * transaction; the last number is the schema's version. A release that changes the definitions adds a step, if an empty one.
 */
const migrations: ((db: Connection) => void)[] = [
  () => {},
  addBands,
  moveFlags,
  addPlaces,
  // 5: texts are searched.
  () => {},
];

/** Makes the tables, columns and indexes that the definitions name and the file lacks, and drops the indexes that they name no longer. */
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
    const listed = `SELECT "name" FROM sqlite_master WHERE "type" = 'index' AND "tbl_name" = ? AND "sql" IS NOT NULL`;
    for (const { name: index } of db.all(listed, [name]))
      if (!rest.some((statement) => statement.includes(`"${index}"`))) db.exec(`DROP INDEX "${index}"`);
  }
}

/** 2: pages are found by the bands of their simhash. */
function addBands(db: Connection): void {
  const pages = db.all('SELECT "url", "simhash" FROM "pages" WHERE "simhash" IS NOT NULL');
  for (const { url, simhash } of pages) {
    const keys = bands(String(simhash));
    const values = [JSON.stringify(keys), String(url)];
    db.run(`UPDATE "pages" SET "body" = json_set("body", '$.bands', json(?)) WHERE "url" = ?`, values);
    for (const key of keys) db.run('INSERT OR IGNORE INTO "pages_bands" VALUES (?, ?)', [key, String(url)]);
  }
}

/** 3: the side tables of flags lie in the order of lists, with what else their index has. */
function moveFlags(db: Connection): void {
  for (const [name, path] of [
    ['versions', 'report.flags'],
    ['observations', 'observation.flags'],
  ] as const) {
    const definition: TableDefinition = definitions[name];
    const copied = [...sideFields(definition, path), definition.id];
    const columns = copied.map((field) => `t.${columnOf(field)}`);
    db.exec(
      `INSERT OR IGNORE INTO ${sideTable(definition, path)} SELECT j."value", ${columns.join(', ')} FROM "${name}" AS t, json_each(t."body", '$.${path}') AS j`,
    );
    db.exec(`DROP TABLE IF EXISTS "${name}_${path.replaceAll('.', '_')}"`);
  }
}

/** 4: regions are found by name. The figures of what is there are made afterwards, document by document. */
function addPlaces(db: Connection): void {
  const named = (name: string, code: string, from: string) =>
    `INSERT OR IGNORE INTO "places" ("id", "name", "body")
     SELECT "id", "name", json_object('id', "id", 'name', "name", 'adcode', "adcode") FROM (
       SELECT DISTINCT coalesce(${code}, '~' || substr(${name}, 1, 40)) AS "id", ${name} AS "name", ${code} AS "adcode" FROM ${from}
     ) WHERE "name" <> ''`;
  for (const [table, path] of [
    ['versions', 'report.region'],
    ['observations', 'observation.region'],
  ])
    db.exec(
      named(
        `json_extract("body", '$.${path}.name')`,
        `json_extract("body", '$.${path}.adcode')`,
        `"${table}"`,
      ),
    );
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
    align(db);
    for (const migration of migrations.slice(version())) migration(db);
    db.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}
