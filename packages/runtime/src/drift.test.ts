import { Run } from '@zhibiao/shared';
import { expect, it } from 'vitest';
import { hasDrifted } from './drift.ts';

const run = (failures: Record<string, number>, more: object = {}) =>
  Run.parse({
    id: 'r',
    type: 'crawl',
    selection: { sources: ['a'] },
    state: 'done',
    startedAt: 0,
    finishedAt: 1,
    counts: { crawl: 10 },
    failures,
    ...more,
  });

it.each([
  ['a third of the pages holds nothing to read', run({ EmptyPageError: 3, HttpStatusError: 2 }), true],
  ['a few pages are gone', run({ HttpStatusError: 2 }), false],
  ['few of many are gone', run({ HttpStatusError: 3 }), false],
  ['the site was slow', run({ TimeoutError: 20 }), false],
  [
    'the crawl was of several sources',
    run({ EmptyPageError: 9 }, { selection: { sources: ['a', 'b'] } }),
    false,
  ],
  ['it was a reprocess', run({ EmptyPageError: 9 }, { type: 'reprocess' }), false],
])('%s', (_, one, drifted) => {
  expect(hasDrifted(one)).toBe(drifted);
});
