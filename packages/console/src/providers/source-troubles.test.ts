import { expect, it } from 'vitest';
import { makeRun } from '../testing/operations.ts';
import { troublesOf } from './source-troubles.ts';

const crawl = (source: string, more: object) => makeRun({ selection: { sources: [source] }, ...more });
const drifted = { state: 'done', counts: { crawl: 4 }, failures: { EmptyPageError: 3 } } as const;
const sources = ['a', 'b', 'c', 'd'].map((id) => ({ id, enabled: id !== 'd' }));

it('the last crawl that has ended speaks for a source', () => {
  const runs = [
    crawl('a', { state: 'running' }),
    crawl('a', drifted),
    crawl('a', { state: 'failed' }),
    crawl('b', { state: 'done', counts: { crawl: 4 } }),
    crawl('b', drifted),
    crawl('c', { state: 'failed' }),
    crawl('d', drifted),
    crawl('gone', drifted),
    makeRun({ selection: { sources: ['b', 'c'] }, ...drifted }),
  ];
  const found = [...troublesOf(runs, sources)].map(([source, { what }]) => [source, what]);
  expect(found).toEqual([
    ['a', 'drifted'],
    ['c', 'failed'],
  ]);
});
