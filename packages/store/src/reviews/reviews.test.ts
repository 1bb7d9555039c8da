import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { documentId } from '../documents/identity.ts';
import { columns } from '../exports/index.ts';
import { exportAll } from '../exports/select.ts';
import { openStore } from '../store.ts';
import { databases } from '../testing/databases.ts';
import { type SampleReport, sampleCommit } from '../testing/sample.ts';

const page = 'http://example.com/a';
const document = documentId(page, 1);

describe.each(databases())('reviews: $kind', ({ missing, fresh }) => {
  let store: DocumentStore;
  let now = 1_000;
  beforeEach(async () => {
    now = 1_000;
    if (!missing) store = await openStore(fresh(), () => ++now);
  });
  afterEach(() => store?.close());
  const test = it.skipIf(missing);
  const put = (report: SampleReport, options = {}) => store.commit(sampleCommit(page, [report], options));
  const first = async () => (await store.document(document))!.observations[0]!;
  const states = async () =>
    (await store.reviewStandings(await store.reviews())).map(({ state, review }) => [review.verdict, state]);
  const review = async (verdict: 'checked' | 'wrong' | 'corrected', fields?: object) =>
    store.review({
      document,
      observation: (await first()).id,
      verdict,
      by: 'ada',
      note: 'seen on the page',
      ...(fields ? { fields } : {}),
    });

  test('are shown with observations in lists, documents and exports, corrected', async () => {
    await put({ figures: [{ value: 10 }, { value: 3, name: '人口', code: 'POP' }] });
    await review('corrected', { value: 11, scope: '市本级' });
    const wanted = { observation: { value: 11, scope: '市本级' }, read: { value: 10, scope: null } };
    expect(await first()).toMatchObject({ ...wanted, review: { verdict: 'corrected', by: 'ada' } });
    const { rows } = await store.observations({ code: 'GDP' });
    expect(rows).toMatchObject([wanted]);
    expect((await store.observations({ code: 'POP' })).rows[0]).not.toHaveProperty('review');
    const exported = [];
    for await (const row of exportAll(store.tables, {}, ++now))
      exported.push(Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])));
    expect(exported).toMatchObject([
      {
        value: 11,
        review: 'corrected',
        review_by: 'ada',
        review_note: 'seen on the page',
        read_as: '{"value":10,"scope":null}',
        chosen: true,
      },
      { value: 3, review: null, read_as: null },
    ]);
  });

  test('hold over a reprocess that reads the same claim', async () => {
    await put({ figures: [{ value: 10 }] });
    await review('checked');
    await put({ figures: [{ value: 10 }, { value: 4, name: '人口' }] }, { parser: '2-x' });
    expect(await first()).toMatchObject({ review: { verdict: 'checked' } });
    expect(await states()).toEqual([['checked', 'holds']]);
  });

  test.each(['checked', 'wrong'] as const)('%s asks again where the claim has changed', async (verdict) => {
    await put({ figures: [{ value: 10, bound: '=' }] });
    await review(verdict);
    await put({ figures: [{ value: 10, bound: '>=' }] }, { parser: '2-x' });
    expect(await first()).not.toHaveProperty('review');
    expect(await states()).toEqual([[verdict, 'changed']]);
    expect((await store.document(document))!.reviews).toMatchObject([{ state: 'changed' }]);
    expect((await store.figures()).rows[0]?.chosen.review).toBe(null);
    await review(verdict);
    expect(await states()).toEqual([[verdict, 'holds']]);
  });

  test('ask again where the page says something else, and where it says nothing', async () => {
    await put({ figures: [{ value: 10 }] }, { time: 10 });
    await review('corrected', { value: 11 });
    await put({ figures: [{ value: 12 }] }, { time: 20 });
    expect((await first()).observation.value).toBe(12);
    expect(await states()).toEqual([['corrected', 'changed']]);
    await put({ figures: [{ value: 3, name: '人口', code: 'POP' }] }, { time: 30 });
    expect(await states()).toEqual([['corrected', 'gone']]);
  });

  test('a correction stays with its words, whatever a parser makes of them', async () => {
    await put({ figures: [{ value: 10 }] });
    await review('corrected', { kind: 'target' });
    await put({ figures: [{ value: 10, measure: 'change', confidence: 0.2 }] }, { parser: '2-x' });
    expect((await first()).observation.kind).toBe('target');
    expect(await states()).toEqual([['corrected', 'holds']]);
  });

  test('a report of another region and year is found there, in lists and coverage, until it is put back', async () => {
    await put({ year: 2023, figures: [{ value: 10 }] });
    const suzhou = { name: '苏州市', adcode: '320500' };
    await store.override({ document, by: 'ada', region: suzhou, year: 2013, genre: 'budget' });
    const list = async (query: object) =>
      (await store.documents(query)).rows.map(({ report }) => [
        report.region?.name,
        report.year,
        report.genre,
      ]);
    const covered = async () =>
      (await store.coverage()).rows.map(({ region, years }) => [region.name, years.map(({ year }) => year)]);
    expect(await list({ region: '320500', year: 2013 })).toEqual([['苏州市', 2013, 'budget']]);
    expect(await list({ region: '321100' })).toEqual([]);
    expect(await list({ year: 2023 })).toEqual([]);
    expect(await list({})).toEqual([['苏州市', 2013, 'budget']]);
    expect(await covered()).toEqual([['苏州市', [2013]]]);
    expect((await first()).report).toMatchObject({ region: '苏州市', year: 2013 });
    await put({ year: 2023, figures: [{ value: 10 }, { value: 3, name: '人口' }] }, { parser: '2-x' });
    expect(await covered()).toEqual([['苏州市', [2013]]]);
    await store.unoverride(document);
    expect(await list({ region: '321100', year: 2023 })).toEqual([['镇江市', 2023, 'work-report']]);
    expect(await covered()).toEqual([['镇江市', [2023]]]);
  });

  test('an excluded report is in no list and no export, and comes back', async () => {
    await put({ figures: [{ value: 10 }] });
    await store.override({ document, by: 'ada', excluded: true, note: 'a copy of another city' });
    const count = async () => {
      let rows = 0;
      for await (const _ of exportAll(store.tables, {}, ++now)) rows++;
      return [(await store.observations()).rows.length, rows];
    };
    expect(await count()).toEqual([0, 0]);
    expect((await store.document(document))!.override).toMatchObject({ excluded: true, by: 'ada' });
    await store.unoverride(document);
    expect(await count()).toEqual([1, 1]);
  });
});
