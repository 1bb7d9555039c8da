import { type Figure, mostCounted } from '@zhibiao/store';
import { exportFormats } from '@zhibiao/store/exports';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { figureQuery } from '../providers/figure-query.ts';
import { readListing } from '../providers/listing.ts';
import type { Handler } from '../route.ts';
import { queryWithout } from '../view/address.ts';
import { figureColumns } from '../view/figure-columns.ts';
import { figureForm } from '../view/figure-form.ts';
import { wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import { wrongNotice } from '../view/wrong.ts';

/** One row for each figure, its sources folded in. */
export const observationsPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const columns = Object.values(figureColumns((figure: Figure) => figure, language));
  const { answer, wrong } = await ask(async () => {
    const { after: _, ...query } = await figureQuery(c, deps);
    const listing = {
      page: (limit: number, after: string | undefined) => deps.store.figures({ ...query, limit, after }),
      count: () => deps.store.figureCount(query),
      ends: mostCounted,
    };
    return readListing(c, listing, columns);
  });
  const download = (format: string) =>
    `/api/v1/observations/export?${queryWithout(c, ['sort', 'col', 'after', 'skip'], { format })}`;
  const tools = html`<span>${t('download')}: ${exportFormats.map((format) => html`<a href="${download(format)}">${format}</a> `)}</span>`;
  return page(
    c,
    {
      title: t('observations'),
      cite: true,
      body: html`<h1>${t('observations')}</h1>
${figureForm(c, ['kind', 'measure'], wrong?.name)}${wrongNotice(c, wrong)}
${answer ? list(c, { caption: t('observations'), columns, shown: answer, empty: t('none'), tools }) : ''}`,
    },
    wrong ? 400 : 200,
  );
};
