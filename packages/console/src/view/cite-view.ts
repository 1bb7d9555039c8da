import { html } from 'hono/html';
import type { ConsoleContext } from '../route.ts';
import { wordsOf } from './labels.ts';

/** The stable address of a view: its question without what belongs to one reader. */
function stableAddress(url: URL): string {
  const stable = new URL(url);
  for (const name of ['lang', 'after', 'col']) stable.searchParams.delete(name);
  for (const [name, value] of [...stable.searchParams]) if (value === '') stable.searchParams.delete(name);
  return stable.href;
}

/** How to cite a table or a picture: its address, and the day on which it was looked at. */
export function citeView(c: ConsoleContext, title: string, now: number = Date.now()) {
  const language = c.get('language');
  const t = wordsOf(language);
  const address = stableAddress(new URL(c.req.url));
  const day = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  const text = `${t('title')}: ${title}. ${address} (${day})`;
  const bibtex = `@misc{zhibiao-${day},\n  title = {${title.replace(/[{}]/g, '')}},\n  author = {{Zhibiao}},\n  howpublished = {\\url{${address}}},\n  urldate = {${day}}\n}`;
  return html`<details class="cite-view"><summary>${t('citeView')}</summary><p>${text}</p><pre>${bibtex}</pre></details>`;
}
