import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeReport } from '../testing/stored.ts';

const bin = fileURLToPath(new URL('../../bin/zhibiao.js', import.meta.url));
const built = existsSync(new URL('../../dist/main.js', import.meta.url));
if (!built) console.warn('SKIPPED: no assistant asked anything: the command is not built (npm run build)');

interface Told {
  id: string;
  value: number;
  sentence: string;
  address: string;
  words: string;
}

describe.skipIf(!built)('an assistant', () => {
  let dir: string;
  let client: Client;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhibiao-mcp-'));
    const env = {
      ZHIBIAO_DATA: dir,
      ZHIBIAO_STORE: join(dir, 'store'),
      ZHIBIAO_ARCHIVE: join(dir, 'archive'),
    };
    const sentence = '预计全年经济增长5.2%，税收收入286.5亿元。';
    await storeReport(
      env,
      'http://a.example.cn/1.html',
      `镇江市政府工作报告\n${sentence}\n明年力争增长6%。`,
      [
        { quote: '增长5.2%', code: 'gdp', measure: 'growth', unit: '%', value: 5.2, year: 2023 },
        { quote: '增长6%', code: 'gdp', measure: 'growth', unit: '%', value: 6, year: 2024, kind: 'target' },
      ],
    );
    client = new Client({ name: 'test', version: '1' });
    const { REDIS_URL: _redis, MONGODB_URL: _mongo, ...rest } = process.env as Record<string, string>;
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [bin, 'mcp', '--console', 'https://zhibiao.example.cn/'],
        env: { ...rest, ...env },
        stderr: 'inherit',
      }),
    );
  });
  afterAll(async () => {
    await client?.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function ask<T>(name: string, asked: Record<string, unknown>): Promise<T> {
    const answer = await client.callTool({ name, arguments: asked });
    expect(answer.isError, JSON.stringify(answer.content)).toBeFalsy();
    const [content] = answer.content as { text: string }[];
    expect(JSON.parse(content!.text)).toEqual(answer.structuredContent);
    return answer.structuredContent as T;
  }
  const proven = (one: Told) => {
    expect(one.sentence).toMatch(/增长/);
    expect(one.address).toMatch(/^https:\/\/zhibiao\.example\.cn\/figures\/321100%20/);
    expect(one.words).toMatch(/^https:\/\/zhibiao\.example\.cn\/documents\/.+#w-/);
  };

  it('finds six questions, all of which only read', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'coverage',
      'figures',
      'quote',
      'ranking',
      'search',
      'series',
    ]);
    for (const { name, annotations, description } of tools) {
      expect(annotations?.readOnlyHint, name).toBe(true);
      expect(description, name).toBeTruthy();
    }
    expect(client.getInstructions()).toContain('sentence');
  });

  it('gets figures with their sentences, and all quotes of one', async () => {
    const { figures } = await ask<{ figures: Told[] }>('figures', { region: 'zhenjiang', indicator: 'GDP' });
    expect(figures.map(({ value }) => value).sort()).toEqual([5.2, 6]);
    for (const one of figures) proven(one);
    const { quotes } = await ask<{ quotes: Told[] }>('quote', { id: figures[0]!.id });
    expect(quotes).toHaveLength(1);
    expect(quotes[0]).toMatchObject({ chosen: true, title: '镇江市政府工作报告' });
    expect(quotes[0]!.words).toMatch(/^https:\/\/zhibiao\.example\.cn\/documents\/.+#w-/);
  });

  it('gets series, rankings and coverage', async () => {
    const { lines } = await ask<{ lines: { figures: Told[] }[] }>('series', {
      region: '镇江市',
      indicator: 'gdp',
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]!.figures.map(({ value }) => value)).toEqual([5.2, 6]);
    const { rows } = await ask<{ rows: (Told & { place: number })[] }>('ranking', {
      indicator: '地区生产总值',
      year: 2024,
      kind: 'target',
    });
    expect(rows).toMatchObject([{ place: 1, value: 6 }]);
    proven(rows[0]!);
    const { regions } = await ask<{ regions: { reports: { year: number; address: string }[] }[] }>(
      'coverage',
      {
        region: '江苏省',
      },
    );
    expect(regions[0]!.reports[0]).toMatchObject({
      year: 2024,
      address: expect.stringMatching(/^https:\/\/zhibiao\.example\.cn\/documents\//),
    });
  });

  it('searches names and texts', async () => {
    const found = await ask<{ regions: object[]; passages: { sentence: string; address: string }[] }>(
      'search',
      {
        words: '税收收入',
      },
    );
    expect(found.passages[0]!.sentence).toContain('税收收入286.5亿元');
    expect(found.passages[0]!.address).toMatch(/^https:\/\/zhibiao\.example\.cn\/documents\//);
    const named = await ask<{ regions: object[]; indicators: object[] }>('search', { words: '镇江 GDP' });
    expect(named.regions).toMatchObject([{ adcode: '321100' }]);
    expect(named.indicators).toContainEqual({ code: 'gdp', name: '地区生产总值' });
  });

  it.each([
    ['figures', { region: '无此地' }, '无此地'],
    ['ranking', { indicator: 'gdp', year: 20 }, 'year'],
    ['quote', { id: 'none' }, 'none'],
    ['figures', { limit: 5_000 }, 'limit'],
  ])('is told what is wrong with a question to %s', async (name, asked, words) => {
    const answer = await client.callTool({ name, arguments: asked });
    expect(answer.isError).toBe(true);
    expect(JSON.stringify(answer.content)).toContain(words);
  });
});
