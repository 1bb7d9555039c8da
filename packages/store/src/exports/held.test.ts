import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../store.ts';
import type { Rows } from '../tables/rows.ts';
import { fill } from '../testing/filled.ts';
import { HeldRows } from '../testing/held-rows.ts';
import type { Column } from './column.ts';
import { exportObservations, writeRows } from './index.ts';
import { writeXlsx } from './xlsx.ts';

interface Row {
  n: number;
  text: string;
}
const columns: Column<Row>[] = [
  { name: 'n', type: 'integer', about: 'number', value: ({ n }) => n },
  { name: 'text', type: 'text', about: 'text', value: ({ text }) => text },
];

/** A sink that takes its time. */
const slow = () =>
  new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => void setImmediate().then(() => done()),
  });

async function* rowsOf(count: number, held: HeldRows): AsyncGenerator<Row> {
  for (let n = 0; n < count; n++) {
    if (n % 10_000 === 0) await held.count();
    yield held.show({ n, text: `row ${n}` });
  }
  await held.count();
}

describe('rows that an export holds', () => {
  it('counts rows that are held, and those alone', async () => {
    const held = new HeldRows();
    const kept: Row[] = [];
    for await (const row of rowsOf(3_000, held)) if (row.n % 3 === 0) kept.push(row);
    expect(await held.count()).toBeLessThanOrEqual(kept.length + 1);
    expect(held.most).toBeGreaterThanOrEqual(kept.length);
  });

  it.each([
    ['csv', 1],
    ['jsonl', 1],
    // One row group.
    ['parquet', 20_000],
  ] as const)('%s: %i at most, however many there are', async (format, most) => {
    const held = new HeldRows();
    expect(await writeRows(format, columns, rowsOf(50_000, held), slow())).toBe(50_000);
    expect(held.most).toBeGreaterThan(0);
    expect(held.most).toBeLessThanOrEqual(most + 10);
  });

  it('xlsx: its cells are held, and a sheet that would not fit is refused by name before it fills the memory', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Row> {
      for (;;) yield { n: read++, text: '目'.repeat(1_000) };
    }
    await expect(writeXlsx(columns, endless(), slow(), { mostCharacters: 1_000_000 })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('--format parquet'),
    });
    expect(read).toBeLessThan(1_000);
  });

  it('an export of a store holds the reports that it is at, however many there are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhibiao-held-'));
    const store = await openStore(folder);
    onTestFinished(async () => {
      await store.close();
      await rm(folder, { recursive: true });
    });
    await fill(store, 320);
    const held = new HeldRows();
    let finds = 0;
    let shown = 0;
    const watch = <K extends keyof Rows>(name: K) => {
      const table = store.tables[name];
      const show = async (rows: Promise<object[]>) => {
        if (finds++ % 40 === 0) await held.count();
        const found = await rows;
        shown += found.length;
        return found.map((row) => held.show(row));
      };
      return Object.assign(Object.create(table), {
        getMany: (ids: string[]) => show(table.getMany(ids)),
        find: (filter: object, options?: object) => show(table.find(filter as never, options)),
      });
    };
    const tables = { ...store.tables, statements: watch('statements'), figures: watch('figures') };
    const count = await exportObservations(tables, slow(), { format: 'jsonl', now: Date.now() + 1_000 });
    expect(count).toBeGreaterThan(4_000);
    await held.count();
    // a row of statements holds all that a version says
    expect(shown).toBeGreaterThan(1_000);
    expect(held.most).toBeLessThan(shown / 3);
  }, 120_000);
});
