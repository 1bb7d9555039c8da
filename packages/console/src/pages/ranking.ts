import type { Ranked } from '@zhibiao/store';
import { html } from 'hono/html';
import { rankingBars } from '../charts/bars.ts';
import { ask } from '../providers/asked.ts';
import { readListing } from '../providers/listing.ts';
import { readRanking } from '../providers/ranking.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { addressWith, queryWithout } from '../view/address.ts';
import { chartFigure } from '../view/chart.ts';
import { figureColumns } from '../view/figure-columns.ts';
import { indicatorList } from '../view/figure-form.ts';
import { type Field, filterForm } from '../view/form.ts';
import { codeName, headlines } from '../view/indicators.ts';
import { type Language, type Words, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import type { Column } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** Regions by a figure of one year: by GDP in the last year that is known, unless asked otherwise. */
export const rankingPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const columns = columnsOf(language, t);
  const { answer, wrong } = await ask(async () => {
    const ranking = await readRanking(c, deps);
    return ranking && { ...ranking, shown: await readListing(c, ranking.listing, columns) };
  });
  const indicator = answer?.indicator ?? c.req.query('indicator') ?? '';
  const picture = {
    name: 'ranking' as const,
    query: queryWithout(c, ['after', 'skip', 'sort', 'col', 'lang']),
  };
  const { query } = answer ?? {};
  const title = query ? `${codeName(indicator, language)} ${t(query.kind ?? 'actual')} ${query.year}` : '';
  return page(
    c,
    {
      title: title ? `${t('ranking')}: ${title}` : t('ranking'),
      cite: true,
      body: html`<h1>${t('ranking')}</h1>
${headlineTabs(c, indicator, language)}
${filterForm(c, t, fieldsOf(t), wrong?.name)}${indicatorList(language)}
${wrongNotice(c, wrong)}
${
  answer
    ? html`<div class="beside">${chartFigure(await rankingBars(answer.first, t('ranking'), language), t, { title, picture })}
<div>${list(c, { caption: t('ranking'), columns, shown: answer.shown, empty: t('none') })}</div></div>`
    : wrong
      ? ''
      : html`<p class="empty">${t('none')}</p>`
}`,
    },
    wrong ? 400 : 200,
  );
};

/** The indicators that most readers look for, one click each; the other filters stay. */
function headlineTabs(c: ConsoleContext, indicator: string, language: Language): Html {
  return html`<nav class="choices" aria-label="${wordsOf(language)('indicators')}">${headlines.map(
    (code) =>
      html`<a href="${addressWith(c, {
        indicator: code,
        code: null,
        name: null,
        measure: null,
        after: null,
        skip: null,
      })}"${code === indicator ? html` aria-current="true"` : ''}>${codeName(code, language)}</a>`,
  )}</nav>`;
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
      ['', t('usualMeasure')],
      ['growth', t('growth')],
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

function columnsOf(language: Language, t: Words): Column<Ranked>[] {
  const of = figureColumns(({ figure }: Ranked) => figure, language);
  return [
    { key: 'place', label: t('place'), kind: 'n', cell: ({ place }) => place, by: ({ place }) => place },
    of.region,
    of.value,
    of.exact,
    of.quote,
    of.confidence,
    of.report,
    of.reports,
  ];
}
