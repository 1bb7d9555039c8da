import { NotFoundError } from '@zhibiao/store';
import { html } from 'hono/html';
import type { Handler } from '../route.ts';
import { time } from '../view/format.ts';
import { wordFor, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';

export const historyPage: Handler = async (c, { store }) => {
  const id = c.req.param('id')!;
  const language = c.get('language');
  const t = wordsOf(language);
  const history = await store.history(id);
  const last = history.at(-1);
  if (!last) throw new NotFoundError(`Document ${id} has no visible version.`, id);
  return page(c, {
    title: `${t('history')} ${last.version.report.title}`,
    body: html`<h1>${t('history')}</h1>
<p class="lead"><a href="/documents/${id}">${last.version.report.title}</a></p>
<table class="list">
<thead><tr><th class="n">${t('version')}</th><th>${t('since')}</th><th>${t('cause')}</th><th class="n">${t('count')}</th><th>${t('crawledAt')}</th><th>${t('parser')}</th><th>${t('run')}</th><th></th></tr></thead>
<tbody>${history
      .map(
        (entry, i) => html`<tr>
<td class="n"><a href="/documents/${id}?n=${entry.n}">${entry.n}</a></td>
<td class="t">${time(entry.at, language)}</td>
<td>${wordFor(t, 'cause', entry.cause)}${entry.by ? html` <span class="quiet">${t('by')} ${entry.by}</span>` : ''}</td>
<td class="n">${entry.version.count}</td>
<td class="t">${time(entry.time, language)}</td>
<td><span title="${entry.parser}">${entry.parser.slice(0, 24)}</span></td>
<td><a class="quiet" href="/runs#run-${entry.run}">${entry.run}</a></td>
<td>${
          i > 0 && history[i - 1]!.n !== entry.n
            ? html`<a href="/documents/${id}/diff?from=${history[i - 1]!.n}&amp;to=${entry.n}">${t('compare')}</a>`
            : ''
        }</td>
</tr>`,
      )
      .reverse()}</tbody>
</table>`,
  });
};
