import { setImmediate } from 'node:timers/promises';
import { bands, type Observation, present } from '@zhibiao/shared';
import { versionPrefix } from '../documents/identity.ts';
import { statementsOf } from '../documents/packing.ts';
import { placesOf, rowsOf, stretchesOf } from '../documents/statements.ts';
import { UnknownSchemaError } from '../errors.ts';
import { giversOf } from '../figures/givers.ts';
import { definitions, tableNames } from '../tables/definitions.ts';
import type {
  FigureRow,
  GiverRow,
  PlaceRow,
  Rows,
  StatementsRow,
  StretchRow,
  VersionRow,
} from '../tables/rows.ts';
import type { TableDefinition } from '../tables/table.ts';
import type { Connection } from './connection.ts';
import { columnOf, plainFields, schemaOf, sideFields, sideTable } from './sql.ts';
import { SqlTable } from './table.ts';
import { views } from './views.ts';

/**
 * What the rows that are there need once the file has the tables and indexes of the present definitions. Each runs once, in order, in one
 * transaction; the last number is the schema's version. A release that changes the definitions adds a step, if an empty one.
 */
const migrations: ((db: Connection) => void)[] = [
  () => {},
  addBands,
  moveFlags,
  () => {},
  // 5: texts are searched.
  () => {},
  packStatements,
  // 7: plain SQL reads observations from a view.
  () => {},
  findByStretches,
  makeFiguresAnew,
  // 10: indexes of figures hold what they are counted by.
  () => {},
  // 11 and 12: rows of statements and figures name less; `repack` brings those that are there into their new form.
  () => {},
  () => {},
  // 13 to 15: figures are found by genre and source, of any kind or of one; `repack` makes the rows that this takes.
  () => {},
  () => {},
  () => {},
];

