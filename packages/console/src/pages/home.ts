import { html } from 'hono/html';
import { readHome } from '../providers/home.ts';
import type { RunWithProgress } from '../providers/runs.ts';
import type { Handler } from '../route.ts';
import { address } from '../view/address.ts';
import { time } from '../view/format.ts';
import { codeName, headlines } from '../view/indicators.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { runProgress, runState } from '../view/run-cells.ts';
import { tileMap } from '../view/tile-map.ts';

/** What this database holds, what came in lately, and what waits for a person. */
export const homePage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const home = await readHome(deps);
  const number = (n: number) => n.toLocaleString('en');
  const tiles: [string, number, string][] = [
    ['/documents', home.reports, t('documents')],
    ['/regions', home.regions, t('regions')],
    ['/observations', home.figures, t('observations')],
    ['/indicators', home.indicators, t('indicatorNames')],
  ];
  return page(c, {
    title: t('home'),
    body: html`<h1>${t('title')}</h1>
<p class="lead">${t('tagline')}</p>
<form class="search-box" action="/search"><input type="search" name="q" placeholder="${t('searchAll')}" aria-label="${t('searchAll')}"><button class="main">${t('search')}</button></form>
<div class="tiles">${tiles.map(([href, count, word]) => html`<div><b><a class="quiet" href="${href}">${number(count)}</a></b><span>${word}</span></div>`)}</div>
<div class="columns">
<section class="panel"><h2>${t('reportsByProvince')}</h2>${tileMap(home.byProvince, language, t)}</section>
<div><section class="panel"><h2>${t('needsPerson')}</h2>${needs(home, t)}</section>
<section class="panel"><h2>${t('startWith')}</h2><p>${headlines.map((code) => html`<a href="/indicators/${code}">${codeName(code, language)}</a> `)}</p>
<p><a href="/ranking">${t('ranking')}</a> · <a href="/promises">${t('promises')}</a> · <a href="/coverage">${t('missingReports')}</a> · <a href="${address('/changes', { days: 7 })}">${t('changedThisWeek')}</a> · <a href="/copies?conflicts=true">${t('onlyConflicts')}</a></p></section>
<section class="panel"><h2>${t('latestRuns')}</h2>${runsOf(home.runs, t, language)}</section></div>
</div>`,
  });
};

function needs({ needs: of }: Awaited<ReturnType<typeof readHome>>, t: Words): Html {
  const lines = [
    ['/quarantine', of.failures, t('failures')],
    ['/copies?conflicts=true', of.conflicts, t('conflicts')],
    ['/runs', of.shadows, t('shadowsWaiting')],
    ['/sources', of.late, t('lateSources')],
    ['/reviews?open=true', of.reviews, t('reviewsToLook')],
  ] as const;
  const open = lines.filter(([, count]) => count !== '0');
  if (open.length === 0) return html`<p>${t('nothingWaits')}</p>`;
  return html`<ul>${open.map(([href, count, word]) => html`<li><a href="${href}">${word} ${count}</a></li>`)}</ul>`;
}

const runsOf = (runs: readonly RunWithProgress[], t: Words, language: Language): Html =>
  runs.length === 0
    ? html`<p>${t('runsEmpty')}</p>`
    : html`${runs.map(
        (run) =>
          html`<div class="run-line"><a href="/runs/${run.id}">${wordFor(t, 'type', run.type)}</a> ${runState(run, t)} <span class="quiet">${time(run.startedAt, language)}</span>${run.state === 'running' ? html`<div>${runProgress(run, t)}</div>` : ''}</div>`,
      )}`;
