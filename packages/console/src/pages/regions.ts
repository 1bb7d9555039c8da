import { type CountedRegion, mostSuggested } from '@zhibiao/store';
import { html } from 'hono/html';
import { readListing } from '../providers/listing.ts';
import { levelOf, regionName, regionOf } from '../providers/regions.ts';
import type { ConsoleContext, Handler, HandlerDeps } from '../route.ts';
import { counted } from '../view/format.ts';
import { type Language, type Words, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import type { Column } from '../view/table.ts';

/** Each is counted by itself. */
const mostSorted = 500;

/** Every region of which there is something, by code: a province before what lies in it. */
export const regionsPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const columns = columnsOf(language, t);
  const shown = await readListing(c, listingOf(c, deps), columns);
  return page(c, {
    title: t('regions'),
    cite: true,
    body: html`<h1>${t('regions')}</h1>
<form class="filters" action="/search"><label>${t('findRegion')}<input name="q" autocomplete="off"></label><button class="main">${t('search')}</button></form>
${list(c, { caption: t('regions'), columns, shown, empty: t('none') })}`,
  });
};

function listingOf(c: ConsoleContext, { store }: HandlerDeps) {
  const text = c.req.query('text') || undefined;
  return {
    page: (limit: number, after: string | undefined) =>
      store.regions({ text, limit: Math.min(limit, 500), after }),
    count: async () => (text ? null : store.tables.places.count({})),
    most: mostSorted,
  };
}

function columnsOf(language: Language, t: Words): Column<CountedRegion>[] {
  const provinceOf = ({ adcode }: CountedRegion) => (adcode ? regionOf(`${adcode.slice(0, 2)}0000`) : null);
  return [
    {
      key: 'region',
      label: t('region'),
      cell: (row) =>
        row.adcode ? html`<a href="/regions/${row.adcode}">${regionName(row, language)}</a>` : row.name,
      by: (row) => regionName(row, language),
    },
    {
      key: 'other',
      label: t('otherName'),
      cell: (row) =>
        language === 'en' ? row.name : regionName(row, 'en') === row.name ? '' : regionName(row, 'en'),
      by: (row) => (language === 'en' ? row.name : regionName(row, 'en')),
    },
    {
      key: 'code',
      label: t('code'),
      cell: ({ adcode }) => (adcode ? html`<code>${adcode}</code>` : ''),
      by: ({ adcode }) => adcode,
    },
    {
      key: 'level',
      label: t('levelOfRegions'),
      cell: ({ adcode }) => (adcode ? t(`${levelOf(adcode)}One`) : '–'),
      by: ({ adcode }) =>
        adcode ? ['levelProvince', 'levelCity', 'levelCounty'].indexOf(levelOf(adcode)) : null,
    },
    {
      key: 'province',
      label: t('province'),
      cell: (row) => {
        const province = provinceOf(row);
        return province
          ? html`<a class="quiet" href="/regions/${province.adcode}">${regionName(province, language)}</a>`
          : '–';
      },
      by: (row) => provinceOf(row)?.adcode ?? null,
    },
    {
      key: 'figures',
      label: t('observations'),
      kind: 'n',
      cell: ({ adcode, figures }) =>
        adcode
          ? html`<a class="quiet" href="/observations?region=${adcode}">${counted(figures, mostSuggested)}</a>`
          : counted(figures, mostSuggested),
      by: ({ figures }) => figures,
    },
  ];
}
