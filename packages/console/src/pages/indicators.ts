import { mostSuggested } from '@zhibiao/store';
import { html } from 'hono/html';
import { listingOf, readListing } from '../providers/listing.ts';
import type { Handler } from '../route.ts';
import { address } from '../view/address.ts';
import { filterForm } from '../view/form.ts';
import { counted } from '../view/format.ts';
import { codeName, findIndicators, indicatorCodes } from '../view/indicators.ts';
import { type Language, type Words, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import type { Column } from '../view/table.ts';

interface Counted {
  readonly code: string;
  readonly figures: number;
}

/** Every indicator that has a code, the one with most figures first. */
export const indicatorsPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const text = (c.req.query('text') ?? '').trim();
  const wanted = text ? findIndicators(text) : indicatorCodes;
  const counts = await deps.store.codeCounts(wanted);
  const rows = wanted.map((code) => ({ code, figures: counts.get(code) ?? 0 }));
  const columns = columnsOf(language, t);
  const shown = await readListing(c, listingOf(rows.sort((a, b) => b.figures - a.figures)), columns);
  return page(c, {
    title: t('indicators'),
    cite: true,
    body: html`<h1>${t('indicators')}</h1><p class="lead">${t('indicatorsNote')}</p>
${filterForm(c, t, [{ name: 'text', label: t('indicatorFilter'), size: 20 }])}
${list(c, { caption: t('indicators'), columns, shown, empty: t('none') })}`,
  });
};

function columnsOf(language: Language, t: Words): Column<Counted>[] {
  const other = language === 'zh' ? 'en' : 'zh';
  return [
    {
      key: 'name',
      label: t('indicator'),
      cell: ({ code }) => html`<a href="/indicators/${code}">${codeName(code, language)}</a>`,
      by: ({ code }) => codeName(code, language),
    },
    {
      key: 'other',
      label: t('otherName'),
      cell: ({ code }) => codeName(code, other),
      by: ({ code }) => codeName(code, other),
    },
    { key: 'code', label: t('code'), cell: ({ code }) => html`<code>${code}</code>`, by: ({ code }) => code },
    {
      key: 'figures',
      label: t('observations'),
      kind: 'n',
      cell: ({ code, figures }) =>
        html`<a class="quiet" href="${address('/observations', { indicator: code })}">${counted(figures, mostSuggested)}</a>`,
      by: ({ figures }) => figures,
    },
  ];
}
