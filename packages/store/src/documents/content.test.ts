import { createHash } from 'node:crypto';
import type { Report } from '@zhibiao/shared';
import { describe, expect, it } from 'vitest';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { sampleCommit } from '../testing/sample.ts';
import { contentHash, isContentOf } from './content.ts';

const page = 'http://example.com/1';
const commitOf = (value: number, parser: string, time: number) =>
  sampleCommit(page, [{ figures: [{ value }, { value: 7, code: 'C1', flags: ['x'] }] }], { parser, time });
const reportOf = (value = 5) => commitOf(value, 'p', 1).extraction.reports[0]!;

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, of]) => [key, sorted(of)]),
        )
      : value;
/** As releases up to schema 12 made it. */
function older({ file: _file, url: _url, ...report }: Report): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(report)))
    .digest('hex');
}

const turned = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(turned)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, of]) => [key, turned(of)]),
        )
      : value;

describe('the hash of a report', () => {
  it('is of what it says, and of every field', () => {
    const report = reportOf();
    expect(contentHash(turned(report) as Report)).toBe(contentHash(report));
    expect(contentHash({ ...report, file: 'a', url: 'b' })).toBe(contentHash(report));
    const [first, ...others] = report.observations;
    for (const changed of [
      { ...report, title: 'other' },
      { ...report, region: null },
      { ...report, observations: others },
      { ...report, observations: [...others, first!] },
      ...Object.entries({
        value: 6,
        confidence: 0.1,
        hedge: '左右',
        section: ['一'],
        flags: ['y'],
        id: 'z',
      }).map(([field, value]) => ({ ...report, observations: [{ ...first!, [field]: value }, ...others] })),
    ])
      expect(contentHash(changed), JSON.stringify(changed).slice(0, 200)).not.toBe(contentHash(report));
  });

  it('that an older release has made is known', () => {
    expect(isContentOf(reportOf(), older(reportOf()))).toBe(true);
    expect(isContentOf(reportOf(), contentHash(reportOf()))).toBe(true);
    expect(isContentOf(reportOf(6), older(reportOf()))).toBe(false);
    expect(isContentOf(reportOf(6), contentHash(reportOf()))).toBe(false);
  });
});

describe.each(databases())('versions of an older release: $kind', ({ missing, fresh }) => {
  it.skipIf(missing)('are found again by their content', async () => {
    const store = await openStore(fresh());
    const commit = commitOf(5, '1.0.0+aaaa', 1);
    await store.commit(commit);
    const [version] = await store.tables.versions.find({});
    await store.tables.versions.put({ ...version!, content: older(commit.extraction.reports[0]!) });
    const again = await store.commit(commitOf(5, '1.0.1+bbbb', 2));
    expect(again.documents).toMatchObject([{ n: 1, created: false }]);
    const other = await store.commit(commitOf(6, '1.0.1+bbbb', 3));
    expect(other.documents).toMatchObject([{ n: 2, created: true }]);
    await store.close();
  });
});
