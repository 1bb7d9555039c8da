import { present } from '@zhibiao/shared';
import type { Coverage, CoveredYear } from '@zhibiao/store';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { readRegion } from '../providers/filters.ts';
import { readListing } from '../providers/listing.ts';
import { regionName } from '../providers/regions.ts';
import type { ConsoleContext, Handler, HandlerDeps } from '../route.ts';
import { filterForm } from '../view/form.ts';
import { yearSpans } from '../view/format.ts';
import { codeName } from '../view/indicators.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import type { Column } from '../view/table.ts';
import { shade } from '../view/tile-map.ts';
import { wrongNotice } from '../view/wrong.ts';

const genres = ['work-report', 'communique', 'budget'] as const;
/** What a region's reports state is looked up region by region. */
const mostSorted = 400;

/** Region by year: which reports are there, and which are missing between the first and the last. */
export const coveragePage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const { answer: shown, wrong } = await ask(async () => readListing(c, listingOf(c, deps), orders));
  const rows = shown?.rows ?? [];
  const missing = rows.filter((row) => row.missing.length > 0);
  return page(
    c,
    {
      title: t('coverageOfReports'),
      cite: true,
      body: html`<h1>${t('coverageOfReports')}</h1><p class="lead">${t('coverageNote')}</p>
${filterForm(
  c,
  t,
  [
    { name: 'region', label: t('regionFilter'), size: 10 },
    {
      name: 'genre',
      label: t('genre'),
      options: [['', t('all')], ...genres.map((genre) => [genre, wordFor(t, 'genre', genre)] as const)],
    },
  ],
  wrong?.name,
)}${wrongNotice(c, wrong)}
${
  missing.length > 0
    ? html`<section class="panel missing-reports"><h2>${t('missingReports')}</h2><ul>${missing.map(
        (row) => html`<li>${regionOfRow(row, language)} ${yearSpans(row.missing)}</li>`,
      )}</ul></section>`
    : ''
}
${shown ? list(c, { caption: t('coverageOfReports'), columns: columnsOf(rows, language, t), shown, empty: t('none'), matrix: true }) : ''}`,
    },
    wrong ? 400 : 200,
  );
};

function listingOf(c: ConsoleContext, { store }: HandlerDeps) {
  const region = c.req.query('region')?.trim();
  const query = {
    region: region ? readRegion(region) : undefined,
    genre: (c.req.query('genre') || undefined) as 'work-report' | undefined,
  };
  return {
    page: (limit: number, after: string | undefined) =>
      store.coverage({ ...query, limit: Math.min(limit, 200), after }),
    count: () => store.coverageCount(query),
    most: mostSorted,
  };
}

const reportsOf = ({ years }: Coverage) => years.reduce((sum, { reports }) => sum + reports.length, 0);
const orders = [
  { key: 'region', by: ({ region }: Coverage) => region.adcode ?? region.name },
  { key: 'reports', by: reportsOf },
  { key: 'missing', by: ({ missing }: Coverage) => missing.length },
] as const;

const regionOfRow = ({ region }: Coverage, language: Language): Html =>
  region.adcode
    ? html`<a href="/regions/${region.adcode}">${regionName(region, language)}</a>`
    : html`${region.name}`;

/** The last year comes first: that is what is looked for, and on a narrow screen it is what is seen. */
function columnsOf(rows: readonly Coverage[], language: Language, t: Words): Column<Coverage>[] {
  const all = rows.flatMap(({ years }) => years.map(({ year }) => year));
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const years = all.length === 0 ? [] : Array.from({ length: to - from + 1 }, (_, i) => to - i);
  const [region, reports, missing] = orders;
  return [
    { ...region, label: t('region'), cell: (row) => regionOfRow(row, language) },
    { ...reports, label: t('documents'), kind: 'n', cell: reportsOf },
    { ...missing, label: t('missing'), kind: 'n', cell: (row) => row.missing.length },
    ...years.map(
      (year): Column<Coverage> => ({
        key: String(year),
        label: String(year),
        kind: 'n',
        cell: (row) => cellOf(row, year, language, t),
        look: (row) => (row.missing.includes(year) ? 'missing' : ''),
      }),
    ),
  ];
}

/** How many headline indicators the report states, and by how many sources it is given. */
function cellOf({ years, missing }: Coverage, year: number, language: Language, t: Words): Html | string {
  const there = years.find((one) => one.year === year);
  if (there) return covered(there, language, t);
  return missing.includes(year) ? html`<span class="visually-hidden">${t('missing')}</span>` : '';
}

function covered({ reports, sources, has, lacks }: CoveredYear, language: Language, t: Words): Html {
  const names = (codes: readonly string[]) =>
    codes.map((code) => codeName(code, language)).join(t('listComma'));
  const of = has.length + lacks.length;
  const title = `${has.length} / ${of}${lacks.length > 0 ? `\n${t('notStated')}: ${names(lacks)}` : ''}`;
  return html`<a class="h${shade(has.length, of)}" href="/documents/${
    present(reports[0], 'the first of reports').document
  }" title="${title}">${has.length}</a>${sources > 1 ? html`<sup title="${t('sources')}">${sources}</sup>` : ''}`;
}
