import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArticle } from '@zhibiao/parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeClaim, scoreReviews } from '../../../../infra/eval-reviews.mjs';
import { commandLine } from '../testing/command-line.ts';
import { storeReport } from '../testing/stored.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-cli-reviews-'));
const env = { ZHIBIAO_STORE: join(folder, 'store'), ZHIBIAO_ARCHIVE: join(folder, 'archive') };
afterAll(() => rm(folder, { recursive: true, force: true }));
const run = (...args: string[]) => commandLine(args, env);
const text = '镇江市2024年政府工作报告\n过去一年，地区生产总值增长5.2%，一般公共预算收入增长6.1%。\n';

describe('reviews', () => {
  let document = '';
  let ids: string[] = [];
  beforeAll(async () => {
    await storeReport(env, 'http://a.cn/1', text, [
      { quote: '增长5.2%', value: 5.2 },
      { quote: '增长6.1%', value: 61, code: 'general_public_budget_revenue' },
    ]);
    const { observations } = JSON.parse((await run('observations', 'query', '--format', 'json')).out);
    document = observations[0].document;
    ids = observations.map((one: { id: string }) => one.id);
  });

  it('are kept, listed, and taken back', async () => {
    const marked = await run('reviews', 'mark', document, ids[0]!, 'checked', '--by', 'ada');
    expect(marked).toMatchObject({ code: 0 });
    await run('reviews', 'mark', document, ids[1]!, 'corrected', '--set', 'value=6.1', '--note', '看原文');
    const { reviews } = JSON.parse((await run('reviews', 'list', '--format', 'json')).out);
    expect(reviews).toMatchObject([
      { state: 'holds', review: { verdict: 'corrected', note: '看原文', fields: { value: 6.1 } } },
      { state: 'holds', review: { verdict: 'checked', by: 'ada' } },
    ]);
    expect(JSON.parse((await run('reviews', 'list', '--open', '--format', 'json')).out).reviews).toEqual([]);
    await run('reviews', 'remove', ids[0]!);
    expect(JSON.parse((await run('reviews', 'list', '--format', 'json')).out).reviews).toHaveLength(1);
    const wrong = await run('reviews', 'mark', document, ids[0]!, 'corrected', '--set', 'value');
    expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('FIELD=VALUE') });
  });

  it('put a whole report right, withdraw it, and take that back', async () => {
    const figures = async () => JSON.parse((await run('figures', '--format', 'json')).out).figures;
    const regions = async () => [
      ...new Set((await figures()).map((f: { region: { name: string } }) => f.region.name)),
    ];
    expect(await run('reviews', 'correct', document, '--region', '苏州市', '--note', 'x')).toMatchObject({
      code: 0,
    });
    expect(await regions()).toEqual(['苏州市']);
    expect(await run('reviews', 'correct', document, '--exclude', '--note', 'x')).toMatchObject({ code: 0 });
    expect(await regions()).toEqual([]);
    await run('reviews', 'restore', document);
    expect(await regions()).toEqual(['镇江市']);
    expect(await run('reviews', 'correct', document, '--note', 'x')).toMatchObject({ code: 2 });
  });

  it('become an evaluation set, with the text', async () => {
    const [line] = (await run('reviews', 'export')).out.split('\n');
    const report = JSON.parse(line!);
    expect(report).toMatchObject({
      page: 'http://a.cn/1',
      article: { text },
      reviews: [{ verdict: 'corrected', quote: '增长6.1%', claim: { value: 6.1 } }],
    });
    const { counts } = scoreReviews([report], parseArticle);
    expect(counts).toMatchObject({ corrected: { all: 1 } });
  });
});

describe('judging a reviewed claim', () => {
  const said = {
    indicator: { name: 'GDP', code: 'gdp' },
    value: 5,
    valueTo: null,
    unit: '%',
    bound: '=',
    measure: 'growth',
    kind: 'actual',
    region: { name: '镇江', adcode: '321100' },
    scope: null,
    basis: null,
    period: { start: 2023, end: 2023 },
    quote: '5%',
    sentence: { text: '增长5%。', start: 0, end: 5 },
  };
  const of = (verdict: string, more: object = {}) => ({
    verdict,
    quote: '5%',
    sentence: '增长5%。',
    claim: { ...said, ...more },
  });
  it.each([
    ['checked and read so', of('checked'), [said], true, ''],
    [
      'checked and read otherwise',
      of('checked'),
      [{ ...said, value: 6, kind: 'target' }],
      false,
      'value, kind',
    ],
    ['checked and not read', of('checked'), [], false, 'missed'],
    ['corrected and learned', of('corrected', { value: 6 }), [{ ...said, value: 6 }], true, ''],
    ['corrected and not learned', of('corrected', { value: 6 }), [said], false, 'value'],
    ['wrong and still read', of('wrong'), [said], false, 'still read'],
    ['wrong and read otherwise', of('wrong'), [{ ...said, kind: 'target' }], true, ''],
    ['wrong and gone', of('wrong'), [], true, ''],
  ])('%s', (_, review, observations, right, why) =>
    expect(judgeClaim(review, observations)).toEqual({ right, why }),
  );
});
