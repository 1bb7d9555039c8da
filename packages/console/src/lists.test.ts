import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keepEverything } from './testing/everything.ts';
import { openSystem, type System } from './testing/system.ts';

let system: System;
beforeAll(async () => {
  system = await openSystem(inject('redisUrl'));
  await keepEverything(system);
  await system.keep(
    { url: 'http://third.example.cn/1.html' },
    { corrections: { '4017.36亿元': ['4017.36亿元', 407_136_000_000] } },
  );
});
afterAll(() => system?.close());

async function open(path: string) {
  const answer = await system.console.app.request(`http://127.0.0.1${path}`, {
    headers: { host: '127.0.0.1', 'accept-language': 'en' },
  });
  expect(`${path} ${answer.status}`).toBe(`${path} 200`);
  return parseHTML(await answer.text()).document;
}

/** The rows of a page, each as a reader sees it, in an order of their own. */
const rowsOf = (page: Awaited<ReturnType<typeof open>>) =>
  [...page.querySelectorAll('table.list tbody tr')]
    .map((row) => row.textContent?.replace(/\s+/g, ' '))
    .sort();

describe.each([
  ['/documents', 7],
  ['/observations', 6],
  ['/promises', 6],
  ['/changes?days=20000', 7],
  ['/ranking?indicator=gdp&year=2023', 4],
  ['/coverage', 3],
  ['/copies', 7],
  ['/regions', 6],
  ['/indicators', 4],
  ['/runs', 3],
  ['/sources', 4],
  ['/quarantine', 5],
  ['/reviews', 4],
])('the list %s', (path, sortable) => {
  it('says how many rows there are, and sorts on the server by each column that can be sorted', async () => {
    const page = await open(path);
    expect(page.querySelector('.rows-shown')?.textContent).toMatch(/^(1–\d+ of (about )?\d+|Rows 1–50)$/);
    const links = [...page.querySelectorAll('th[aria-sort] a')].map((link) => link.getAttribute('href')!);
    expect(links.length).toBeGreaterThanOrEqual(sortable);
    for (const link of links) {
      const sorted = await open(link.replaceAll('&amp;', '&'));
      if (!page.querySelector('.pager')) expect(rowsOf(sorted)).toEqual(rowsOf(page));
      expect(rowsOf(sorted)).toHaveLength(rowsOf(page).length);
      const marked = sorted.querySelectorAll('th[aria-sort]:not([aria-sort=none]) a');
      expect(marked).toHaveLength(1);
      const back = await open(marked[0]!.getAttribute('href')!.replaceAll('&amp;', '&'));
      expect(back.querySelectorAll('th[aria-sort]:not([aria-sort=none])')).toHaveLength(1);
    }
  }, 60_000);

  it('shows the columns that are chosen', async () => {
    const page = await open(path);
    const boxes = [...page.querySelectorAll('.columns-choice input[name=col]')];
    expect(boxes.length).toBeGreaterThan(2);
    const second = boxes[1]!.getAttribute('value')!;
    const one = await open(`${path}${path.includes('?') ? '&' : '?'}col=${second}`);
    const shown = [...one.querySelectorAll('thead th')].filter((th) => !th.querySelector('.visually-hidden'));
    expect(shown).toHaveLength(1);
    const checked = [...one.querySelectorAll('.columns-choice input[name=col]')].filter((box) =>
      box.hasAttribute('checked'),
    );
    expect(checked.map((box) => box.getAttribute('value'))).toEqual([second]);
  });
});
