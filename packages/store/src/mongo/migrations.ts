import { bands } from '@zhibiao/shared';
import type { CreateIndexesOptions, Db, Document } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { UnknownSchemaError } from '../errors.ts';
import { definitions, tableNames } from '../tables/definitions.ts';
import type { FieldType, TableDefinition } from '../tables/table.ts';
import { type MongoRow, mongoPath } from './filter.ts';

/**
 * A release that changes the table definitions adds `align` again. Each runs until it is recorded in the collection `migrations` as done; one that broke off runs again, and two processes may
 * run one at once, so each must be such that doing it twice is doing it once.
 */
const migrations: ((db: Db) => Promise<void>)[] = [align, addBands];

interface MigrationRow {
  _id: number;
  doneAt: number;
}

/** Brings the database's schema up to date. @throws UnknownSchemaError when a newer release has written it */
export async function migrate(db: Db, name: string): Promise<void> {
  const log = db.collection<MigrationRow>('migrations');
  const [last] = await log.find({}, { sort: { _id: -1 }, limit: 1 }).toArray();
  const done = last?._id ?? 0;
  if (done > migrations.length)
    throw new UnknownSchemaError(
      `${name} has schema ${done}; this release knows ${migrations.length}. Upgrade Zhibiao.`,
      name,
    );
  for (let n = done; n < migrations.length; n++) {
    await migrations[n]!(db);
    await log.updateOne({ _id: n + 1 }, { $set: { doneAt: Date.now() } }, { upsert: true });
  }
}

/** Makes the collections, validators and indexes that the definitions name and the database lacks. */
async function align(db: Db): Promise<void> {
  for (const name of tableNames) {
    const definition: TableDefinition = definitions[name];
    await setValidator(db, name, { $jsonSchema: validatorOf(definition) });
    const make = async (fields: readonly string[], kind: string, options: CreateIndexesOptions = {}) => {
      const key = Object.fromEntries(fields.map((path) => [mongoPath(definition, path), 1]));
      await db
        .collection(name)
        .createIndex(key, { name: [kind, ...fields].join('_').slice(0, 100), ...options });
    };
    for (const fields of definition.unique ?? []) await make(fields, 'unique', { unique: true });
    for (const fields of definition.indexes ?? []) await make(fields, 'by');
    for (const fields of definition.currentIndexes ?? [])
      await make(fields, 'current_by', { partialFilterExpression: { current: true } });
  }
}

/** 2: pages are found by the bands of their simhash. */
async function addBands(db: Db): Promise<void> {
  await align(db);
  const pages = db.collection<MongoRow>('pages');
  const without = { simhash: { $ne: null }, bands: { $exists: false } };
  for await (const { _id, simhash } of pages.find(without, { projection: { simhash: 1 } }))
    await pages.updateOne({ _id }, { $set: { bands: bands(String(simhash)) } });
}

async function setValidator(db: Db, name: string, validator: Document): Promise<void> {
  const isCode = (error: unknown, code: number) => error instanceof MongoServerError && error.code === code;
  try {
    await db.createCollection(name, { validator });
  } catch (error) {
    if (!isCode(error, 48)) throw error; // NamespaceExists
    await db.command({ collMod: name, validator }).catch((fault: unknown) => {
      if (!isCode(fault, 59)) throw fault; // CommandNotFound: servers that speak the protocol without it
    });
  }
}

const bsonTypes: Record<FieldType, string[] | null> = {
  text: ['string', 'null'],
  number: ['int', 'long', 'double', 'null'],
  boolean: ['bool'],
  texts: null,
};

/** @returns a `$jsonSchema` that holds the fields which queries rely on to their types */
export function validatorOf(definition: TableDefinition): Document {
  const root: Document = { bsonType: 'object', required: ['_id'], properties: {} };
  for (const [path, type] of Object.entries(definition.fields)) {
    const types = bsonTypes[type];
    if (!types) continue;
    const names = mongoPath(definition, path).split('.');
    let node = root;
    for (const name of names.slice(0, -1)) {
      node.properties[name] ??= { bsonType: ['object', 'null'], properties: {} };
      node = node.properties[name];
    }
    node.properties[names.at(-1)!] = { bsonType: path === definition.id ? ['string'] : types };
  }
  return root;
}
