import type { Article } from '@zhibiao/shared';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { removeDropped } from '../maintenance/dropped.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { type SampleReport, sampleCommit } from '../testing/sample.ts';
import { indexTexts } from './index-texts.ts';
import { fold, pairsOf } from './pairs.ts';
import { passagesOf } from './passages.ts';
import { placeOf, placesOf } from './place.ts';

const report = (name: string, more: Partial<SampleReport> = {}): SampleReport => ({
  figures: [{ value: 7, name }],
  ...more,
});

describe.each(databases())('search: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  beforeEach(async (context) => {
    if (missing) context.skip();
    store = await openStore(fresh());
  });
  afterEach(() => store?.close());

  const url = (name: string) => `http://example.com/${name}`;
  const found = async (words: string, more = {}) =>
    (await store.search({ words, ...more })).rows.map(({ version }) => version.page.slice(19)).sort();

  it('finds words of two and more characters wherever they stand, also across what a dictionary would cut', async () => {
    await store.commit(sampleCommit(url('a'), [report('一般公共预算收入中的税收')]));
    await store.commit(sampleCommit(url('b'), [report('扬中市税收收入')]));
    expect(await found('税收')).toEqual(['a', 'b']);
    expect(await found('税收收入')).toEqual(['b']);
    expect(await found('扬中')).toEqual(['b']);
    expect(await found('中市税')).toEqual(['b']);
    expect(await found('税收 预算')).toEqual(['a']);
    expect(await found('税收预算')).toEqual([]);
    expect(await found('没有这个词')).toEqual([]);
  });

  it('takes no pairs that stand apart for a word', async () => {
    await store.commit(sampleCommit(url('a'), [report('甲乙丙与乙丙丁与丙丁甲')]));
    expect(await found('甲乙丙丁')).toEqual([]);
    expect(await found('甲乙丙')).toEqual(['a']);
  });

  it('finds letters and digits in either width, capitals as small letters', async () => {
    await store.commit(sampleCommit(url('a'), [report('GDP（PM２.５）')]));
    for (const words of ['gdp', 'ＧＤＰ', 'pm2.5', '(pm2.5)', '7亿元'])
      expect(await found(words)).toEqual(['a']);
  });

  it('shows the words in their sentence, with their section and place', async () => {
    const commit = sampleCommit(url('a'), [report('税收')]);
    const { text } = commit.article;
    commit.extraction.reports[0]!.sections = [
      { level: 1, title: '一、回顾', start: 0, end: text.length },
      { level: 2, title: '（一）财政', start: 5, end: text.length },
      { level: 2, title: '（二）其他', start: text.length - 1, end: text.length },
    ];
    await store.commit(commit);
    const { rows } = await store.search({ words: '税收' });
    expect(rows).toMatchObject([
      {
        count: 1,
        passages: [
          { before: '完成了', words: '税收', after: '7亿元。', section: ['一、回顾', '（一）财政'] },
        ],
      },
    ]);
    const [passage] = rows[0]!.passages;
    expect(text.slice(passage!.span.start, passage!.span.end)).toBe('税收');
  });

  it('narrows by region with sub-regions, year, source and genre, in the order of these, page by page', async () => {
    const places = [
      ['321102', 2023],
      ['321100', 2024],
      ['321100', 2022],
      ['110000', 2023],
      ['321182', null],
    ] as const;
    for (const [i, [adcode, year]] of places.entries()) {
      const commit = sampleCommit(url(String(i)), [
        report('税收', { region: { name: `甲${i}`, adcode }, year: year ?? 2023 }),
      ]);
      commit.extraction.reports[0]!.year = year;
      commit.extraction.reports[0]!.genre = i === 1 ? 'budget' : 'work-report';
      await store.commit({ ...commit, source: i < 2 ? 'one' : 'two' });
    }
    const order: string[] = [];
    let after: string | undefined;
    do {
      const page = await store.search({ words: '税收', limit: 2, after });
      order.push(...page.rows.map(({ version }) => version.page.slice(19)));
      after = page.next ?? undefined;
    } while (after);
    expect(order).toEqual(['3', '2', '1', '0', '4']);
    expect(await found('税收', { region: '321100' })).toEqual(['0', '1', '2', '4']);
    expect(await found('税收', { region: '321102' })).toEqual(['0']);
    expect(await found('税收', { year: 2023 })).toEqual(['0', '3']);
    expect(await found('税收', { source: 'one' })).toEqual(['0', '1']);
    expect(await found('税收', { genre: 'budget' })).toEqual(['1']);
    expect(await found('税收', { region: '330000' })).toEqual([]);
  });

  it('answers from what readers see now: superseded, retired and dropped texts are not found, shadows once promoted', async () => {
    await store.commit(sampleCommit(url('a'), [report('旧词'), report('第二篇')], { time: 1 }));
    await store.commit(sampleCommit(url('a'), [report('新词')], { time: 2 }));
    expect([await found('旧词'), await found('新词'), await found('第二篇')]).toEqual([[], ['a'], []]);
    const shadow = { time: 3, parser: '2.0.0+b', shadow: true };
    await store.saveRun({ ...run('rp'), id: 'rp' });
    await store.saveRun({ ...run('no'), id: 'no' });
    await store.commit(sampleCommit(url('a'), [report('影子')], { ...shadow, run: 'rp' }));
    await store.commit(sampleCommit(url('a'), [report('放弃')], { ...shadow, run: 'no' }));
    expect([await found('影子'), await found('新词')]).toEqual([[], ['a']]);
    await store.promote('rp', 'test');
    await store.drop('no', 'test');
    expect([await found('影子'), await found('新词'), await found('放弃')]).toEqual([['a'], [], []]);
    const texts = () => store.tables.texts.count({ document: { prefix: '' } });
    const before = await texts();
    await removeDropped(store.tables, async () => null, { dryRun: false });
    expect(await texts()).toBe(before - 1);
    expect(await found('影子')).toEqual(['a']);
  });

  it('shares one text among versions that read it otherwise, and files it anew under another region', async () => {
    const texts = () => store.tables.texts.count({ document: { prefix: '' } });
    const first = sampleCommit(url('a'), [report('税收')], { time: 1 });
    await store.commit(first);
    const again = structuredClone(first);
    again.extraction.reports[0]!.observations[0]!.confidence = 0.5;
    await store.commit({ ...again, extractionKey: `sha256-${'a'.repeat(64)}`, time: 2 });
    expect(await texts()).toBe(1);
    again.extraction.reports[0]!.region = { name: '扬中市', adcode: '321182', level: 'county' };
    await store.commit({ ...again, extractionKey: `sha256-${'b'.repeat(64)}`, time: 3 });
    expect(await texts()).toBe(2);
    expect(await found('税收', { region: '321182' })).toEqual(['a']);
    expect(await found('税收')).toEqual(['a']);
  });

  it('is made for reports that were stored before there was a search', async () => {
    const articles = new Map<string, Article>();
    for (const name of ['a', 'b', 'c']) {
      const commit = sampleCommit(url(name), [report(`税收${name}`)]);
      await store.commit(commit);
      if (name !== 'c') articles.set(commit.articleKey, commit.article);
    }
    await store.tables.texts.remove({ document: { prefix: '' } });
    expect(await found('税收')).toEqual([]);
    const read = async (key: string) => articles.get(key) ?? null;
    expect(await indexTexts(store.tables, read)).toMatchObject({ added: 2, missing: [expect.any(String)] });
    expect(await indexTexts(store.tables, read)).toMatchObject({ added: 0 });
    expect(await found('税收')).toEqual(['a', 'b']);
  });

  it.each([
    ['税', '税 is one character'],
    ['税收 增', '增 is one character'],
    ['  ', 'give the words'],
    ['甲乙 '.repeat(3).concat('丙丁 戊己 庚辛 壬癸 子丑 寅卯 辰巳 午未'), 'at most 8 words'],
    ['长'.repeat(101), 'at most 100 characters'],
    ['𬭎', 'one character'],
  ])('refuses %s with a named error', async (words, message) => {
    await expect(store.search({ words })).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message),
    });
  });

  it('takes whatever stands in a question as words, and a strange cursor as a mistake', async () => {
    await store.commit(sampleCommit(url('a'), [report('税收')]));
    for (const words of [
      '"税收"',
      "'OR1=1--",
      'a*NEAR(b)',
      '{"$gt":""}',
      '税收"AND"',
      '$where',
      '^税收',
      '\\u7a0e',
    ])
      expect(await found(words)).toEqual([]);
    const signs = Array.from({ length: 94 }, (_, i) => String.fromCharCode(0x21 + i)).join('');
    await store.commit(sampleCommit(url('signs'), [report(signs)]));
    for (let i = 0; i < signs.length - 1; i++) expect(await found(signs.slice(i, i + 2))).toContain('signs');
    for (const after of ['x', '-1', '321100 2022', '1e9', '9'.repeat(40)])
      await expect(store.search({ words: '税收', after })).rejects.toMatchObject({ name: 'UsageError' });
    await expect(store.search({ words: '税收', year: 9999 })).rejects.toMatchObject({ name: 'UsageError' });
  });
});

