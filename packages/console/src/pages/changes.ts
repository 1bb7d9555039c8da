import { type FigureChange, mostCounted } from '@zhibiao/store';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { changeQuery } from '../providers/change-query.ts';
import { readListing } from '../providers/listing.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { queryWithout } from '../view/address.ts';
import { figureIndicator, figureLink, figureRegion } from '../view/figure-cells.ts';
import { figureForm } from '../view/figure-form.ts';
import { period, time, value } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import type { Column } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** Figures that are new, changed or gone since a time: a week ago unless asked otherwise. */
export const changesPage: Handler = async (c, deps) => {
  const t = wordsOf(c.get('language'));
  const columns = columnsOf(c, t);
  const { answer, wrong } = await ask(async () => {
    const { after: _, ...asked } = await changeQuery(c, deps);
    const changes = (limit: number, after?: string) =>
      deps.store.changes({ ...asked, order: 'newest', limit, after });
    const count = () => deps.store.changeCount(asked);
    return readListing(c, { page: changes, count, about: true, ends: mostCounted }, columns);
  });
  const query = queryWithout(c, ['after', 'skip', 'sort', 'col', 'lang']);
  const feed = `/changes.atom${query.size > 0 ? `?${query}` : ''}`;
  return page(
    c,
    {
      title: t('changes'),
      cite: true,
      feed,
      body: html`<h1>${t('changes')}</h1>
${figureForm(c, ['measure', 'since'], wrong?.name)}${wrongNotice(c, wrong)}
${
  answer
    ? list(c, {
        caption: t('changes'),
        columns,
        shown: answer,
        empty: t('noChanges'),
        tools: html`<a class="button" href="${feed}">${t('follow')}</a> <a class="button" href="/webhooks${
          query.size > 0 ? `?${query}` : ''
        }">${t('followByWebhook')}</a>`,
      })
    : ''
}`,
    },
    wrong ? 400 : 200,
  );
};

function columnsOf(c: ConsoleContext, t: Words): Column<FigureChange>[] {
  const language = c.get('language');
  const one = ({ actual, target }: FigureChange) => actual ?? target;
  const sides = (change: FigureChange): Html => {
    const figure = one(change);
    if (!figure) return html`–`;
    const was = change.before?.[figure.kind] ?? null;
    return html`${
      was === null ? '' : html`<del>${value({ ...figure, value: was, valueTo: null }, language)}</del> → `
    }${figureLink(figure, language)}`;
  };
  return [
    { key: 'time', label: t('time'), kind: 't', cell: ({ at }) => time(at, language), by: ({ at }) => at },
    {
      key: 'state',
      label: t('state'),
      cell: ({ state }) =>
        html`<span class="chip ${state === 'retired' ? 'removed' : state === 'new' ? 'added' : ''}">${wordFor(t, 'change', state)}</span>`,
      by: ({ state }) => state,
    },
    {
      key: 'region',
      label: t('region'),
      cell: (change) => figureRegion(change, language),
      by: ({ region }) => region.adcode ?? region.name,
    },
    {
      key: 'period',
      label: t('period'),
      kind: 't',
      cell: (change) => period(change.period),
      by: (change) => change.period?.start ?? null,
    },
    {
      key: 'kind',
      label: t('kind'),
      cell: (change) => {
        const figure = one(change);
        return figure ? html`<span class="kind ${figure.kind}">${t(figure.kind)}</span>` : '';
      },
      by: (change) => one(change)?.kind ?? null,
    },
    {
      key: 'indicator',
      label: t('indicator'),
      cell: (change) => {
        const figure = one(change);
        return figure ? figureIndicator(figure, language) : indicatorName(change.indicator, language);
      },
      by: ({ indicator }) => indicatorName(indicator, language),
    },
    {
      key: 'value',
      label: t('value'),
      kind: 'n',
      cell: sides,
      by: (change) => one(change)?.value ?? null,
    },
  ];
}
