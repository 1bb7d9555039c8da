import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { documentId } from '../documents/identity.ts';
import { figureColumns } from '../exports/figure-columns.ts';
import { openStore } from '../store.ts';
import { sampleCommit } from '../testing/sample.ts';
import { Connection } from './connection.ts';

it('plain SQL reads every observation with its words, and which of them readers see', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-views-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const page = 'http://example.com/a';
  const store = await openStore(folder);
  onTestFinished(() => store.close());
  for (const [value, time] of [
    [1, 1],
    [5, 2],
  ] as const)
    await store.commit(sampleCommit(page, [{ figures: [{ value, bound: '>=', flags: ['x'] }] }], { time }));
  const [row] = await store.observationsOf(documentId(page, 1), 2);
  const db = new Connection(join(folder, 'store.db'));
  onTestFinished(() => db.close());
  const rows = db.all('SELECT * FROM "observations_flat" ORDER BY "version"');
  expect(rows.map(({ version, current, value }) => [version, current, value])).toEqual([
    [1, 0, 1],
    [2, 1, 5],
  ]);
  expect(rows[1]).toMatchObject({
    id: row!.id,
    region: '镇江市',
    adcode: '321100',
    year: 2022,
    code: 'GDP',
    bound: '>=',
    sentence: row!.observation.sentence.text,
    quote: '5亿元',
    flags: '["x"]',
    report_year: 2023,
    genre: 'work-report',
    basis: null,
  });
});

it('plain SQL reads every figure with its chosen value, as an export has it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-views-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const store = await openStore(folder);
  onTestFinished(() => store.close());
  const growth = { measure: 'growth', unit: '%' } as const;
  const period = { start: 2022, end: 2022, from: '2022-01-01', to: '2022-06-30' };
  const put = (name: string, year: number, figures: object[]) =>
    store.commit(
      sampleCommit(`http://example.com/${name}`, [{ year, figures: figures as never }], { time: year }),
    );
  await put('a', 2022, [
    { ...growth, value: 6, kind: 'target', bound: '>=', hedge: '以上', commitment: '力争' },
    { ...growth, value: 4, period },
    { value: 30, name: '税收占比', code: null, unit: '%', valueTo: 31, scope: '市本级', basis: '比2015年' },
  ]);
  await put('b', 2023, [{ ...growth, value: 5 }]);
  await put('c', 2023, [{ ...growth, value: 7, confidence: 0.95 }]);
  const { rows: figures } = await store.figures();
  const wrong = figures.find(({ value }) => value === 30)!;
  await store.review({
    document: wrong.chosen.document,
    observation: wrong.chosen.observation,
    verdict: 'corrected',
    fields: { value: 33 },
    by: 'test',
  });
  const file = join(folder, 'store.db');
  const read = () => {
    const db = new Connection(file);
    onTestFinished(() => db.close());
    return db.all('SELECT * FROM "figures_flat" ORDER BY "figure"');
  };
  const exported = async () =>
    (await store.figures()).rows.map((figure) =>
      Object.fromEntries(figureColumns.map(({ name, value }) => [name, value(figure)])),
    );
  const plain = (rows: Record<string, unknown>[]) =>
    rows
      .map(({ verdict: _, changed_at: at, conflict, ...row }) => ({
        ...row,
        conflict: Boolean(conflict),
        changed_at: new Date(at as number | string).toISOString(),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  expect(read()).toHaveLength(4);
  expect(plain(read())).toEqual(plain(await exported()));
  expect(read().map(({ value, because, verdict }) => [value, because, verdict])).toEqual(
    expect.arrayContaining([
      [7, 'surest', null],
      [6, 'only one', 'met'],
      [33, 'reviewed', null],
    ]),
  );
  // What nobody gives any more is in no row.
  await store.commit(sampleCommit('http://example.com/a', [], { time: 3_000 }));
  expect(plain(read())).toEqual(plain(await exported()));
  expect(read()).toHaveLength(1);
});

it('Python reads the views by its own SQLite', async ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-views-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const store = await openStore(folder);
  await store.commit(sampleCommit('http://example.com/a', [{ figures: [{ value: 5 }] }], { time: 1 }));
  await store.close();
  const script = [
    'import sqlite3, sys',
    'db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)',
    'for view in ("figures_flat", "observations_flat"):',
    '    print(*db.execute(f"SELECT region, year, code, value, unit, quote FROM {view}").fetchone(), sep="|")',
  ].join('\n');
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script, join(folder, 'store.db')], {
    encoding: 'utf8',
  });
  if (status === null || /No module named|no such function/.test(stderr))
    return skip('no python3 with sqlite3');
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(Array(2).fill('镇江市|2022|GDP|5|亿元|5亿元'));
});
