import { describe, expect, test } from 'vitest';
import { cleanPage } from './clean-page.ts';
import { bare } from './furniture/same-text.ts';
import { type KindPage, kindPages } from './testing/kinds/index.ts';
import { fourthPages, layoutPages, secondPages, thirdPages } from './testing/layouts/index.ts';

/** Kinds whose pages come out to the letter; `npx tsx bench/clean/kinds.ts` scores all. */
const kinds = new Map<string, KindPage[]>();
for (const page of kindPages()) kinds.set(page.kind, [...(kinds.get(page.kind) ?? []), page]);

describe.each([...kinds])('%s', (_, pages) => {
  test.each(pages.map((page) => [page.name, page] as const))('%s', (_, page) => expectRight(page));
});

/** Words for search engines are the whole title of a job; a caption in brackets, a tab and a score are lines like others. */
const notYet = new Set(['job-offer', 'rednet-like', 'health-encyclopedia', 'book-page']);

describe('pages of systems, one layout each', () => {
  for (const page of [...layoutPages(), ...secondPages(), ...thirdPages(), ...fourthPages()]) {
    const run = notYet.has(page.name) ? test.fails : test;
    run(page.name, () => expectRight(page));
  }
});

function expectRight(page: KindPage) {
  const { articles } = cleanPage({ bytes: new TextEncoder().encode(page.html), url: page.url });
  expect(articles).toHaveLength(page.text === '' ? 0 : 1);
  if (page.text === '') return;
  const [article] = articles;
  expect(letters(article!.text)).toEqual(letters(page.text));
  expect(bare(article!.title)).toBe(bare(page.title));
  expect(article!.author).toBe(page.author);
  expect(article!.publishedAt?.slice(0, 10) ?? null).toBe(page.day);
}

/** Letters and digits of a text: cells of a row and lines are parted as the cleaner likes. */
const letters = (text: string): string => bare(text.replace(/\s+/g, ''));
