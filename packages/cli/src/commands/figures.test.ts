import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../testing/command-line.ts';
import { storeReport } from '../testing/stored.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-figures-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const env = { ZHIBIAO_STORE: join(folder, 'store'), ZHIBIAO_ARCHIVE: join(folder, 'archive') };
const run = (...args: string[]) => commandLine(args, env);

const region = (name: string, adcode: string) => ({ region: { name, adcode, level: 'city' as const } });

beforeAll(async () => {
  const text = (name: string) => `${name}2024年政府工作报告\n完成增长6.1%，目标是7%左右。`;
  const target = { quote: '7%', value: 7, kind: 'target' as const, year: 2024 };
  const actual = { quote: '6.1%', value: 6.1 };
  await storeReport(env, 'http://example.com/a', text('镇江市'), [actual, target]);
  await storeReport(env, 'http://example.org/a', text('镇江市'), [actual]);
  await storeReport(
    env,
    'http://example.com/b',
    text('扬州市'),
    [{ ...actual, value: 5 }],
    region('扬州市', '321000'),
  );
});

describe('figures', () => {
  it('shows one row a figure, with how many documents give it', async () => {
    const { code, out } = await run('figures', '--region', '镇江市', '--kind', 'actual');
    expect(code).toBe(0);
    const [, , ...rows] = out.trim().split('\n');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/镇江市 +2023 +actual +地区生产总值 +↗ 6\.1% +2/);
  });

  it('pages JSON, and exports all', async () => {
    const first = JSON.parse((await run('figures', '--format', 'json', '--limit', '2')).out);
    expect(first.figures).toHaveLength(2);
    const rest = JSON.parse(
      (await run('figures', '--format', 'json', '--limit', '2', '--after', first.next)).out,
    );
    expect([rest.figures.length, rest.next]).toEqual([1, null]);
    const file = join(folder, 'figures.csv');
    expect((await run('figures', '--format', 'csv', '--limit', '1', '--output', file)).said).toBe(
      `3 figures in ${file}`,
    );
    expect((await readFile(file, 'utf8')).split('\r\n')[0]).toMatch(/^\uFEFFfigure,region,adcode,/);
    for (const format of ['parquet', 'xlsx', 'jsonl'])
      expect((await run('figures', '--format', format, '--output', join(folder, `x.${format}`))).code).toBe(
        0,
      );
  });
});

describe('ranking, changes, coverage and indicators', () => {
  it('answer from the figures', async () => {
    const ranking = (await run('ranking', '--code', 'gdp', '--year', '2023')).out.split('\n').slice(2);
    expect(ranking.map((line) => line.slice(0, 3))).toEqual(['1/2', '2/2', '']);
    expect(ranking[0]).toContain('镇江市');
    const changes = JSON.parse((await run('changes', '--since', '2020-01-01', '--format', 'json')).out);
    expect(changes.changes).toHaveLength(3);
    expect((await run('coverage', '--region', '江苏省')).out).toMatch(/镇江市 +2024 +2 +1/);
    expect((await run('indicators', '地区')).out).toMatch(/地区生产总值 +gdp +3/);
  });

  it.each([
    [['figures', '--kind', 'dream'], 'kind'],
    [['figures', '--measure', '$ne'], 'measure'],
    [['figures', '--year', '9999'], 'year'],
    [['figures', '--region', '朝阳区'], '朝阳区'],
    [['figures', '--genre', 'poem'], 'genre'],
    [['figures', '--after', 'x'], 'after'],
    [['figures', '--output', 'x.csv'], '--output'],
    [['ranking', '--year', '2023'], 'code'],
    [['ranking', '--code', 'gdp'], '--year'],
    [['ranking', '--code', 'gdp', '--year', '2023', '--level', 'moon'], 'level'],
    [['changes'], '--since'],
    [['changes', '--since', 'yesterday'], '--since'],
    [['coverage', '--limit', '0'], 'limit'],
    [['indicators', 'x'.repeat(101)], 'text'],
  ])('%j is wrong usage, and named', async (args, named) => {
    const { code, out, said } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(named);
  });

  it('names what an ambiguous region may mean, with the codes', async () => {
    const { said } = await run('figures', '--region', '朝阳区', '--format', 'json');
    expect(said).toContain('北京市朝阳区 110105');
    expect(said).toContain('长春市朝阳区 220104');
  });

  it.each(['figures', 'ranking', 'changes', 'coverage', 'indicators'])(
    '%s --help has examples',
    async (name) => {
      expect((await run(name, '--help')).out).toContain(`zhibiao ${name}`);
    },
  );
});

describe('exports of observations', () => {
  it('have the same columns as `extract --format csv`', async () => {
    const text = join(folder, 'report.txt');
    await writeFile(text, '镇江市2024年政府工作报告\n一、2023年工作回顾\n地区生产总值增长6.1%。\n');
    const [head, row] = (await run('extract', text, '--format', 'csv')).out.split('\r\n');
    const file = join(folder, 'o.csv');
    await run('observations', 'query', '--format', 'csv', '--output', file);
    expect((await readFile(file, 'utf8')).split('\r\n')[0]).toBe(head);
    const cells = row!.split(',');
    expect(cells).toHaveLength(head!.split(',').length);
    expect(cells[head!.split(',').indexOf('value')]).toBe('6.1');
    expect(cells[head!.split(',').indexOf('url')]).toBe(text);
  });

  it('have one row a figure with --distinct', async () => {
    const count = async (...more: string[]) =>
      (await run('observations', 'query', '--format', 'jsonl', '--output', join(folder, 'd'), ...more)).said;
    expect(await count()).toMatch(/^4 /);
    expect(await count('--distinct')).toMatch(/^3 /);
    expect((await run('observations', 'query', '--distinct')).code).toBe(2);
  });
});