const run = (id: string) => ({
  id,
  type: 'reprocess' as const,
  state: 'done' as const,
  selection: {},
  counts: {},
  startedAt: 1,
  finishedAt: 2,
});

describe('pairs of characters', () => {
  it('of a part of a text are among those of the text, and folding keeps every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, a, b) => {
        expect(fold(text)).toHaveLength(text.length);
        const chars = [...fold(text)];
        const part = chars.slice(Math.min(a, b) % (chars.length + 1), Math.max(a, b) % (chars.length + 1));
        const pairs = new Set(pairsOf(fold(text)));
        for (const pair of pairsOf(part.join(''))) expect(pairs).toContain(pair);
      }),
    );
  });

  it('leave out spaces', () => {
    expect(pairsOf('税收 收入\n增')).toEqual(['税收', '收入']);
    expect(pairsOf('')).toEqual([]);
    expect(pairsOf('𬭎的𬭎')).toEqual(['𬭎的', '的𬭎']);
  });
});

describe('places', () => {
  it('lie in the order of region and year, within the stretch of the region, as numbers that nothing rounds', () => {
    const region = fc.integer({ min: 110000, max: 659999 }).map(String);
    const year = fc.option(fc.integer({ min: 1950, max: 2150 }));
    const hash = fc.stringMatching(/^[0-9a-f]{8}$/);
    fc.assert(
      fc.property(region, year, hash, region, year, hash, (r1, y1, h1, r2, y2, h2) => {
        const [a, b] = [placeOf(r1, y1, h1), placeOf(r2, y2, h2)];
        expect(Number.isSafeInteger(a)).toBe(true);
        if (r1 !== r2) expect(a < b).toBe(r1 < r2);
        else if (y1 !== y2) expect(a < b).toBe((y1 ?? 9999) < (y2 ?? 9999));
        expect(placesOf(r1).gte <= a && a < placesOf(r1).lt).toBe(true);
        expect(a).toBeLessThan(placeOf(null, y1, h1));
      }),
    );
  });
});

describe('passages', () => {
  it('show each word once before any a second time, and end with the sentence', () => {
    const text = '第一句说税收。第二句说税收和教育，还有医疗！第三句。';
    const { count, passages } = passagesOf(
      { text, folded: text },
      ['税收', '教育'],
      { span: { start: 100, end: 200 }, sections: [] },
      2,
    );
    expect(count).toBe(3);
    expect(passages.map(({ before, words, after }) => [before, words, after])).toEqual([
      ['第一句说', '税收', '。'],
      ['第二句说税收和', '教育', '，还有医疗！'],
    ]);
    expect(passages[0]!.span).toEqual({ start: 104, end: 106 });
  });
});
