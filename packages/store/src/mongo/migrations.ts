import { bands, type Observation, present } from '@zhibiao/shared';
import type { CreateCollectionOptions, CreateIndexesOptions, Db, Document } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { versionPrefix } from '../documents/identity.ts';
import { repacked } from '../documents/named-statements.ts';
import { statementsOf } from '../documents/packing.ts';
import { placesOf, rowsOf, stretchesOf } from '../documents/statements.ts';
import { UnknownSchemaError } from '../errors.ts';
import { giversOf } from '../figures/givers.ts';
import { definitions, keptRow, tableNames } from '../tables/definitions.ts';
import type { FigureRow, StatementsRow, VersionRow } from '../tables/rows.ts';
import type { TableDefinition } from '../tables/table.ts';
import { type MongoRow, mongoPath } from './filter.ts';
import { validatorOf } from './validators.ts';

/**
 * What the rows that are there need once the database has the collections and indexes of the present definitions; a release that
 * changes these adds a step, if an empty one. Each runs until it is recorded in the collection `migrations` as done; one that broke off
 * runs again, and two processes may run one at once, so each must be such that doing it twice is doing it once.
 */
const migrations: ((db: Db, progress: (rows: number) => void) => Promise<void>)[] = [
  async () => {},
  addBands,
  async () => {},
  async () => {},
  // 5: texts are searched.
  async () => {},
  packStatements,
  findByStretches,
  makeFiguresAnew,
  // 9: collections refuse what the schemas of their rows refuse.
  async () => {},
  // 10: indexes of figures hold what they are counted by.
  async () => {},
  repack,
  async () => {},
  makeGivers,
];

interface MigrationRow {
  _id: number;
  doneAt: number;
}

/** Brings the database's schema up to date. @throws UnknownSchemaError when a newer release has written it */
export async function migrate(
  db: Db,
  name: string,
  progress: (rows: number) => void = () => {},
): Promise<void> {
  const log = db.collection<MigrationRow>('migrations');
  const [last] = await log.find({}, { sort: { _id: -1 }, limit: 1 }).toArray();
  const done = last?._id ?? 0;
  if (done > migrations.length)
    throw new UnknownSchemaError(
      `${name} has schema ${done}; this release knows ${migrations.length}. Upgrade Zhibiao.`,
      name,
    );
  if (done < migrations.length) await align(db);
  for (let n = done; n < migrations.length; n++) {
    await present(migrations[n], 'migrations at n')(db, progress);
    if (n === migrations.length - 1) await dropOldIndexes(db);
    await log.updateOne({ _id: n + 1 }, { $set: { doneAt: Date.now() } }, { upsert: true });
  }
}

/** Makes the collections, validators and indexes that the definitions name and the database lacks. */
async function align(db: Db): Promise<void> {
  for (const name of tableNames) {
    const definition: TableDefinition = definitions[name];
    await setValidator(db, name, { $jsonSchema: validatorOf(name) });
    const make = async (
      fields: readonly string[],
      kind: 'unique' | 'by',
      options: CreateIndexesOptions = {},
    ) => {
      const key = Object.fromEntries(fields.map((path) => [mongoPath(definition, path), 1]));
      const sparse = definition.sparse?.includes(present(fields[0], 'the first of fields'))
        ? { partialFilterExpression: { [present(fields[0], 'the first of fields')]: { $gt: '' } } }
        : {};
      await db.collection(name).createIndex(key, { name: indexName(kind, fields), ...sparse, ...options });
    };
    for (const fields of definition.unique ?? []) await make(fields, 'unique', { unique: true });
    for (const fields of definition.indexes ?? []) await make(fields, 'by');
  }
}

const indexName = (kind: 'unique' | 'by', fields: readonly string[]) =>
  [kind, ...fields].join('_').slice(0, 100);

/** Drops the indexes of older releases that the definitions name no longer; those that somebody else has made stay. */
async function dropOldIndexes(db: Db): Promise<void> {
  for (const name of tableNames) {
    const definition: TableDefinition = definitions[name];
    const wanted = [
      ...(definition.unique ?? []).map((fields) => indexName('unique', fields)),
      ...(definition.indexes ?? []).map((fields) => indexName('by', fields)),
    ];
    for (const index of await db.collection(name).indexes())
      if (
        /^(current_)?(by|unique)_/.test(index.name ?? '') &&
        !wanted.includes(present(index.name, 'the name'))
      )
        await db
          .collection(name)
          .dropIndex(present(index.name, 'the name'))
          .catch((error: unknown) => {
            if (!hasCode(error, 27)) throw error; // IndexNotFound: another process was faster
          });
  }
}

/** 2: pages are found by the bands of their simhash. */
async function addBands(db: Db): Promise<void> {
  const pages = db.collection<MongoRow>('pages');
  const without = { simhash: { $ne: null }, bands: { $exists: false } };
  for await (const { _id, simhash } of pages.find(without, { projection: { simhash: 1 } }))
    await pages.updateOne({ _id }, { $set: { bands: bands(String(simhash)) } });
}

/** An observation as it lay in a row of its own before. */
type Before = MongoRow & { observation?: Observation };

