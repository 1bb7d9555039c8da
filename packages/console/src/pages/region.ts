import { codesOf, formerUnits, successorOf, type Turn } from '@zhibiao/runtime/former-regions';
import { NotFoundError, type VersionRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { pathOf, regionName, regionOf } from '../providers/regions.ts';
import { type Handler, inAddress } from '../route.ts';
import { address } from '../view/address.ts';
import { yearSpans } from '../view/format.ts';
import { headlineCards } from '../view/headline-cards.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { flagChips, type Html, page } from '../view/layout.ts';
import { readBelow, regionsBelowSection } from '../view/regions-below.ts';
import { reportTitle } from '../view/report-name.ts';
import { table } from '../view/table.ts';

/** A region: its headline figures over the years, its reports, what lies below it and what of that is missing. */
export const regionPage: Handler = async (c, deps) => {
  const region = regionOf(inAddress(c, 'code'));
  if (!region) throw new NotFoundError(`There is no region ${c.req.param('code')}.`, 'region');
  const code = region.adcode;
  const language = c.get('language');
  const t = wordsOf(language);
  const [cards, reports, { rows: covered }] = await Promise.all([
    headlineCards(deps, code, language),
    deps.store.documents({ region: code, limit: 60 }),
    deps.store.coverage({ region: code, limit: 200 }),
  ]);
  const below = await readBelow(c, deps, region, covered);
  // A region's own reports stand before those of what lies below it.
  const codes = codesOf(code);
  const own = reports.rows.filter(({ report }) => codes.includes(report.region?.adcode ?? ''));
  const missing = covered.find((one) => one.region.adcode === code)?.missing ?? [];
  const name = regionName(region, language);
  return page(c, {
    title: name,
    cite: true,
    feed: address('/changes.atom', { region: code }),
    body: html`<nav class="crumbs" aria-label="${t('regions')}"><a href="/regions">${t('regions')}</a> ${pathOf(
      region,
    )
      .slice(0, -1)
      .map((place) => html`› <a href="/regions/${place.adcode}">${regionName(place, language)}</a> `)}</nav>
<h1>${name} <span class="aside">${language === 'en' ? region.name : regionName(region, 'en')} ${code}</span></h1>${turns(code, t)}
<div class="tools-line"><a class="button" href="${address('/observations', {
      region: code,
    })}">${t('observations')}</a> <a class="button" href="${address('/promises', {
      region: code,
    })}">${t('promises')}</a> <a class="button" href="${address('/coverage', {
      region: code,
    })}">${t('missingReports')}</a> <a class="button" href="${address('/changes.atom', { region: code })}">${t('follow')}</a></div>
${own.length === 0 ? html`<p class="empty">${t('noReport')}</p>` : ''}${cards}
${below ? regionsBelowSection(c, below, region) : ''}
${
  own.length === 0
    ? ''
    : html`<h2>${t('documents')}</h2>${
        missing.length > 0 ? html`<p class="notice">${t('missingReports')}: ${yearSpans(missing)}</p>` : ''
      }${reportTable(own, t, language)}`
}`,
  });
};

/** What a unit was before, and what it became. */
function turns(code: string, t: Words): Html {
  const successor = successorOf(code);
  const link = ({ name, code: to, until }: Turn) =>
    html`<a href="/regions/${to}">${name} ${to}</a> <span class="quiet">(–${until})</span> `;
  const former = formerUnits(code);
  if (!successor && former.length === 0) return html``;
  return html`<p class="notice">${
    successor ? html`${t('became')} ${link(successor)}` : ''
  }${former.length > 0 ? html`${t('formerly')} ${former.map(link)}` : ''}</p>`;
}

const reportTable = (reports: readonly VersionRow[], t: Words, language: Language): Html =>
  table<VersionRow>({
    caption: t('documents'),
    rows: [...reports].sort((a, b) => (b.report.year ?? 0) - (a.report.year ?? 0)),
    columns: [
      { key: 'year', label: t('delivered'), kind: 't', cell: ({ report }) => report.year ?? '–' },
      {
        key: 'title',
        label: t('reportTitle'),
        cell: ({ document, report }) =>
          html`<a href="/documents/${document}">${reportTitle(report, language) || t('report')}</a> ${flagChips(t, report.flags)}`,
      },
      {
        key: 'genre',
        label: t('genre'),
        cell: ({ report: { genre } }) => (genre ? wordFor(t, 'genre', genre) : '–'),
      },
      { key: 'source', label: t('source'), cell: ({ source }) => source ?? '–' },
      {
        key: 'count',
        label: t('observations'),
        kind: 'n',
        cell: ({ count }) => count.toLocaleString(language),
      },
    ],
  });
