import type { Ranked, RankingQuery } from '@zhibiao/store';
import { html } from 'hono/html';
import { rankingBars } from '../charts/bars.ts';
import { ask } from '../providers/asked.ts';
import { figureQuery } from '../providers/figure-query.ts';
import { latestRanking } from '../providers/latest-ranking.ts';
import { pageRows } from '../providers/sorted-figures.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { address } from '../view/address.ts';
import { chartFigure } from '../view/chart.ts';
import { figureLink, figureRegion, figureSources } from '../view/figure-cells.ts';
import { type Field, filterForm } from '../view/form.ts';
import { codeName, headlines, indicatorCodes } from '../view/indicators.ts';
import { type Words, wordsOf } from '../view/labels.ts';
import { page, pager } from '../view/layout.ts';
import { type Column, table } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** Regions by a figure of one year. */
export const rankingPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const indicator = c.req.query('indicator') || c.req.query('code') || c.req.query('name');
  const { answer, wrong } = await ask(async () => {
    const query = { limit: pageRows, ...(await figureQuery(c, deps)), ...choicesOf(c) } as RankingQuery;
    if (!indicator) return null;
    if (query.year !== undefined) {
      return { ...(await deps.store.ranking(query)), year: query.year };
    }
    const latest = await latestRanking(deps, query);
    return latest && { ...latest, next: null };
  });
  const rows = answer?.rows ?? [];
  const shown = answer ? `${answer.year}: ${rows.length} / ${answer.of}` : '';
  return page(
    c,
    {
      title: t('ranking'),
      cite: true,
      body: html`<h1>${t('ranking')}</h1>
${filterForm(c, t, fieldsOf(t), wrong?.name)}<datalist id="indicator-names">${indicatorCodes.map((code) => html`<option value="${code}">${codeName(code, language)}</option>`)}</datalist>
${wrongNotice(c, wrong)}
${
  !indicator
    ? html`<p>${t('chooseIndicator')}</p><p>${headlines.map((code) => html`<a class="button" href="${address('/ranking', { indicator: code })}">${codeName(code, language)}</a> `)}</p>`
    : rows.length === 0
      ? wrong
        ? ''
        : html`<p class="empty">${t('none')}</p>`
      : html`${chartFigure(await rankingBars(rows, t('ranking'), language), t, { title: `${codeName(indicator, language)} ${answer!.year}` })}
${table({ caption: t('ranking'), columns: columnsOf(c, t), rows, sortIn: c })}${pager(c, t, answer!.next, shown)}`
}`,
    },
    wrong ? 400 : 200,
  );
};

/** What only a ranking is asked. */
function choicesOf(c: ConsoleContext): Partial<RankingQuery> {
  const level = c.req.query('level');
  const order = c.req.query('order');
  return {
    ...(level ? { level: level as RankingQuery['level'] } : {}),
    ...(order ? { order: order as RankingQuery['order'] } : {}),
  };
}

const fieldsOf = (t: Words): Field[] => [
  { name: 'indicator', label: t('indicatorFilter'), size: 18, list: 'indicator-names' },
  { name: 'region', label: t('regionFilter'), size: 10 },
  { name: 'year', label: t('period'), size: 5, pattern: '\\d{4}' },
  {
    name: 'level',
    label: t('levelOfRegions'),
    options: [
      ['', t('all')],
      ['province', t('levelProvince')],
      ['city', t('levelCity')],
      ['county', t('levelCounty')],
    ],
  },
  {
    name: 'kind',
    label: t('kind'),
    options: [
      ['', t('actual')],
      ['target', t('target')],
    ],
  },
  {
    name: 'measure',
    label: t('measure'),
    options: [
      ['', t('growth')],
      ['level', t('level')],
      ['change', t('change')],
    ],
  },
  {
    name: 'order',
    label: t('order'),
    options: [
      ['', t('highestFirst')],
      ['lowest', t('lowestFirst')],
    ],
  },
];

function columnsOf(c: ConsoleContext, t: Words): Column<Ranked>[] {
  const language = c.get('language');
  return [
    { key: 'place', label: t('rank'), kind: 'n', cell: ({ place }) => place, by: ({ place }) => place },
    {
      key: 'region',
      label: t('region'),
      cell: ({ figure }) => figureRegion(figure, language),
      by: ({ figure }) => figure.region.adcode,
    },
    {
      key: 'value',
      label: t('value'),
      kind: 'n',
      cell: ({ figure }) => figureLink(figure, language),
      by: ({ figure }) => figure.value,
    },
    { key: 'quote', label: t('quote'), kind: 'long', cell: ({ figure }) => html`<q>${figure.quote}</q>` },
    { key: 'report', label: t('report'), cell: ({ figure }) => figureSources(figure, t, language) },
  ];
}
