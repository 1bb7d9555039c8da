import { mostSuggested, NotFoundError } from '@zhibiao/store';
import { html } from 'hono/html';
import { rankingBars } from '../charts/bars.ts';
import { seriesChart } from '../charts/series.ts';
import { latestRanking } from '../providers/latest-ranking.ts';
import { pathOf, type Region, regionName, regionOf, regionsBelow } from '../providers/regions.ts';
import { comparable, linesOfRegion } from '../providers/series.ts';
import type { ConsoleContext, Handler, HandlerDeps } from '../route.ts';
import { address } from '../view/address.ts';
import { chartFigure } from '../view/chart.ts';
import { counted } from '../view/format.ts';
import { codeName, headlines } from '../view/indicators.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { flagChips, type Html, page } from '../view/layout.ts';

/** A region: its headline figures over the years, its reports, what lies below it and what of that is missing. */
export const regionPage: Handler = async (c, deps) => {
  const region = regionOf(c.req.param('code')!);
  if (!region) throw new NotFoundError(`There is no region ${c.req.param('code')}.`, 'region');
  const code = region.adcode;
  const language = c.get('language');
  const t = wordsOf(language);
  const [charts, reports, below] = await Promise.all([
    headlineCharts(c, deps, code, t),
    deps.store.documents({ region: code, limit: 60 }),
    belowOf(c, deps, region, t),
  ]);
  // A region's own reports stand before those of what lies below it.
  const own = reports.rows.filter(({ report }) => report.region?.adcode === code);
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
<h1>${name} <span class="quiet">${language === 'en' ? region.name : ''} ${code}</span></h1>
<div class="tools-line"><a class="button" href="${address('/observations', { region: code })}">${t('observations')}</a> <a class="button" href="${address('/promises', { region: code })}">${t('promises')}</a> <a class="button" href="${address('/coverage', { region: code })}">${t('missingReports')}</a> <a class="button" href="${address('/changes.atom', { region: code })}">${t('follow')}</a></div>
${charts.length === 0 ? html`<p class="empty">${t('none')}</p>` : html`<div class="small-multiples">${charts}</div>`}
<div class="columns"><section><h2>${t('documents')}</h2>${own.length === 0 ? html`<p class="empty">${t('noReport')}</p>` : html`<ul>${own.map(({ document, report, count }) => html`<li><a href="/documents/${document}">${report.year ?? '–'} ${report.title}</a> <span class="quiet">${report.genre ? wordFor(t, 'genre', report.genre) : ''} ${count} ${t('figuresCounted')}</span> ${flagChips(t, report.flags)}</li>`)}</ul>`}</section>
${below}</div>`,
  });
};

async function headlineCharts(
  c: ConsoleContext,
  deps: HandlerDeps,
  region: string,
  t: Words,
): Promise<Html[]> {
  const language = c.get('language');
  const charts = await Promise.all(
    headlines.map(async (code) => {
      const lines = comparable(await linesOfRegion(deps, region, code));
      const chart = await seriesChart(lines.slice(0, 1), language, 'small');
      const title = html`<a href="${address('/series', { indicator: code, region })}">${codeName(code, language)}</a> <span class="quiet">${lines[0] ? t(lines[0].measure) : ''}</span>`;
      return chart && chartFigure(chart, t, { title });
    }),
  );
  return charts.filter((chart) => chart !== null);
}

async function belowOf(c: ConsoleContext, deps: HandlerDeps, region: Region, t: Words): Promise<Html> {
  const language = c.get('language');
  const below = regionsBelow(region.adcode);
  if (below.length === 0) return html``;
  const [ranking, { rows: covered }] = await Promise.all([
    latestRanking(deps, { code: 'gdp', region: region.adcode, kind: 'target', limit: 20 }, region.adcode),
    deps.store.coverage({ region: region.adcode, limit: 200 }),
  ]);
  const known = new Set(covered.map((one) => one.region.adcode));
  const missing = below.filter((place) => !known.has(place.adcode));
  const bars = ranking && (await rankingBars(ranking.rows, t('ranking'), language));
  return html`<section><h2>${t('regionsBelow')}</h2>${chartFigure(bars, t, {
    title: ranking
      ? html`<a href="${address('/ranking', { indicator: 'gdp', region: region.adcode, kind: 'target', year: ranking.year })}">${codeName('gdp', language)} ${t('target')} ${ranking.year}</a>`
      : '',
  })}
<p>${below
    .filter((place) => known.has(place.adcode))
    .map((place) => html`<a href="/regions/${place.adcode}">${regionName(place, language)}</a> `)}</p>
${missing.length > 0 ? html`<details><summary>${t('withoutReports')} ${missing.length} / ${below.length}</summary><p>${missing.map((place) => html`<a class="quiet" href="/regions/${place.adcode}">${regionName(place, language)}</a> `)}</p></details>` : ''}</section>`;
}

/** Every region of which there is something, province by province. */
export const regionsPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const { rows } = await deps.store.regions({ limit: 500, after: c.req.query('after') || undefined });
  const groups = new Map<string, typeof rows>();
  for (const row of rows) {
    const province = row.adcode ? `${row.adcode.slice(0, 2)}0000` : '';
    groups.set(province, [...(groups.get(province) ?? []), row]);
  }
  return page(c, {
    title: t('regions'),
    body: html`<h1>${t('regions')}</h1>
<form class="filters" action="/search"><label>${t('findRegion')}<input name="q" autocomplete="off"></label><button class="main">${t('search')}</button></form>
${[...groups].map(
  ([
    province,
    places,
  ]) => html`<section class="panel group"><h2>${province ? html`<a href="/regions/${province}">${regionName({ name: regionOf(province)?.name ?? province, adcode: province }, language)}</a>` : '–'}</h2>
<p>${places.map((place) => html`<span class="nowrap">${place.adcode ? html`<a href="/regions/${place.adcode}">${regionName(place, language)}</a>` : place.name} <span class="quiet">${counted(place.figures, mostSuggested)}</span></span> `)}</p></section>`,
)}`,
  });
};
