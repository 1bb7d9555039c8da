import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { ConsoleEnv } from '../route.ts';
import { chained, type Listing, listingOf, readListing, type Shown } from './listing.ts';

interface Row {
  readonly n: number;
  readonly word: string | null;
}
const rows: readonly Row[] = Array.from({ length: 120 }, (_, i) => ({
  n: (i * 37) % 120,
  word: i % 10 === 0 ? null : `w${i}`,
}));
const orders = [
  { key: 'n', by: ({ n }: Row) => n },
  { key: 'word', by: ({ word }: Row) => word },
];

/** As the store pages: by a cursor that says nothing about the place. */
const stored = (of: readonly Row[] = rows, most?: number): Listing<Row> => ({
  async page(limit, after) {
    const start = after === undefined ? 0 : of.findIndex(({ n }) => `c${n}` === after) + 1;
    const page = of.slice(start, start + limit);
    const more = start + limit < of.length;
    return { rows: page, next: more ? `c${page.at(-1)!.n}` : null };
  },
  ...(most === undefined ? {} : { most }),
});

async function ask(listing: Listing<Row>, query: string): Promise<Shown<Row>> {
  const app = new Hono<ConsoleEnv>();
  app.get('/', async (c) => c.json(await readListing(c, listing, orders)));
  app.onError((error, c) => c.text(error.message, 400));
  const answer = await app.request(`/?${query}`);
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as Shown<Row>;
}

async function allPages(listing: Listing<Row>, query: string): Promise<Row[]> {
  const found: Row[] = [];
  let after: string | null = '';
  do {
    const page: Shown<Row> = await ask(listing, `${query}&after=${after}&skip=${found.length}`);
    expect(page.skipped).toBe(found.length);
    found.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return found;
}

describe('a list', () => {
  it.each([
    ['of the store', stored()],
    ['at hand', listingOf(rows)],
    ['of several after each other', chained([stored(rows.slice(0, 70)), stored([]), stored(rows.slice(70))])],
  ])('%s is sorted over all its pages, both ways, and stands in its own order else', async (_, listing) => {
    expect(await allPages(listing, '')).toEqual(rows);
    const up = (await allPages(listing, 'sort=n')).map(({ n }) => n);
    expect(up).toEqual(rows.map(({ n }) => n).sort((a, b) => a - b));
    expect((await allPages(listing, 'sort=-n')).map(({ n }) => n)).toEqual([...up].reverse());
    expect(await allPages(listing, 'sort=colour')).toEqual(rows);
  });

  it('has rows without a value last, whichever way it is sorted', async () => {
    for (const sort of ['word', '-word']) {
      const words = (await allPages(stored(), `sort=${sort}`)).map(({ word }) => word);
      expect(words.slice(-12)).toEqual(Array(12).fill(null));
      expect(words.slice(0, -12)).not.toContain(null);
    }
  });

  it('says how many rows there are where that is known', async () => {
    expect((await ask(listingOf(rows), '')).total).toBe(120);
    expect((await ask(stored(), '')).total).toBeNull();
    expect((await ask(stored(), 'sort=n')).total).toBe(120);
    expect((await ask(stored(rows.slice(0, 7)), '')).total).toBe(7);
    const last = await ask(stored(), `after=c${rows[99]!.n}&skip=100`);
    expect([last.total, last.skipped, last.rows.length]).toEqual([120, 100, 20]);
    const halves = [listingOf(rows.slice(0, 30)), listingOf(rows.slice(30))];
    expect((await ask(chained(halves), '')).total).toBe(120);
  });

  it('that is too long to be sorted stands in its own order, and says so', async () => {
    const { rows: shown, unsortable } = await ask(stored(rows, 100), 'sort=n');
    expect([shown, unsortable]).toEqual([rows.slice(0, 50), 100]);
    expect((await ask(stored(rows, 120), 'sort=n')).unsortable).toBeNull();
    const counted = { ...stored(rows, 100), count: async () => rows.length };
    expect((await ask(counted, '')).unsortable).toBe(100);
  });

  it('that was cut says that there may be more', async () => {
    for (const query of ['', 'sort=n', 'after=100&skip=100'])
      expect(await ask(listingOf(rows, 120), query)).toMatchObject({ total: 120, ends: 120 });
    expect((await ask(listingOf(rows, 121), '')).ends).toBeGreaterThan(120);
  });

  it('refuses a place that is none', async () => {
    for (const skip of ['-1', 'x', '1.5'])
      await expect(ask(stored(), `skip=${skip}`)).rejects.toThrow('skip');
  });
});
