import type { Emission } from '@zhibiao/shared/messages';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { isOlderParser, onlyLexiconDiffers } from '../documents/parser-version.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { type SampleReport, sampleCommit } from '../testing/sample.ts';
import { diffReprocess, feed, planReprocess, type ReprocessSelection, renderDiff } from './index.ts';

const url = (name: string) => `http://example.com/${name}`;
const reports = (value: number, region = '321100', year = 2023): SampleReport[] => [
  {
    region: { name: `R${region}`, adcode: region },
    year,
    figures: [{ value }, { value: 1, name: '人口', code: 'POP' }],
  },
];

describe.each(databases())('reprocess: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  beforeEach(async (context) => {
    if (missing) context.skip();
    store = await openStore(fresh());
    const commit = (
      name: string,
      source: string | null,
      parser: string,
      more: { region?: string; year?: number; time?: number },
    ) =>
      store.commit(
        sampleCommit(url(name), reports(5, more.region, more.year), {
          source,
          parser,
          cleaner: 'c1',
          time: more.time ?? 10,
          snapshots: [`s-${name}`],
        }),
      );
    await commit('a1', 'a', '1-x-y', {});
    await commit('a2', 'a', '1-x-y', { region: '110000' });
    await commit('a3', 'a', '2-x-y', { year: 2024 });
    await commit('b1', 'b', '1-x-y', { time: 50 });
    await commit('n1', null, '1-x-y', {});
  });
  afterEach(() => store?.close());

  const plan = async (selection: ReprocessSelection) => {
    const all: Emission[] = [];
    for await (const emission of planReprocess(store.tables, 'r1', selection)) all.push(emission);
    return all;
  };
  const pages = async (selection: ReprocessSelection) =>
    (await plan(selection))
      .map(({ message }) => ('page' in message ? message.page.replace(/.*\//, '') : ''))
      .sort();

  it('selects by source, region, year, parser, cleaner and time', async () => {
    expect(await pages({})).toEqual(['a1', 'a2', 'a3', 'b1', 'n1']);
    expect(await pages({ source: 'a' })).toEqual(['a1', 'a2', 'a3']);
    expect(await pages({ region: '320000' })).toEqual(['a1', 'a3', 'b1', 'n1']);
    expect(await pages({ year: 2024 })).toEqual(['a3']);
    expect(await pages({ olderThanParser: '2' })).toEqual(['a1', 'a2', 'b1', 'n1']);
    expect(await pages({ olderThanParser: '2-z-y' })).toHaveLength(5);
    expect(await pages({ olderThanParser: '1' })).toEqual([]);
    expect(await pages({ olderThanCleaner: 'c1' })).toEqual([]);
    expect(await pages({ since: 11 })).toEqual(['b1']);
    expect(await pages({ until: 11, source: 'a', year: 2024 })).toEqual(['a3']);
    await expect(plan({ region: 'x' })).rejects.toMatchObject({ name: 'UsageError' });
  });

  it('sends shadows with their snapshots, and lets sources take turns', async () => {
    const emissions = await plan({});
    expect(emissions.map(({ message }) => message.source)).toEqual([null, 'a', 'b', 'a', 'a']);
    const [first] = await plan({ source: 'b' });
    expect(first).toMatchObject({
      queue: 'parse',
      message: { run: 'r1', shadow: true, snapshots: ['s-b1'], cleaner: 'c1' },
    });
    const [clean] = await plan({ source: 'b', from: 'clean' });
    expect(clean).toMatchObject({
      queue: 'crawl',
      message: { task: 'clean', page: url('b1'), snapshots: ['s-b1'] },
    });
  });

  it('takes up what is in the quarantine', async () => {
    const article = `sha256-${'a'.repeat(64)}`;
    const record = {
      input: article,
      error: 'E',
      reason: 'r',
      run: 'c',
      source: 'a',
      time: 1,
      resolvedAt: null,
    };
    await store.quarantine({
      ...record,
      id: 'q1',
      stage: 'parse',
      message: { run: 'c', source: 'a', page: 'p', article },
    });
    await store.quarantine({
      ...record,
      id: 'q2',
      stage: 'crawl',
      message: { task: 'fetch', run: 'c', source: 'a', url: url('x') },
    });
    const emissions = await plan({ failed: true });
    expect(emissions).toMatchObject([
      { queue: 'parse', message: { run: 'r1', shadow: true, page: 'p', article } },
    ]);
  });

  it('keeps the queue short and stops when it is told to', async () => {
    const stop = new AbortController();
    const batches: number[] = [];
    let waiting = 0;
    const send = async (batch: readonly Emission[]) => {
      batches.push(batch.length);
      waiting += batch.length;
      if (batches.length === 2) stop.abort();
      return batch.length;
    };
    const sent = await feed(planReprocess(store.tables, 'r1', {}), send, {
      waiting: async () => --waiting,
      batch: 2,
      most: 1,
      pauseMs: 1,
      signal: stop.signal,
    });
    expect(batches).toEqual([2, 2]);
    expect(sent).toBe(4);
  });

  it('reports exactly what a changed parser changes, before and after it is promoted', async () => {
    const shadow = (name: string, made: SampleReport[]) =>
      store.commit(
        sampleCommit(url(name), made, {
          source: 'a',
          parser: '1-new-y',
          time: 10,
          run: 'r1',
          shadow: true,
          snapshots: [`s-${name}`],
        }),
      );
    const [changed] = reports(5);
    changed!.figures[0]!.code = 'GDP2';
    changed!.figures.push({ value: 9, name: '粮食', code: 'GRAIN' });
    await shadow('a1', [changed!]);
    await shadow('a2', reports(5, '110000'));
    const score = (_document: object, observations: unknown[]) => ({
      wanted: 3,
      given: observations.length,
      right: observations.length,
    });
    const before = await diffReprocess(store.tables, 'r1', { score });
    expect(before).toMatchObject({
      state: 'open',
      documents: { compared: 2, same: 1, changed: 1, added: 0, retired: 0, overtaken: 0 },
      observations: { before: 4, after: 5, added: 1, removed: 0, changed: 1, unchanged: 3 },
      coverage: { pages: 2, ofPages: 5 },
      byField: { indicator: 1 },
      bySource: [{ source: 'a', documents: 2, added: 1, removed: 0, changed: 1 }],
      gold: { before: { wanted: 6, given: 4, right: 4 }, after: { wanted: 6, given: 5, right: 5 } },
    });
    expect(before.byIndicator.map((i) => i.code).sort()).toEqual(['GDP2', 'GRAIN']);
    expect(before.samples.map((s) => s.kind).sort()).toEqual(['added', 'changed']);
    await store.promote('r1', 'test');
    const after = await diffReprocess(store.tables, 'r1', { score });
    expect(after).toMatchObject({
      state: 'promoted',
      observations: before.observations,
      documents: before.documents,
    });
    const text = renderDiff(before);
    expect(text).toContain('| 4 | 5 | 1 | 0 | 1 | 3 |');
    expect(text).toMatch(/indicator \S+ \(GDP\) → \S+ \(GDP2\)/);
    expect(text).toContain('<http://example.com/');
    await expect(diffReprocess(store.tables, 'r9')).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});

describe('parser versions', () => {
  it('tells a change of the lexicon from others', () => {
    expect(onlyLexiconDiffers('1-a-x', '1-b-x')).toBe(true);
    expect(onlyLexiconDiffers('1-a-x', '1-b-y')).toBe(false);
    expect(onlyLexiconDiffers('1-a-x', '2-b-x')).toBe(false);
    expect(onlyLexiconDiffers('1-a-x', '1-a-x')).toBe(false);
  });
  it('orders code by number and data not at all', () => {
    expect(isOlderParser('2-a', '10-a')).toBe(true);
    expect(isOlderParser('10-a', '2-a')).toBe(false);
    expect(isOlderParser('2-a', '2-a')).toBe(false);
    expect(isOlderParser('2-a', '2-b')).toBe(true);
  });
  it('takes every other code for older where code is named by a hash', () => {
    expect(isOlderParser('ab12-x', 'cd34-x')).toBe(true);
    expect(isOlderParser('cd34-x', 'ab12-x')).toBe(true);
    expect(isOlderParser('ab12-x', 'ab12-x')).toBe(false);
    expect(isOlderParser('ab12-x', 'ab12-y')).toBe(true);
    expect(isOlderParser('ab12-x', 'ab12')).toBe(false);
    expect(isOlderParser('12-x', 'ab12-x')).toBe(true);
  });
});
