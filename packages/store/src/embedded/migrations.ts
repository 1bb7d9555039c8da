import { UnknownSchemaError } from '../errors.ts';
import { definitions, tableNames } from '../tables/definitions.ts';
import type { Connection } from './connection.ts';
import { schemaOf } from './sql.ts';

/** Each runs once, in order, in one transaction with its number; the last number is the schema's version. */
const migrations: ((db: Connection) => void)[] = [
  (db) => {
    for (const name of tableNames) for (const statement of schemaOf(definitions[name])) db.exec(statement);
  },
];

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
