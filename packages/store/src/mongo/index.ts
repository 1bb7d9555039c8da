import { definitions, type Tables, tableNames } from '../tables/definitions.ts';
import type { Table } from '../tables/table.ts';
import { connectMongo, nameMongoFault, pingMongo } from './connect.ts';
import { migrate } from './migrations.ts';
import { MongoTable } from './table.ts';
import { atOnce, hasTransactions } from './transaction.ts';

/**
 * Opens the database that a `mongodb://…/<database>` address names (`zhibiao` where it names none).
 * @throws StoreUnavailableError, UnknownSchemaError
 */
export async function openMongo(url: string, onRepacked?: (rows: number) => void): Promise<Tables> {
  const connection = await connectMongo(url);
  let transactions: boolean;
  try {
    await migrate(connection.db, connection.name, onRepacked);
    transactions = await hasTransactions(connection);
  } catch (error) {
    await connection.client.close();
    throw nameMongoFault(error, connection.name);
  }
  const tables: Record<string, Table<object>> = {};
  for (const name of tableNames) tables[name] = new MongoTable(connection, definitions[name]);
  const plain: Tables = {
    ...(tables as unknown as Tables),
    name: connection.name,
    together: (work) => work(),
    check: () => pingMongo(connection),
    close: () => connection.client.close(),
  };
  return transactions ? { ...plain, atOnce: (jobs) => atOnce(connection, plain, jobs) } : plain;
}
