import type { VersionRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { documentFilters } from '../providers/filters.ts';
import { readListing } from '../providers/listing.ts';
import { regionName } from '../providers/regions.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { filterForm, flagOptions } from '../view/form.ts';
import { time } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { flagChips, page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import { reportTitle } from '../view/report-name.ts';
import type { Column } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

export const documentsPage: Handler = async (c, deps) => {
  const t = wordsOf(c.get('language'));
  const columns = columnsOf(c, t);
  const [{ answer, wrong }, sources] = await Promise.all([
    ask(async () => {
      const { after: _, ...query } = documentFilters(c);
      const documents = (limit: number, after?: string) => deps.store.documents({ ...query, limit, after });
      const count = () => deps.store.documentCount(query);
      return readListing(c, { page: documents, count, about: true }, columns);
    }),
    deps.store.listSources(),
  ]);
  const filtered = new URL(c.req.url).searchParams.size > 0;
  const fields = [
    { name: 'region', label: t('regionFilter'), size: 10 },
    { name: 'year', label: t('delivered'), size: 5, pattern: '\\d{4}' },
    {
      name: 'source',
      label: t('source'),
      options: [['', t('all')], ...sources.map((s) => [s.id, s.name] as const)] as const,
    },
    { name: 'flag', label: t('flags'), options: flagOptions(t) },
  ];
  return page(
    c,
    {
      title: t('documents'),
      cite: true,
      body: html`<h1>${t('documents')}</h1>
${filterForm(c, t, fields, wrong?.name)}${wrongNotice(c, wrong)}
${answer ? list(c, { caption: t('documents'), columns, shown: answer, empty: t(filtered ? 'none' : 'noneYet'), tools: html`<a class="button" href="/documents/add">${t('addReport')}</a>` }) : ''}`,
    },
    wrong ? 400 : 200,
  );
};

function columnsOf(c: ConsoleContext, t: Words): Column<VersionRow>[] {
  const language = c.get('language');
  return [
    {
      key: 'region',
      label: t('region'),
      cell: ({ report: { region } }) =>
        region?.adcode
          ? html`<a class="quiet" href="/regions/${region.adcode}">${regionName(region, language)}</a>`
          : (region?.name ?? '–'),
      by: ({ report }) => report.region?.adcode ?? null,
    },
    {
      key: 'delivered',
      label: t('delivered'),
      kind: 'n',
      cell: ({ report }) => report.year ?? '–',
      by: ({ report }) => report.year,
    },
    {
      key: 'title',
      label: t('reportTitle'),
      cell: ({ document, report, override }) =>
        html`<a href="/documents/${document}">${
          reportTitle(report, language) || t('reportTitle')
        }</a> ${flagChips(t, report.flags)}${
          override
            ? html`<span class="chip ${
                override.excluded ? 'wrong' : 'corrected'
              }" title="${override.by}: ${override.note}">${t(override.excluded ? 'excluded' : 'review.corrected')}</span>`
            : ''
        }`,
      by: ({ report }) => report.title,
    },
    {
      key: 'genre',
      label: t('genre'),
      cell: ({ report: { genre } }) => (genre ? wordFor(t, 'genre', genre) : '–'),
      by: ({ report }) => report.genre ?? null,
    },
    {
      key: 'count',
      label: t('count'),
      kind: 'n',
      cell: ({ count }) => count,
      by: ({ count }) => count,
    },
    {
      key: 'source',
      label: t('source'),
      cell: ({ source }) =>
        source === null ? '–' : html`<a class="quiet" href="/documents?source=${source}">${source}</a>`,
      by: ({ source }) => source,
    },
    {
      key: 'version',
      label: t('version'),
      kind: 'n',
      cell: ({ document, n }) =>
        n === 1 ? '1' : html`<a class="quiet" href="/documents/${document}/history">${n}</a>`,
      by: ({ n }) => n,
    },
    {
      key: 'crawledAt',
      label: t('crawledAt'),
      kind: 't',
      cell: (row) => time(row.time, language),
      by: (row) => row.time,
    },
  ];
}
