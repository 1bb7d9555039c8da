import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSources } from '@zhibiao/crawler/sources';
import { openStore } from '@zhibiao/store';
import { exportFormats } from '@zhibiao/store/exports';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commandLine } from '../packages/cli/src/testing/command-line.ts';
import { whichProgram } from '../packages/services/src/which.ts';
import { sampleCommit } from '../packages/store/src/testing/sample.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'zhibiao-examples-'));
const exported = (format: string) => join(folder, `figures.${format}`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const store = await openStore(join(folder, 'store'));
  const growth = { name: '地区生产总值', code: 'gdp', measure: 'growth', unit: '%' } as const;
  const report = (year: number, reached: number, promised: number) =>
    sampleCommit(`http://example.com/${year}`, [
      {
        year,
        figures: [
          { ...growth, value: reached, kind: 'actual', year: year - 1 },
          { ...growth, value: promised, kind: 'target', year, bound: '>=' },
        ],
      },
    ]);
  await store.commit(report(2023, 3.1, 5));
  await store.commit(report(2024, 6.3, 5.5));
  await store.close();
  const env = { ZHIBIAO_STORE: join(folder, 'store'), ZHIBIAO_ARCHIVE: join(folder, 'archive') };
  for (const format of exportFormats.filter((one) => one === 'csv' || one === 'parquet')) {
    const args = ['observations', 'query', '--distinct', '--format', format, '--output', exported(format)];
    expect(await commandLine(args, env)).toMatchObject({ code: 0 });
  }
});

it('the source of an own site is one that the crawler takes', async () => {
  const [source] = await loadSources(here('source/seeds'));
  expect(source).toMatchObject({ id: 'county-board', maxDepth: 2 });
});

it('the notebook draws promise against result (where pandas, pyarrow and matplotlib are)', (context) => {
  const python = whichProgram('python3');
  const has = python && spawnSync(python, ['-c', 'import pandas, pyarrow, matplotlib']).status === 0;
  if (!has) {
    process.stderr.write('THE NOTEBOOK WAS NOT RUN: pandas, pyarrow or matplotlib is missing.\n');
    context.skip();
  }
  const notebook = JSON.parse(readFileSync(here('python/promises.ipynb'), 'utf8')) as {
    cells: { cell_type: string; source: string[] }[];
  };
  const program = notebook.cells
    .filter((cell) => cell.cell_type === 'code')
    .map((cell) => cell.source.join(''));
  const picture = join(folder, 'promises.png');
  const env = {
    ...process.env,
    ZHIBIAO_EXPORT: exported('parquet'),
    ZHIBIAO_PICTURE: picture,
    MPLBACKEND: 'agg',
  };
  const done = spawnSync(python!, ['-c', program.join('\n\n')], { encoding: 'utf8', env });
  expect(done.status, done.stderr).toBe(0);
  expect(done.stdout.trim().split('\n')).toEqual([expect.stringMatching(/^镇江市 2023: .*5%.* \| .*6\.3%/)]);
  expect(existsSync(picture)).toBe(true);
});

it('the SQL lists promises beside results (where the duckdb of PyPI is)', (context) => {
  const python = whichProgram('python3');
  const program =
    'import duckdb, sys\nprint(duckdb.sql(open(sys.argv[1], encoding="utf-8").read()).fetchall())';
  if (!python || spawnSync(python, ['-c', 'import duckdb']).status !== 0) {
    process.stderr.write('THE SQL FOR DUCKDB WAS NOT RUN: the module duckdb of Python is missing.\n');
    context.skip();
  }
  const done = spawnSync(python!, ['-c', program, here('duckdb/growth.sql')], {
    encoding: 'utf8',
    cwd: folder,
  });
  expect(done.status, done.stderr).toBe(0);
  expect(done.stdout).toMatch(/'镇江市', 2023, '>=', 5\.0, 6\.3/);
});

it('the program reads a data package (where pandas and pyarrow are)', {
  timeout: 120_000,
}, async (context) => {
  const env = { ZHIBIAO_STORE: join(folder, 'store'), ZHIBIAO_ARCHIVE: join(folder, 'archive') };
  const data = join(folder, 'data');
  expect(await commandLine(['export', 'dataset', data], env)).toMatchObject({ code: 0 });
  const python = whichProgram('python3');
  if (!python || spawnSync(python, ['-c', 'import pandas, pyarrow']).status !== 0) {
    process.stderr.write('THE PROGRAM OVER A DATA PACKAGE WAS NOT RUN: pandas or pyarrow is missing.\n');
    context.skip();
  }
  const done = spawnSync(python!, [here('python/dataset.py'), data], { encoding: 'utf8' });
  expect(done.status, done.stderr).toBe(0);
  expect(done.stdout).toMatch(/镇江市\s+3\.1\s+6\.3/);
});

it('the R script draws the same (where R is)', (context) => {
  const r = whichProgram('Rscript');
  if (!r) {
    process.stderr.write('THE R SCRIPT WAS NOT RUN: Rscript is missing.\n');
    context.skip();
  }
  const picture = join(folder, 'promises.pdf');
  const done = spawnSync(r!, [here('r/promises.R'), exported('csv'), picture], { encoding: 'utf8' });
  expect(done.status, done.stderr).toBe(0);
  expect(done.stdout).toMatch(/镇江市\s+2023\s+>=\s+5\s+6\.3/);
  expect(existsSync(picture)).toBe(true);
});

it('the monitoring stack mounts files that are there', () => {
  const { services } = parse(readFileSync(here('monitoring/compose.yaml'), 'utf8')) as {
    services: Record<string, { volumes: string[] }>;
  };
  const mounted = Object.values(services)
    .flatMap(({ volumes }) => volumes)
    .map((volume) => volume.split(':')[0]!)
    .filter((path) => path.startsWith('.'));
  expect(mounted.length).toBeGreaterThan(3);
  for (const path of mounted) expect(existsSync(here(`monitoring/${path}`)), path).toBe(true);
});
