import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { documentId } from '../documents/identity.ts';
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
