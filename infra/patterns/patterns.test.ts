import { expect, it } from 'vitest';
import { pages, texts } from '../../fuzz/corpus.ts';
import { builtDuring, distinct, literalsOf } from './collect.ts';
import { judge } from './judge.ts';

/** Whoever sees text of pages, of files or of a person. */
const packages = ['crawler', 'parser', 'shared', 'store', 'runtime', 'console'];

const built = () =>
  builtDuring(async () => {
    const { cleanPage } = await import('../../packages/crawler/src/clean/index.ts');
    await import('../../packages/crawler/src/discovery/index.ts');
    const { parseArticle } = await import('../../packages/parser/src/index.ts');
    const read = (bytes: Buffer, how: { file: string } | { url: string; contentType: string }) =>
      cleanPage({ bytes, ...how }).articles.map((article) => parseArticle(article));
    for (const bytes of texts()) read(bytes, { file: 'a.txt' });
    for (const bytes of pages()) read(bytes, { url: 'http://a.cn/b.html', contentType: 'text/html' });
  });

it('the patterns that a package builds of its data files are found', async () => {
  const files = new Set((await built()).map(({ file }) => file));
  for (const file of ['clean/rules/schema.ts', 'discovery/follow-rules.ts', 'discovery/traps.ts'])
    expect(files).toContain(`packages/crawler/src/${file}`);
  for (const file of ['text/parts-of-year.ts', 'reports/layout/headings.ts'])
    expect(files).toContain(`packages/parser/src/${file}`);
});

it("no pattern of the project's own takes more steps a character for a longer text", async () => {
  const all = distinct([...packages.flatMap(literalsOf), ...(await built())]);
  expect(all.length).toBeGreaterThan(900);
  const faults = all.flatMap(({ source, flags, file }) => {
    const { fault } = judge(source, flags);
    return fault === null ? [] : [`${file}: /${source}/${flags}\n  ${fault}`];
  });
  expect(faults.join('\n')).toBe('');
}, 600_000);
