import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../archive/index.ts';
import { documentId } from '../documents/identity.ts';
import { openEmbedded } from '../embedded/index.ts';
import { exportObservations } from '../exports/index.ts';
import { applyRetention, backup, verify } from '../maintenance/index.ts';
import { diffReprocess, planReprocess } from '../reprocess/index.ts';
import { storeOver } from '../store.ts';
import { served, watched } from '../testing/served.ts';
import { storePage } from '../testing/system.ts';
import { definitions, shardKeys, tableNames } from './definitions.ts';
import type { TableDefinition } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-served-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('indexes', () => {
  it('serve every question that the product puts to a table', async () => {
    const unserved = new Set<string>();
    const asked = new Set<string>();
    const tables = watched(await openEmbedded(join(folder, 'store')), (name, filter, options) => {
      const question = `${name} ${JSON.stringify(filter)} ${JSON.stringify(options ?? {})}`;
      asked.add(`${name} ${Object.keys(filter)} ${options?.by}`);
      if (!served(name, filter, options)) unserved.add(question);
    });
    let now = 1_000;
    const store = storeOver(tables, () => now++);
    const archive = await openArchive(join(folder, 'archive'));
    const urls = ['http://example.com/a', 'http://example.com/b'];
    const commit = (url: string, value: number, more: object) =>
      storePage(store, archive, url, [{ figures: [{ value }, { value, kind: 'target' }] }, { figures: [] }], {
        time: 10,
        ...more,
      });
    for (const url of urls) await commit(url, 1, {});
    for (const run of ['r1', 'r2'])
      for (const url of urls) await commit(url, 2, { run, shadow: true, parser: '2-x' });
    await store.duePages('demo', 5, 10);
    await diffReprocess(tables, 'r1');
    await store.promote('r1', 'test');
    await store.drop('r2', 'test');
    for await (const emission of planReprocess(tables, 'r3', { olderThanParser: '3' }))
      expect(emission).toBeDefined();
    for await (const emission of planReprocess(tables, 'r3', { failed: true }))
      expect(emission).toBeDefined();
    for (const asOf of [undefined, 1_005]) {
      for (const query of [
        {},
        { region: '321100' },
        { source: 'demo' },
        { year: 2023 },
        { flags: ['x'] },
        { page: urls[0]! },
        { retired: true },
        { region: '321100', year: 2023, source: 'demo' },
      ])
        await store.documents({ ...query, asOf });
      for (const query of [
        {},
        { region: '321100' },
        { code: 'GDP' },
        { name: '地区生产总值' },
        { year: 2022 },
        { source: 'demo' },
        { flags: ['x'], minConfidence: 0.5 },
        { document: documentId(urls[0]!, 1) },
        { kind: 'target' as const },
        { region: '321100', code: 'GDP', year: 2022, kind: 'actual' as const, reportYear: 2023 },
      ])
        await store.observations({ ...query, asOf });
      const past = { region: '321100', code: 'GDP', asOf };
      await store.figures(past);
      await store.seriesLines(past);
      await store.promiseList(past);
      await store.promiseCounts(past);
      await store.copyList({ ...past, code: undefined, name: '地区生产总值' });
    }
    await store.history(documentId(urls[0]!, 1));
    await store.document(documentId(urls[0]!, 1));
    await store.copiesOf(urls[0]!);
    await store.clustersOf(urls);
    await store.listRuns();
    await store.listQuarantine();
    await store.listQuarantine({ run: 'r1', resolved: true });
    await store.listSources();
    const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
    await exportObservations(tables, sink, { format: 'jsonl', query: { code: 'GDP' }, since: 1_001 });
    await verify(tables, archive, { onFault: (fault) => expect(fault).toBeNull() });
    await backup(tables, archive, join(folder, 'backup'));
    await applyRetention(tables, archive, { keepDays: 1, thinToDays: 0 });
    expect([...unserved]).toEqual([]);
    expect(asked.size).toBeGreaterThan(50);
    await store.close();
    await archive.close();
  });

  it('are missed where there is none', () => {
    expect(served('stretches', { topics: { has: 'x' } }, { by: 'document' })).toBe(false);
    expect(served('stretches', { reportYear: { eq: 1 } }, { by: 'at' })).toBe(false);
    expect(served('versions', { content: { eq: 'x' } })).toBe(false);
    expect(served('runs', { type: { eq: 'x' } })).toBe(false);
    expect(served('documents', { ordinal: { gt: 1 } }, { by: 'movedAt' })).toBe(false);
  });
});

describe('shard keys', () => {
  it.each(Object.entries(shardKeys))('%s: every unique index holds the key %s', (name, key) => {
    const definition: TableDefinition = definitions[name as keyof typeof definitions];
    // MongoDB refuses a unique index without the shard key; `_id` it keeps unique on one shard only, so an id must tell the key.
    for (const fields of definition.unique ?? []) expect(fields).toContain(key);
    expect(Object.keys(definition.fields)).toContain(key);
  });

  it('are documented', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    for (const [name, key] of Object.entries(shardKeys)) {
      const shown = key === definitions[name as keyof typeof shardKeys].id ? '_id' : key;
      expect(readme).toMatch(new RegExp(`\\| \`${name}\` \\| \`\\{ ${shown}: 1 \\}\``));
    }
    expect(tableNames.filter((name) => definitions[name].name !== name)).toEqual([]);
  });
});
