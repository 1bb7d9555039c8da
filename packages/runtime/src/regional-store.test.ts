import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readConfig } from '@zhibiao/shared';
import { exportObservations } from '@zhibiao/store/exports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCommit } from '../../store/src/testing/sample.ts';
import { codesOf } from './former-regions.ts';
import type { RegionalStore } from './regional-store.ts';
import { type OpenStores, openStores } from './stores.ts';

const county = { name: '清苑县', adcode: '130622' };
const district = { name: '保定市清苑区', adcode: '130608' };
const gdp = { code: 'gdp', name: '地区生产总值', measure: 'growth', unit: '%' } as const;

describe('a region that was renamed', () => {
  let dir: string;
  let stores: OpenStores;
  let store: RegionalStore;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'zhibiao-regional-'));
    stores = await openStores(
      readConfig({ ZHIBIAO_STORE: join(dir, 'store'), ZHIBIAO_ARCHIVE: join(dir, 'archive') }),
    );
    store = stores.store;
    const put = (page: string, region: typeof county, year: number, value: number) =>
      store.commit(
        sampleCommit(
          `http://example.com/${page}`,
          [
            {
              region,
              year,
              figures: [
                { ...gdp, region, value, year: year - 1 },
                { ...gdp, region, value: 7, kind: 'target', bound: '>=', year },
              ],
            },
          ],
          { time: 1_000 + year },
        ),
      );
    await put('a', county, 2013, 9);
    await put('b', county, 2014, 8);
    await put('b2', county, 2014, 8.9);
    await put('c', district, 2016, 6.5);
    await put('d', district, 2017, 7.5);
    await put('d2', district, 2017, 9);
  });
  afterAll(async () => {
    await stores.close();
    await rm(dir, { recursive: true });
  });

  it.each([county.adcode, district.adcode])('is found under %s on every question', async (region) => {
    const values = async (limit: number) => {
      const found: number[] = [];
      let after: string | undefined;
      do {
        const page = await store.changes({ since: 0, region, limit, after });
        found.push(...page.rows.map(({ at }) => at));
        after = page.next ?? undefined;
      } while (after !== undefined);
      return found;
    };
    expect((await store.figures({ region, kind: 'actual' })).rows).toHaveLength(4);
    expect(await store.figureCount({ region })).toBe(8);
    expect((await store.promiseList({ region })).rows).toHaveLength(4);
    expect(await store.promiseCounts({ region })).toMatchObject({ met: 2, open: 2 });
    expect((await store.documents({ region })).rows).toHaveLength(6);
    expect((await store.observations({ region, kind: 'target' })).rows).toHaveLength(6);
    expect((await store.search({ words: '政府工作报告', region })).rows).toHaveLength(6);
    const covered = (await store.coverage({ region })).rows.map((one) => one.region.adcode);
    expect(covered.sort()).toEqual([district.adcode, county.adcode]);
    const ranked = await store.ranking({ region, code: 'gdp', year: 2015 });
    expect(ranked).toMatchObject({ of: 1, rows: [{ place: 1, figure: { value: 6.5 } }] });
    const whole = await values(100);
    expect(whole).toEqual([...whole].sort());
    expect(whole).toHaveLength(6);
    for (const limit of [1, 3]) expect(await values(limit)).toHaveLength(6);
    const conflicts = (await store.copyList({ region, conflicts: true })).rows.map(({ spread }) => spread);
    expect(conflicts).toEqual([...conflicts].sort((a, b) => b - a));
    expect(conflicts).toHaveLength(2);
  });

  it('shows in its series where it breaks off and what came of it', async () => {
    const { rows } = await store.seriesLines({ region: county.adcode, code: 'gdp' });
    expect(
      rows.map(({ region, successor, formerly }) => [region.adcode, successor?.code, formerly.length]),
    ).toEqual([
      ['130622', '130608', 0],
      ['130608', undefined, 1],
    ]);
  });

  it('is exported under each of its codes', async () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(...String(chunk).trim().split('\n'));
        done();
      },
    });
    const [region, ...also] = codesOf(county.adcode);
    const query = { region, kind: 'target' } as const;
    expect(await exportObservations(store.tables, sink, { format: 'jsonl', query, also })).toBe(6);
    expect(lines.map((line) => JSON.parse(line).adcode)).toEqual([
      ...Array(3).fill('130622'),
      ...Array(3).fill('130608'),
    ]);
  });

  it('refuses a cursor of another question', async () => {
    const query = { since: 0, region: county.adcode };
    for (const after of ['x', '[]', '[1,2,3]', '{}'])
      await expect(store.changes({ ...query, after })).rejects.toThrow('not a cursor');
    await expect(
      store.ranking({ region: county.adcode, code: 'gdp', year: 2015, after: 'x' }),
    ).rejects.toThrow('not a cursor');
  });
});