/** Makes the tables, columns and indexes that the definitions name and the file lacks, and drops the indexes that they name no longer. */
function align(db: Connection): void {
  for (const name of tableNames) {
    const definition: TableDefinition = definitions[name];
    const [table, ...rest] = schemaOf(definition);
    db.exec(present(table, 'the table'));
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

/** 3: the side table of flags lies in the order of lists, with what else its index has. */
function moveFlags(db: Connection): void {
  const path = 'report.flags';
  const definition: TableDefinition = definitions.versions;
  const copied = [...sideFields(definition, path), definition.id];
  const columns = copied.map((field) => `t.${columnOf(field)}`);
  db.exec(
    `INSERT OR IGNORE INTO ${sideTable(
      definition,
      path,
    )} SELECT j."value", ${columns.join(', ')} FROM "versions" AS t, json_each(t."body", '$.${path}') AS j`,
  );
  db.exec('DROP TABLE IF EXISTS "versions_report_flags"');
}

const BEFORE = 'observations_before';

/** 6 makes the rows of observations anew: the old ones are set aside before tables of their name are made. */
function setAside(db: Connection): void {
  if (tablesLike(db, 'observations').length === 0) return;
  for (const name of [...tablesLike(db, 'observations\\_%'), ...tablesLike(db, 'figures')])
    if (name !== BEFORE) db.exec(`DROP TABLE "${name}"`);
  db.exec(`ALTER TABLE "observations" RENAME TO "${BEFORE}"`);
  const listed = `SELECT "name" FROM sqlite_master WHERE "type" = 'index' AND "tbl_name" = ? AND "sql" IS NOT NULL`;
  for (const { name } of db.all(listed, [BEFORE])) db.exec(`DROP INDEX "${name}"`);
}

/** 6: what a version states is one row. The figures are made afterwards. */
function packStatements(db: Connection): void {
  if (db.all(`SELECT 1 FROM sqlite_master WHERE "name" = ?`, [BEFORE]).length === 0) return;
  const statements = new SqlTable<StatementsRow>(db, definitions.statements);
  const places = new SqlTable<PlaceRow>(db, definitions.places);
  const old = `SELECT "body" FROM "${BEFORE}" WHERE "key" >= ? AND "key" < ? ORDER BY "key"`;
  for (const { id } of db.all('SELECT "id" FROM "versions"')) {
    const version: VersionRow = JSON.parse(
      String(
        present(db.one('SELECT "body" FROM "versions" WHERE "id" = ?', [String(id)]), 'what one gives').body,
      ),
    );
    const prefix = versionPrefix(version.document, version.n);
    const observations = db
      .all(old, [prefix, `${prefix}\u{10ffff}`])
      .map(({ body }) => (JSON.parse(String(body)) as { observation: Observation }).observation);
    statements.add([statementsOf(version.id, observations)]);
    places.add(placesOf({ ...version.report, observations }));
  }
  db.exec(`DROP TABLE "${BEFORE}"`);
  // Stores of schemas 4 and 5 had figures of another form.
  db.exec(`UPDATE "documents" SET "figures_done" = NULL, "body" = json_remove("body", '$.figures')`);
}

/** 8: observations are found by the stretches of lists in which they lie, and no longer by a row for each. */
function findByStretches(db: Connection): void {
  const statements = new SqlTable<StatementsRow>(db, definitions.statements);
  const stretches = new SqlTable<StretchRow>(db, definitions.stretches);
  for (const { body } of db.all('SELECT "body" FROM "versions"')) {
    const version: VersionRow = JSON.parse(String(body));
    const said = statements.read(version.id);
    if (said)
      stretches.add(
        stretchesOf(
          version,
          rowsOf(version, said).map(({ observation }) => observation),
        ),
      );
  }
  for (const name of tablesLike(db, 'observations%')) db.exec(`DROP TABLE "${name}"`);
}

const tablesLike = (db: Connection, like: string): string[] =>
  db
    .all(`SELECT "name" FROM sqlite_master WHERE "type" = 'table' AND "name" LIKE ? ESCAPE '\\'`, [like])
    .map(({ name }) => String(name));

/** 9: scopes are told apart better, and figures say which of their values are chosen. They are made afterwards. */
function makeFiguresAnew(db: Connection): void {
  db.exec('DELETE FROM "figures"');
  db.exec(`UPDATE "documents" SET "figures_done" = NULL, "body" = json_remove("body", '$.figures')`);
}

/** Brings the file's schema up to date, but for {@link repack}. @throws UnknownSchemaError when a newer release has written it */
export function migrate(db: Connection, file: string): void {
  const version = () => Number(db.one('PRAGMA user_version')?.user_version ?? 0);
  if (version() >= migrations.length && version() <= REPACKED) return;
  db.transaction(() => {
    if (version() > REPACKED)
      throw new UnknownSchemaError(
        `${file} has schema ${version()}; this release knows ${REPACKED}. Upgrade Zhibiao.`,
        file,
      );
    const isNew = version() === 0;
    if (version() > 0 && version() < 6) setAside(db);
    align(db);
    for (const migration of migrations.slice(version())) migration(db);
    for (const [name, query] of Object.entries(views)) {
      db.exec(`DROP VIEW IF EXISTS "${name}"`);
      db.exec(`CREATE VIEW "${name}" AS ${query}`);
    }
    db.exec(`PRAGMA user_version = ${isNew ? REPACKED : migrations.length}`);
  });
}

/** The schema of a file in which no row is of an older form. */
const REPACKED = migrations.length + 1;
/** Rows that are brought into their new form in one transaction: others have their turn in between. */
const CHUNK = 200;

/**
 * 16: brings statements and figures into the form of the present release, and makes what figures are found by, a chunk
 * at a time, while others read
 * and write: both forms are read. Killed anywhere, the next opening goes on.
 * @param progress is told how many rows were looked at
 */
export async function repack(db: Connection, progress: (rows: number) => void): Promise<void> {
  if (Number(db.one('PRAGMA user_version')?.user_version) >= REPACKED) return;
  let looked = 0;
  const givers = new SqlTable<GiverRow>(db, definitions.givers);
  for (const name of ['statements', 'figures'] as const) {
    const table = new SqlTable<Rows[typeof name]>(db, definitions[name]);
    for (let last = ''; ; ) {
      const next = db.transaction(() => {
        const rows = table.repack(last, CHUNK);
        if (name === 'figures') givers.add(giversOf(rows as FigureRow[]));
        return rows;
      });
      looked += next.length;
      progress(looked);
      if (next.length < CHUNK) break;
      last = present(next.at(-1), 'the last of next').id;
      await setImmediate();
    }
  }
  db.exec(`PRAGMA user_version = ${REPACKED}`);
}
