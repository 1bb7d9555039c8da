import type { Coverage, CoveredYear } from '@zhibiao/store';
import { html } from 'hono/html';
import { ask } from '../providers/asked.ts';
import { readRegion } from '../providers/filters.ts';
import { regionName } from '../providers/regions.ts';
import type { Handler } from '../route.ts';
import { filterForm } from '../view/form.ts';
import { codeName } from '../view/indicators.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page, pager } from '../view/layout.ts';
import { wrongNotice } from '../view/wrong.ts';

/** Region by year: which reports are there, and which are missing between the first and the last. */
export const coveragePage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const { answer, wrong } = await ask(async () => {
    const region = c.req.query('region')?.trim();
    return deps.store.coverage({
      limit: 40,
      region: region ? readRegion(region) : undefined,
      genre: (c.req.query('genre') || undefined) as 'work-report' | undefined,
      after: c.req.query('after') || undefined,
    });
  });
  const rows = answer?.rows ?? [];
  const missing = rows.filter((row) => row.missing.length > 0);
  const genres = ['work-report', 'communique', 'budget'] as const;
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
  rows.length === 0
    ? wrong
      ? ''
      : html`<p class="empty">${t('none')}</p>`
    : html`${missing.length > 0 ? html`<section class="panel"><h2>${t('missingReports')}</h2><ul>${missing.map((row) => html`<li>${regionOfRow(row, language)} ${row.missing.join(', ')}</li>`)}</ul></section><br>` : ''}
${matrix(rows, language, t)}${pager(c, t, answer!.next, `${rows.length} ${t('regions')}`)}`
}`,
    },
    wrong ? 400 : 200,
  );
};

const regionOfRow = ({ region }: Coverage, language: Language): Html =>
  region.adcode
    ? html`<a href="/regions/${region.adcode}">${regionName(region, language)}</a>`
    : html`${region.name}`;

function matrix(rows: readonly Coverage[], language: Language, t: Words): Html {
  const all = rows.flatMap(({ years }) => years.map(({ year }) => year));
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${t('coverageOfReports')}"><table class="list matrix"><caption class="visually-hidden">${t('coverageOfReports')}</caption>
<thead><tr><th scope="col">${t('region')}</th>${years.map((year) => html`<th scope="col" class="n">${year}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${regionOfRow(row, language)}</th>${years.map((year) => {
        const there = row.years.find((one) => one.year === year);
        if (there) return html`<td class="n">${cell(there, language, t)}</td>`;
        return row.missing.includes(year)
          ? html`<td class="n missing"><span class="visually-hidden">${t('missing')}</span></td>`
          : html`<td class="n"></td>`;
      })}</tr>`,
  )}</tbody></table></div>`;
}

/** How many headline indicators the report states, and by how many sources it is given. */
function cell({ reports, sources, has, lacks }: CoveredYear, language: Language, t: Words): Html {
  const names = (codes: readonly string[]) => codes.map((code) => codeName(code, language)).join(', ');
  const title = `${t('stated')}: ${names(has) || '–'}\n${t('notStated')}: ${names(lacks) || '–'}`;
  return html`<a href="/documents/${reports[0]!.document}" title="${title}">${has.length}/${has.length + lacks.length}</a>${sources > 1 ? html` <span class="quiet">×${sources}</span>` : ''}`;
}