/** 6: what a version states is one row. The figures are made afterwards. */
async function packStatements(db: Db): Promise<void> {
  const statements = db.collection<MongoRow>('statements');
  const observations = db.collection<Before>('observations');
  for await (const { _id: id, ...fields } of db.collection<MongoRow>('versions').find({})) {
    const version = { id, ...fields } as unknown as VersionRow;
    const prefix = versionPrefix(version.document, version.n);
    const within = { _id: { $gte: prefix, $lt: `${prefix}\u{10ffff}` } };
    const rows = await observations.find(within, { sort: { _id: 1 } }).toArray();
    const old = rows.flatMap(({ observation }) => observation ?? []);
    if (rows.length > 0 && old.length === 0) continue;
    const said = await statements.findOne({ _id: id });
    const packed = said
      ? repacked({ ...said, id } as unknown as StatementsRow)
      : statementsOf(version.id, old);
    const { id: _, ...body } = packed;
    if (!said) await statements.replaceOne({ _id: id }, body as object as MongoRow, { upsert: true });
    const stated = rowsOf(version, packed).map(({ observation }) => observation);
    const places = placesOf({ ...version.report, observations: stated }).map(({ id: _id, ...place }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: place }, upsert: true },
    }));
    if (places.length > 0) await db.collection<MongoRow>('places').bulkWrite(places, { ordered: false });
  }
}

/** 7: observations are found by the stretches of lists in which they lie, and no longer by a row for each. */
async function findByStretches(db: Db): Promise<void> {
  const statements = db.collection<MongoRow>('statements');
  for await (const { _id: id, ...fields } of db.collection<MongoRow>('versions').find({})) {
    const said = await statements.findOne({ _id: id });
    if (!said) continue;
    const version = { id, ...fields } as unknown as VersionRow;
    const rows = rowsOf(version, repacked({ ...said, id } as unknown as StatementsRow));
    const stretches = stretchesOf(
      version,
      rows.map(({ observation }) => observation),
    );
    const replacing = stretches.map(({ order, ...replacement }) => ({
      replaceOne: { filter: { _id: order }, replacement: replacement as object as MongoRow, upsert: true },
    }));
    if (replacing.length > 0)
      await db.collection<MongoRow>('stretches').bulkWrite(replacing, { ordered: false });
  }
  await db
    .collection('observations')
    .drop()
    .catch((error: unknown) => {
      if (!hasCode(error, 26)) throw error; // NamespaceNotFound: done before
    });
}

/**
 * 8: scopes are told apart better. The figures are made afterwards: the documents come last, so that none is taken for
 * one that the figures follow
 * while its figures go.
 */
async function makeFiguresAnew(db: Db): Promise<void> {
  await db.collection('figures').deleteMany({});
  await db.collection('documents').updateMany({}, { $unset: { figures: 1 } });
}

const CHUNK = 200;

/** 11: rows of statements and figures name less. Both forms are read meanwhile. */
async function repack(db: Db, progress: (rows: number) => void): Promise<void> {
  let looked = 0;
  for (const name of ['statements', 'figures'] as const) {
    const definition: TableDefinition = definitions[name];
    const { form } = definition;
    const rows = db.collection<MongoRow>(name);
    const old =
      name === 'statements' ? { sections: { $exists: true } } : { 'region.name': { $exists: true } };
    for (let found = CHUNK; found === CHUNK; ) {
      const chunk = await rows.find(old, { limit: CHUNK }).toArray();
      found = chunk.length;
      const writes = chunk.map(({ _id, ...row }) => {
        const { id: _, ...replacement } = keptRow(
          definition,
          present(form, 'the form').unpack({ ...row, id: _id } as never),
        );
        const same = 'rev' in row ? { _id, rev: row.rev } : { _id };
        return { replaceOne: { filter: same, replacement: replacement as object as MongoRow } };
      });
      if (writes.length > 0) await rows.bulkWrite(writes, { ordered: false });
      looked += found;
      progress(looked);
    }
  }
}

/** 12 and 13: figures are found by genre and source, of any kind or of one. */
async function makeGivers(db: Db, progress: (rows: number) => void): Promise<void> {
  const { unpack } = definitions.figures.form;
  const givers = db.collection<MongoRow>('givers');
  let looked = 0;
  const rows: FigureRow[] = [];
  const flush = async () => {
    looked += rows.length;
    const writes = giversOf(rows.splice(0)).map(({ id: _id, ...row }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true },
    }));
    if (writes.length > 0) await givers.bulkWrite(writes, { ordered: false });
    progress(looked);
  };
  for await (const { _id, ...row } of db.collection<MongoRow>('figures').find({}, { sort: { _id: 1 } })) {
    rows.push(unpack({ ...row, id: _id } as never));
    if (rows.length === CHUNK) await flush();
  }
  await flush();
}

/** What an older release has written may be changed as it is: it is no worse for it. */
const validationLevel = 'moderate';

/**
 * Indexes repeat regions, years and names of indicators, and are not compressed unless asked to be: with this they take
 * a third of the room. For
 * collections that are made anew; those that are there stay as they are.
 */
const compressed = { storageEngine: { wiredTiger: { configString: 'block_compressor=zstd' } } };

async function setValidator(db: Db, name: string, validator: Document): Promise<void> {
  const make = (options: CreateCollectionOptions) =>
    db.createCollection(name, { validator, validationLevel, ...options });
  try {
    await make({ ...compressed, indexOptionDefaults: compressed }).catch((error: unknown) => {
      if (hasCode(error, 48)) throw error;
      // A server with another engine, or without this compressor.
      return make({});
    });
  } catch (error) {
    if (!hasCode(error, 48)) throw error; // NamespaceExists
    await db.command({ collMod: name, validator, validationLevel }).catch((fault: unknown) => {
      if (!hasCode(fault, 59)) throw fault; // CommandNotFound: servers that speak the protocol without it
    });
  }
}

const hasCode = (error: unknown, code: number) => error instanceof MongoServerError && error.code === code;
