import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openStore } from '../../store/src/store.ts';
import { databases } from '../../store/src/testing/databases.ts';
import { sampleCommit } from '../../store/src/testing/sample.ts';
import { exportDataset } from './dataset.ts';

const gdp = { code: 'gdp', name: '地区生产总值', measure: 'growth', unit: '%' } as const;
const report = (page: string, year: number, value: number, extra = '') =>
  sampleCommit(
    `http://example.com/${page}`,
    [
      {
        year,
        figures: [
          { ...gdp, value, kind: 'actual', year: year - 1, flags: ['share-inconsistent'] },
          { ...gdp, value: 5, kind: 'target', year },
          { ...gdp, value: 4, period: null },
        ],
      },
    ],
    { time: 1_000 + year, extra },
  );
const stateOf = (files: Awaited<ReturnType<typeof exportDataset>>) =>
  Object.fromEntries(files.map(({ path, state }) => [path, state]));

describe.each(databases())('data package: $kind', ({ missing, fresh }) => {
  const folders: string[] = [];
  const folder = async () => {
    const made = await mkdtemp(join(tmpdir(), 'zhibiao-dataset-'));
    folders.push(made);
    return made;
  };
  afterEach(async () => {
    for (const made of folders.splice(0)) await rm(made, { recursive: true });
  });

  test.skipIf(missing)(
    'holds everything that readers see, and a second export writes only what has changed',
    async () => {
      const store = await openStore(fresh());
      const to = await folder();
      try {
        await store.commit(report('a', 2023, 3.1));
        await store.commit(report('b', 2024, 6));
        const first = await exportDataset(store, to, { now: Date.now() + 1_000 });
        expect(new Set(first.map(({ state }) => state))).toEqual(new Set(['new']));
        const { resources, ...about } = JSON.parse(await readFile(join(to, 'datapackage.json'), 'utf8'));
        expect(about).toMatchObject({ licenses: [{ name: 'CC-BY-4.0' }], citation: expect.any(String) });
        expect(resources.map(({ path, rows }: { path: string; rows: number }) => [path, rows])).toEqual([
          ['observations/2022.parquet', 1],
          ['observations/2023.parquet', 2],
          ['observations/2024.parquet', 1],
          ['observations/undated.parquet', 2],
          ['figures/2022.parquet', 1],
          ['figures/2023.parquet', 2],
          ['figures/2024.parquet', 1],
          ['figures/undated.parquet', 2],
          ['reports.csv', 2],
          ['codes.csv', expect.any(Number)],
          ['regions.csv', expect.any(Number)],
        ]);
        if (process.platform === 'linux')
          expect(spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: to }).status).toBe(0);

        const csv = async (name: string) => (await readFile(join(to, name), 'utf8')).split('\r\n');
        const [head, ...codes] = await csv('codes.csv');
        expect(head).toMatch(/,nbs,world_bank,differs$/);
        expect(codes.find((line) => line.startsWith('cpi,'))).toMatch(
          /,居民消费价格指数,FP\.CPI\.TOTL\.ZG,$/,
        );
        expect(codes.find((line) => line.startsWith('tax_revenue,'))).toContain('of the central government');
        expect((await csv('regions.csv')).find((line) => line.startsWith('130622,'))).toBe(
          '130622,清苑县,清苑县,county,130600,2014,2015,130608',
        );
        const readme = await readFile(join(to, 'README.md'), 'utf8');
        expect(readme).toMatch(/`last_listed`[^|]*`missing_from`/);
        expect(readme).toContain('Follow `successor`');

        const before = await stat(join(to, 'observations/2022.parquet'));
        const again = await exportDataset(store, to, { now: Date.now() + 60_000 });
        expect(new Set(again.map(({ state }) => state))).toEqual(new Set(['same']));
        await writeFile(join(to, 'notes.txt'), 'of the reader');
        await store.commit(report('b', 2024, 6.5, '修订'));
        const changed = stateOf(await exportDataset(store, to, { now: Date.now() + 120_000 }));
        // The report of 2024 has another version: its rows say so wherever they stand.
        expect(Object.keys(changed).filter((path) => changed[path] !== 'same')).toEqual([
          'observations/2023.parquet',
          'observations/2024.parquet',
          'observations/undated.parquet',
          'figures/2023.parquet',
          'reports.csv',
          'datapackage.json',
          'SHA256SUMS',
        ]);
        expect((await stat(join(to, 'observations/2022.parquet'))).mtimeMs).toBe(before.mtimeMs);

        await store.commit(sampleCommit('http://example.com/a', [], { time: 9_000 }));
        const less = stateOf(await exportDataset(store, to, { now: Date.now() + 180_000 }));
        expect(less).toMatchObject({ 'observations/2022.parquet': 'removed', 'reports.csv': 'changed' });
        expect(await readFile(join(to, 'notes.txt'), 'utf8')).toBe('of the reader');
      } finally {
        await store.close();
      }
    },
  );
});

describe('data package', () => {
  test('is valid by the frictionless tool (where it is)', async (context) => {
    const python = process.env.ZHIBIAO_TEST_PYTHON ?? 'python3';
    const found = spawnSync(python, ['-c', 'import frictionless, fastparquet, pandas']);
    if (found.status !== 0) {
      process.stderr.write(
        'THE DATA PACKAGE WAS NOT VALIDATED: frictionless[parquet] is missing (pip install "frictionless[parquet]" pandas).\n',
      );
      context.skip();
    }
    const at = await mkdtemp(join(tmpdir(), 'zhibiao-dataset-'));
    const store = await openStore(join(at, 'store'));
    try {
      await store.commit(report('a', 2023, 3.1));
      await exportDataset(store, join(at, 'data'));
      const validate = () =>
        spawnSync(python, ['-m', 'frictionless', 'validate', 'datapackage.json'], {
          cwd: join(at, 'data'),
          encoding: 'utf8',
        });
      const right = validate();
      expect(right.status, right.stdout + right.stderr).toBe(0);
      // It does look at the files.
      await writeFile(join(at, 'data', 'reports.csv'), 'document,version\n1,2\n');
      expect(validate().status).not.toBe(0);
    } finally {
      await store.close();
      await rm(at, { recursive: true });
    }
  });

  test('leaves a folder alone that holds another data package', async () => {
    const at = await mkdtemp(join(tmpdir(), 'zhibiao-dataset-'));
    const store = await openStore(join(at, 'store'));
    try {
      await writeFile(join(at, 'datapackage.json'), '{"name":"of-another","resources":[]}');
      await expect(exportDataset(store, at)).rejects.toThrow('is of another data package');
      await expect(exportDataset(store, join(at, 'new'), { licence: '../x' })).rejects.toThrow('SPDX');
    } finally {
      await store.close();
      await rm(at, { recursive: true });
    }
  });
});
