import { Page, Source } from '@zhibiao/shared';
import { expect, it } from 'vitest';
import { startMessages } from './start-run.ts';

const at = 'http://a.example/';
const source = Source.parse({ id: 'a', name: 'a', start: [at] });

it('an old address that holds nothing of its own is not asked for again, and every other known page is', async () => {
  const page = (url: string, more: Partial<Page>) => Page.parse({ url: at + url, source: 'a', ...more });
  const known = [
    page('text', { role: 'article', article: 'blob', movedTo: `${at}text-2` }),
    page('old', { role: 'other', movedTo: `${at}new` }),
    page('new', { role: 'other' }),
    page('list', { role: 'list' }),
    page('part', { role: 'part', partOf: `${at}text` }),
  ];
  for (const again of [true, false]) {
    const messages = await startMessages(
      { pages: { duePages: async () => known } as never, now: () => 0 },
      'run',
      source,
      again,
    );
    expect(messages.map(({ message }) => (message as { url: string }).url)).toEqual([
      at,
      ...['text', 'new', 'list'].map((name) => at + name),
    ]);
  }
});
