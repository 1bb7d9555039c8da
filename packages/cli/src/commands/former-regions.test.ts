import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../testing/command-line.ts';
import { storeReport } from '../testing/stored.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-former-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const env = { ZHIBIAO_STORE: join(folder, 'store'), ZHIBIAO_ARCHIVE: join(folder, 'archive') };
const run = (...args: string[]) => commandLine(args, env);

beforeAll(async () => {
  const put = (name: string, adcode: string, year: number, value: number) => {
    const text = `${name}${year + 1}年政府工作报告\n全年增长${value}%。`;
    const report = {
      region: { name, adcode, level: 'county' as const },
      year: year + 1,
      deliveredAt: String(year + 1),
    };
    const claim = { quote: `${value}%`, value, year };
    return storeReport(env, `http://example.com/${adcode}/${year}`, text, [claim], report);
  };
  await put('清苑县', '130622', 2012, 9.1);
  await put('保定市清苑区', '130608', 2016, 6.5);
});

describe('a county that became a district', () => {
  it.each(['清苑县', '130622', '保定市清苑区', '130608'])('is asked for as %s', async (region) => {
    const values = async (...args: string[]) =>
      JSON.parse((await run(...args, '--region', region, '--format', 'json')).out);
    const { figures } = await values('figures', '--limit', '10');
    expect(figures.map(({ value }: { value: number }) => value).sort()).toEqual([6.5, 9.1]);
    const series = await values('observations', 'series', '--code', 'gdp');
    expect(series.map(({ region: { adcode } }: { region: { adcode: string } }) => adcode).sort()).toEqual([
      '130608',
      '130622',
    ]);
  });

  it('is told of where its series ends', async () => {
    const { out } = await run('observations', 'series', '--code', 'gdp', '--region', '清苑县');
    expect(out).toMatch(/清苑县 .*after 2014 .*became 保定市清苑区 130608/);
  });

  it.each([[], ['--distinct']])('stands in one spreadsheet under both its names: %s', async (...more) => {
    const file = join(folder, `out${more.length}.xlsx`);
    const asked = ['--region', '清苑县', '--format', 'xlsx', '--output', file];
    await run('observations', 'query', ...asked, ...more);
    const zip = unzipSync(await readFile(file));
    const texts = Object.values(zip).map((part) => strFromU8(part));
    for (const name of ['清苑县', '保定市清苑区', '130622', '130608'])
      expect(texts.some((text) => text.includes(name))).toBe(true);
    expect(strFromU8(zip['xl/worksheets/sheet1.xml']!).match(/<row /g)).toHaveLength(3);
  });
});
