import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@zhibiao/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../testing/command-line.ts';
import { storeReport } from '../testing/stored.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-search-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const env = { ZHIBIAO_STORE: join(folder, 'store'), ZHIBIAO_ARCHIVE: join(folder, 'archive') };
const run = (...args: string[]) => commandLine(args, env);
const url = 'http://example.com/a';
const text = '镇江市2024年政府工作报告\n税收收入增长6%。\n扬中市税收稳步增长。';

beforeAll(() =>
  storeReport(env, url, text, [], {
    sections: [{ level: 1, title: '一、税收', start: 15, end: text.length }],
  }),
);

describe('search', () => {
  it('shows the words in their sentence and section', async () => {
    const { code, out } = await run('search', '税收');
    expect(code).toBe(0);
    expect(out).toContain('镇江市');
    expect(out).toContain('【税收】收入增长6%。');
    expect(out).toContain('扬中市【税收】稳步增长。');
    expect(out).toContain('一、税收');
  });

  it('gives JSON with the place of each passage', async () => {
    const { out } = await run(
      'search',
      '扬中',
      '税收收入',
      '--region',
      '江苏省',
      '--year',
      '2024',
      '--format',
      'json',
    );
    const { reports, next } = JSON.parse(out);
    expect(next).toBeNull();
    expect(reports).toMatchObject([{ page: url, count: 2, genre: 'work-report', year: 2024 }]);
    for (const { words, span } of reports[0].passages) expect(text.slice(span.start, span.end)).toBe(words);
  });

  it('says that nothing was found, and ends well', async () => {
    const { code, said } = await run('search', '没有这话');
    expect([code, said]).toEqual([0, expect.stringContaining('No report')]);
  });

  it.each([
    [['税'], '税'],
    [['a\0b'], 'one character'],
    [['税收', '--year', '9999'], 'year'],
    [['税收', '--genre', 'poem'], 'genre'],
    [['税收', '--after', 'x'], 'cursor'],
    [['税收', '--limit', '0'], 'limit'],
    [['税收', '--region', '无此地'], '无此地'],
    [[], 'words'],
  ])('%j is wrong usage, and named', async (args, named) => {
    const { code, out, said } = await run('search', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(named);
  });

  it.each(['$where', '{"$gt":""}', '__proto__', "'OR1=1--", '\ud800\ud800', '%%', '.*', '"税收"'])(
    '%j is words, whatever it holds',
    async (words) => {
      const { code, out } = await run('search', words, '--format', 'json');
      expect([code, JSON.parse(out)]).toEqual([0, { reports: [], next: null }]);
    },
  );

  it('finds reports of an earlier release after `store index-texts`', async () => {
    const store = await openStore(env.ZHIBIAO_STORE);
    await store.tables.texts.remove({ document: { prefix: '' } });
    await store.close();
    expect((await run('store', 'verify')).said).toContain('store index-texts');
    expect(JSON.parse((await run('store', 'index-texts')).out)).toEqual({ added: 1, missing: 0 });
    expect((await run('search', '扬中')).out).toContain('【扬中】');
    expect((await run('search', '--help')).out).toContain('Examples');
  });
});
