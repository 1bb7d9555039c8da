import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../testing/command-line.ts';
import { storeReport } from '../testing/stored.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-answers-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const env = { ZHIBIAO_STORE: join(folder, 'store'), ZHIBIAO_ARCHIVE: join(folder, 'archive') };
const run = (...args: string[]) => commandLine(args, env);
const answer = async (...args: string[]) =>
  JSON.parse((await run('observations', ...args, '--format', 'json')).out);

beforeAll(async () => {
  const text = '镇江市2024年政府工作报告\n完成增长6.1%，目标是7%左右。';
  const target = { quote: '7%', value: 7, kind: 'target' as const, year: 2023 };
  const other = { ...target, year: 2024 };
  await storeReport(env, 'http://example.com/a', text, [{ quote: '6.1%', value: 6.1 }, target, other]);
  await storeReport(env, 'http://example.org/a', text, [{ quote: '6.1%', value: 5.1 }]);
});

describe('observations series, promises and copies', () => {
  it('answer with every row as JSON, or with a page', async () => {
    const promises = await answer('promises', '--region', '镇江市');
    expect(
      promises.map(
        (p: { target: { value: number }; verdict: string; judgement: { verdict: string } | null }) => [
          p.target.value,
          p.verdict,
          p.judgement?.verdict,
        ],
      ),
    ).toEqual([
      [7, 'missed', 'missed'],
      [7, 'open', undefined],
    ]);
    expect(await answer('promises', '--counts')).toEqual({ open: 1, met: 0, missed: 1, 'cannot tell': 0 });
    expect(await answer('promises', '--counts', '--genre', 'budget')).toMatchObject({ open: 0, missed: 0 });
    expect(await answer('promises', '--counts', '--year', '2024')).toMatchObject({ open: 1, missed: 0 });
    const page = await run('observations', 'promises', '--limit', '1', '--format', 'json');
    expect(JSON.parse(page.out)).toHaveLength(1);
    const cursor = /more: --after (\S+)/.exec(page.said)?.[1] ?? '';
    expect(await answer('promises', '--limit', '1', '--after', cursor)).toEqual([promises[1]]);
    expect(await answer('promises', '--verdict', 'met')).toEqual([]);
    const [line] = await answer('series', '--code', 'gdp');
    expect(line.figures.map(({ kind, value }: { kind: string; value: number }) => [kind, value])).toEqual([
      ['actual', 6.1],
      ['target', 7],
      ['target', 7],
    ]);
    const [copy] = await answer('copies', '--conflicts');
    expect([copy.conflict, copy.values.length]).toEqual([true, 2]);
  });

  it('show tables that people read', async () => {
    expect((await run('observations', 'promises')).out).toMatch(
      /镇江市 +2023 +地区生产总值 +↗ 7% +↗ 6\.1% +-0\.9 pp +missed/,
    );
    expect((await run('observations', 'promises', '--counts')).out).toMatch(/missed +1\n/);
    expect((await run('observations', 'series', '--code', 'gdp')).out).toMatch(/2023 +actual +↗ 6\.1% +2/);
    expect((await run('observations', 'copies')).out).toMatch(/6\.1% ×1, ↗ 5\.1% ×1|5\.1% ×1, ↗ 6\.1% ×1/);
  });

  it('answer as of a time, of a region and an indicator', async () => {
    const past = ['--region', '镇江市', '--code', 'gdp', '--as-of'];
    expect(await answer('promises', ...past, '2000-01-01')).toEqual([]);
    expect(await answer('promises', ...past, '2200-01-01')).toHaveLength(2);
  });

  it.each([
    [['series'], 'code'],
    [['series', '--code', 'gdp', '--as-of', '2024-01-01'], 'asOf'],
    [['promises', '--as-of', '2024-01-01'], 'asOf'],
    [['copies', '--region', '镇江市', '--as-of', '2024-01-01'], 'asOf'],
    [['promises', '--verdict', 'splendid'], 'verdict'],
    [['promises', '--year', '9999'], 'year'],
    [['copies', '--after', 'x'], 'after'],
    [['promises', '--limit', '0'], 'limit'],
  ])('%j is wrong usage, and named', async (args, named) => {
    const { code, out, said } = await run('observations', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(named);
  });

  it.each(['series', 'promises', 'copies'])('%s --help has examples', async (name) => {
    expect((await run('observations', name, '--help')).out).toContain(`zhibiao observations ${name}`);
  });
});
