import { Page, QuarantineRecord, Source, Webhook } from '@zhibiao/shared';
import { BSON } from 'mongodb';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { rowSchemas } from '../maintenance/row-schemas.ts';
import { openStore } from '../store.ts';
import { definitions, keptRow, tableNames } from '../tables/definitions.ts';
import type { TableDefinition } from '../tables/table.ts';
import { freshMongo } from '../testing/databases.ts';
import { sampleCommit } from '../testing/sample.ts';
import { connectMongo, type MongoConnection } from './connect.ts';

type Row = Record<string, unknown>;

/** Values of every kind that JSON has: one that a field may not have is among them. */
const others = [null, true, 1.5, -1, 'x', [], ['x'], {}];

describe.skipIf(!inject('mongoReal'))('validators', () => {
  let store: DocumentStore;
  let connection: MongoConnection;
  beforeAll(async () => {
    const url = inject('mongoReal') ? freshMongo('validators') : '';
    store = await openStore(url);
    connection = await connectMongo(url);
    await fill(store);
  });
  afterAll(async () => {
    await connection?.client.close();
    await store?.close();
  });

  it('stand on collections that are compressed, and so are their indexes', async () => {
    const stats = await connection.db.command({ collStats: 'figures', indexDetails: true });
    expect(stats.wiredTiger.creationString).toContain('block_compressor=zstd');
    const indexes = Object.entries<{ creationString: string }>(stats.indexDetails);
    expect(indexes.map(([name]) => name)).toContain('_id_');
    for (const [name, { creationString }] of indexes)
      expect(creationString, name).toContain('block_compressor=zstd');
  });

  it.each(tableNames)('%s: refuses what the schema of its rows refuses', async (name) => {
    const definition: TableDefinition = definitions[name];
    const [whole] = (await store.tables[name].find({})) as unknown as Row[];
    expect(whole, 'a row to spoil').toBeDefined();
    const row = { ...keptRow(definition, whole!) };
    expect(rowSchemas[name].safeParse(row).success, 'the row itself').toBe(true);
    const rows = connection.db.collection<Row & { _id: string }>(name);
    const taken = await rows.findOne({ _id: String(row![definition.id]) });
    expect(taken).not.toBeNull();
    let refused = 0;
    for (const field of Object.keys(row!)) {
      if (field === definition.id || definition.opaque?.includes(field)) continue;
      for (const value of [undefined, ...others]) {
        const spoilt = { ...row!, [field]: value };
        if (value === undefined) delete spoilt[field];
        if (rowSchemas[name].safeParse(spoilt).success) continue;
        refused++;
        const { _id, ...fields } = { ...taken!, [field]: value };
        if (value === undefined) delete fields[field as never];
        const written = rows.replaceOne({ _id }, fields as Row);
        await expect(written, `${field}: ${JSON.stringify(value)}`).rejects.toMatchObject({ code: 121 });
      }
    }
    expect(refused).toBeGreaterThan(0);
    expect(BSON.calculateObjectSize((await rows.findOne({ _id: taken!._id }))!)).toBe(
      BSON.calculateObjectSize(taken!),
    );
  });
});

async function fill(store: DocumentStore): Promise<void> {
  const figures = [
    { value: 1, flags: ['x'], unit: '%', kind: 'target' as const },
    { value: 2, name: '人口', code: 'POP', period: null },
  ];
  const commit = sampleCommit('http://example.com/a', [{ figures }], { time: 1, snapshots: ['s'] });
  const { documents } = await store.commit(commit);
  const document = documents[0]!.document;
  const [observation] = await store.observationsOf(document, 1);
  await store.review({ document, observation: observation!.id, verdict: 'checked', note: 'n', by: 'b' });
  await store.override({ document, year: 2022, note: 'n', by: 'b' });
  await store.tables.promotions.insert([{ run: 'r', state: 'dropped', at: 1, by: 'b' }]);
  await store.savePage(Page.parse({ url: 'http://example.com/a', source: null }));
  await store.saveSource(Source.parse({ id: 's', name: 's', start: ['http://example.com/'] }));
  const webhook = { id: 'w', url: 'http://example.com/', secret: 's', events: ['run.failed'], by: 'b' };
  await store.tables.webhooks.insert([Webhook.parse({ ...webhook, createdAt: 1, toldUntil: 1 })]);
  const run = {
    id: 'r',
    type: 'crawl',
    selection: {},
    state: 'done',
    startedAt: 1,
    finishedAt: null,
  } as const;
  await store.saveRun(run);
  await store.quarantine(
    QuarantineRecord.parse({
      id: 'q',
      stage: 'parse',
      input: 'i',
      error: 'e',
      reason: 'r',
      run: 'r',
      source: null,
      message: {},
      time: 1,
    }),
  );
}
