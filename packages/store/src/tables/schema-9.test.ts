import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { documentId } from '../documents/identity.ts';
import { Connection } from '../embedded/connection.ts';
import { FigureCheck } from '../figures/keep.ts';
import { connectMongo } from '../mongo/connect.ts';
import { openStore } from '../store.ts';
import { freshMongo } from '../testing/databases.ts';
import { sampleCommit } from '../testing/sample.ts';
import { walk } from './walk.ts';

interface Kept {
  columns: Record<string, string | number | null>;
  body: Record<string, unknown>;
}

/** Rows of statements and figures as the release before schema 11 has written them for {@link fill}. */
const kept: Record<'statements' | 'figures', Kept[]> = JSON.parse(
  readFileSync(new URL('../testing/schema-9.json', import.meta.url), 'utf8'),
);
const names = ['statements', 'figures'] as const;
const growth = { measure: 'growth', unit: '%', name: '地区生产总值' } as const;

async function fill(store: DocumentStore): Promise<void> {
  const put = (name: string, year: number, figures: object[], time = year) =>
    store.commit(sampleCommit(`http://example.com/${name}`, [{ year, figures: figures as never }], { time }));
  await put('a', 2022, [
    { ...growth, value: 6, kind: 'target', bound: '>=', commitment: '力争', flags: ['x'] },
    { ...growth, value: 4, period: { start: 2022, end: 2022, from: '2022-01-01', to: '2022-06-30' } },
    { value: 30, name: '税收占比', code: null, unit: '%', scope: '市本级', basis: '比2015年' },
    { value: 2, name: '人口', code: 'POP', period: null, region: { name: '丹徒区', adcode: null } },
    { value: 3, name: '人口', code: 'POP', unit: '万人' },
    { value: 4, name: '人口', code: 'POP', unit: '万人' },
  ]);
  await put('b', 2023, [{ ...growth, value: 5 }]);
  await put('b', 2023, [{ ...growth, value: 7, confidence: 0.95 }], 3000);
}

const clock = () => 1_700_000_000_000;

/** What readers get, once it is what `verify` wants. */
async function seen(store: DocumentStore) {
  const observations = [];
  for (const [name, n] of [
    ['a', 1],
    ['b', 1],
    ['b', 2],
  ] as const)
    observations.push(...(await store.observationsOf(documentId(`http://example.com/${name}`, 1), n)));
  const figures = (await store.figures()).rows;
  const faults: string[] = [];
  const check = new FigureCheck(store.tables, (...fault) => faults.push(fault.join(' ')));
  for await (const document of walk(store.tables.documents)) await check.document(document);
  for await (const row of walk(store.tables.figures)) await check.figure(row);
  check.end();
  expect(faults).toEqual([]);
  return { observations, figures, changes: (await store.changes({ since: 0 })).rows };
}

describe('a store of schema 9', () => {
  it('embedded: is read before and after its rows have their new form, and says how far it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibiao-schema-9-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const store = await openStore(folder, clock);
    await fill(store);
    const expected = await seen(store);
    const fresh = new Connection(join(folder, 'store.db'));
    onTestFinished(() => fresh.close());
    const bodies = () => names.map((name) => fresh.all(`SELECT * FROM "${name}" ORDER BY "id"`));
    const present = bodies();
    for (const name of names) {
      fresh.exec(`DELETE FROM "${name}"`);
      for (const { columns, body } of kept[name]) {
        const fields = Object.keys(columns).map((field) => `"${field}"`);
        fresh.run(
          `INSERT INTO "${name}" (${[...fields, '"body"'].join(', ')}) VALUES (${[...fields, 0].map(() => '?').join(', ')})`,
          [...Object.values(columns), JSON.stringify(body)],
        );
      }
    }
    expect(await seen(store)).toEqual(expected);
    await store.close();
    fresh.exec('PRAGMA user_version = 9');
    const killed = () => {
      throw new Error('killed');
    };
    await expect(openStore(folder, clock, { onRepacked: killed })).rejects.toThrow('killed');
    const looked: number[] = [];
    const again = await openStore(folder, clock, { onRepacked: (rows) => looked.push(rows) });
    onTestFinished(() => again.close());
    expect(looked.at(-1)).toBe(kept.statements.length + kept.figures.length);
    expect(await seen(again)).toEqual(expected);
    expect(bodies()).toEqual(present);
  });

  it.skipIf(!inject('mongoUrl'))('MongoDB: is read before and after', async () => {
    const url = freshMongo('schema-9');
    const store = await openStore(url, clock);
    await fill(store);
    const expected = await seen(store);
    const { client, db } = await connectMongo(url);
    onTestFinished(async () => {
      await db.dropDatabase();
      await client.close();
    });
    const rows = (name: string) => db.collection<{ _id: string }>(name);
    const present = await Promise.all(
      names.map((name) =>
        rows(name)
          .find({}, { sort: { _id: 1 } })
          .toArray(),
      ),
    );
    for (const name of names) {
      await rows(name).deleteMany({});
      for (const { columns, body } of kept[name]) {
        const { id, ...fields } = { ...columns, ...body };
        await rows(name).insertOne({ ...fields, _id: String(id) } as never, {
          bypassDocumentValidation: true,
        });
      }
    }
    expect(await seen(store)).toEqual(expected);
    await store.close();
    await db.collection<{ _id: number }>('migrations').deleteMany({ _id: { $gte: 10 } });
    const killed = () => {
      throw new Error('killed');
    };
    await expect(openStore(url, clock, { onRepacked: killed })).rejects.toThrow('killed');
    const looked: number[] = [];
    const again = await openStore(url, clock, { onRepacked: (n) => looked.push(n) });
    onTestFinished(() => again.close());
    // The statements were done when it broke off.
    expect(looked.at(-1)).toBe(kept.figures.length);
    expect(await seen(again)).toEqual(expected);
    const after = await Promise.all(
      names.map((name) =>
        rows(name)
          .find({}, { sort: { _id: 1 } })
          .toArray(),
      ),
    );
    expect(after).toEqual(present);
  });
});
