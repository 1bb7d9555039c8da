import { html } from 'hono/html';
import type { ConsoleContext } from '../route.ts';
import { bibtex, dayOf, texUrl } from './bibtex.ts';
import { wordsOf } from './labels.ts';

/** The stable address of a view: its question without what belongs to one reader. */
function stableAddress(url: URL): string {
  const stable = new URL(url);
  for (const name of ['lang', 'after', 'skip', 'col']) stable.searchParams.delete(name);
  for (const [name, value] of [...stable.searchParams]) if (value === '') stable.searchParams.delete(name);
  return stable.href;
}

/** How to cite a table or a picture: its address, and the day on which it was looked at. */
export function citeView(c: ConsoleContext, title: string, now: number = Date.now()) {
  const t = wordsOf(c.get('language'));
  const address = stableAddress(new URL(c.req.url));
  const day = dayOf(now);
  const entry = bibtex(day, {
    title,
    author: 'Zhibiao',
    howpublished: texUrl(address),
    urldate: day,
  });
  return html`<details class="cite-view"><summary>${t('citeView')}</summary><p>${t('title')}: ${title}. ${address} (${day})</p><pre>${entry}</pre></details>`;
}
