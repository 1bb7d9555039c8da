import { type Figure, mostCounted, type VersionRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { figureQuery } from '../providers/figure-query.ts';
import { readListing } from '../providers/listing.ts';
import { headsOf } from '../providers/reports.ts';
import type { ConsoleContext, Handler, HandlerDeps } from '../route.ts';
import { addressWith } from '../view/address.ts';
import { figureColumns } from '../view/figure-columns.ts';
import { figureForm } from '../view/figure-form.ts';
import { value } from '../view/format.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import { reportName } from '../view/report-name.ts';
import type { Column } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** Figures that several documents give, the worst conflict first. */
export const copiesPage: Handler = async (c, deps) => {
  const t = wordsOf(c.get('language'));
  const conflicts = c.req.query('conflicts') === 'true';
  const { answer, wrong } = await ask(async () => {
    const { kind: _, after: __, ...query } = await figureQuery(c, deps);
    const listing = {
      page: (limit: number, after?: string) => deps.store.copyList({ ...query, conflicts, limit, after }),
      count: () => deps.store.copyCount({ ...query, conflicts }),
      about: true,
      ends: mostCounted,
    };
    const shown = await readListing(c, listing, columnsOf(c, t, new Map()));
    return { shown, columns: columnsOf(c, t, await givers(deps, shown.rows)) };
  });
  return page(
    c,
    {
      title: t('copies'),
      cite: true,
      body: html`<h1>${t('copies')}</h1><p class="lead">${t('copiesNote')}</p>
${figureForm(c, ['measure'], wrong?.name)}${wrongNotice(c, wrong)}
<p><a class="button" href="${addressWith(c, {
        conflicts: conflicts ? null : 'true',
        after: null,
        skip: null,
      })}">${t(conflicts ? 'showAgreeing' : 'onlyConflicts')}</a></p>
${answer ? list(c, { caption: t('copies'), ...answer, empty: t('none') }) : ''}`,
    },
    wrong ? 400 : 200,
  );
};

type Reports = ReadonlyMap<string, VersionRow>;
/** So many reports are named of each value, and the others counted. */
const mostNamed = 4;

/** The reports that give these figures. */
async function givers({ store }: HandlerDeps, figures: readonly Figure[]): Promise<Reports> {
  const ids = figures.flatMap(({ values }) =>
    values.flatMap(({ documents }) => documents.slice(0, mostNamed)),
  );
  return headsOf(store.tables, await store.tables.documents.getMany([...new Set(ids)]));
}

function giver(id: string, reports: Reports, t: Words, language: Language): Html {
  const version = reports.get(id);
  const name = version ? reportName(version.report, language) : t('report');
  return html`<a class="quiet" href="/documents/${id}">${name}</a>${
    version?.source ? html` <span class="quiet">${version.source}</span>` : ''
  }`;
}

function columnsOf(c: ConsoleContext, t: Words, reports: Reports): Column<Figure>[] {
  const language = c.get('language');
  const of = figureColumns((figure: Figure) => figure, language);
  return [
    of.region,
    of.period,
    of.kind,
    of.indicator,
    of.code,
    of.other,
    of.measure,
    {
      key: 'agreement',
      label: t('agreementHead'),
      cell: ({ conflict }) =>
        html`<span class="chip ${conflict ? 'removed' : 'added'}">${t(conflict ? 'conflict' : 'agreement')}</span>`,
      by: ({ conflict }) => Number(!conflict),
    },
    { ...of.value, key: 'chosen', label: t('chosenValue') },
    {
      key: 'because',
      label: t('chosenBecause'),
      cell: (f) => html`<span class="quiet">${wordFor(t, 'because', f.chosenBecause)}</span>`,
      by: (f) => f.chosenBecause,
    },
    {
      key: 'values',
      label: t('valuesAndReports'),
      cell: (f) =>
        f.values.map(
          ({ value: given, documents }) =>
            html`<div><b>${value({ ...f, value: given, valueTo: null }, language)}</b> ${documents
              .slice(0, mostNamed)
              .map(
                (id, i) => html`${i > 0 ? t('listComma') : ''}${giver(id, reports, t, language)}`,
              )}${documents.length > mostNamed ? html` <span class="quiet">+${documents.length - mostNamed}</span>` : ''}</div>`,
        ),
      by: (f) => f.documents,
    },
    {
      key: 'spread',
      label: t('spread'),
      kind: 'n',
      cell: ({ spread }) => `${(spread * 100).toFixed(1)}%`,
      by: ({ spread }) => spread,
    },
  ];
}
