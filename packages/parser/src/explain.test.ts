import { expect, test } from 'vitest';
import { parseArticle, type Step } from './index.ts';

test('each observation tells the rules that fired and the words that they took', () => {
  const told = new Map<string, readonly Step[]>();
  const article = { title: '', text: '全市粮食总产量61万吨,其中夏粮22万吨,比上年增长3.1%。' };
  const [report] = parseArticle(article, { trace: ({ id }, steps) => void told.set(id, steps) });
  const [, part, growth] = report!.observations.map(({ id }) => told.get(id)!);
  expect(part).toContainEqual({ rule: 'subject: part', took: '夏粮总产量' });
  expect(part).toContainEqual({ rule: 'part of', took: '粮食总产量' });
  expect(growth).toContainEqual({ rule: 'compared with', took: '比上年' });
  expect(growth).toContainEqual({ rule: 'subject: elided', took: '夏粮总产量' });
  expect(parseArticle(article)).toEqual([report]);
});
