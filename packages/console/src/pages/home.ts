import type { VersionRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { readHome } from '../providers/home.ts';
import type { RunWithProgress } from '../providers/runs.ts';
import type { Handler } from '../route.ts';
import { address } from '../view/address.ts';
import { time } from '../view/format.ts';
import { codeName, headlines } from '../view/indicators.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { reportName } from '../view/report-name.ts';
import { runProgress, runState } from '../view/run-cells.ts';
import { tileMap } from '../view/tile-map.ts';

/** What this database holds, what came in lately, and what waits for a person. */
export const homePage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const home = await readHome(deps);
  const number = (n: number) => n.toLocaleString('en');
  const tiles: [string, string, string][] = [
    ['/documents', number(home.reports), t('documents')],
    ['/regions', number(home.regions), t('regions')],
    ['/coverage', home.years ? home.years.join('–') : '–', t('yearsCovered')],
    ['/observations', number(home.figures), t('observations')],
  ];
  return page(c, {
    title: t('home'),
    cite: true,
    searches: true,
    body: html`<section class="hero"><h1>${t('tagline')}</h1>
<form class="search-box" action="/search" role="search"><input type="search" name="q" placeholder="${t('searchAll')}" aria-label="${t('searchAll')}" aria-describedby="search-example"><button class="main">${t('search')}</button></form>
<p class="quiet" id="search-example">${t('forExample')} ${examples(language)}</p></section>
<div class="tiles">${tiles.map(([href, count, word]) => html`<a href="${href}"><b>${count}</b><span>${word}</span></a>`)}</div>
<div class="columns">
<section class="panel"><h2>${t('reportsByProvince')}</h2>${tileMap(home.byProvince, language, t)}</section>
<div><section class="panel"><h2>${t('startWith')}</h2><ul class="names">${headlines.map(
      (code) => html`<li><a href="/indicators/${code}">${codeName(code, language)}</a></li>`,
    )}</ul>
<ul class="questions"><li><a href="/ranking">${t('askRanking')}</a></li><li><a href="/promises">${t('askPromises')}</a></li><li><a href="/coverage">${t('missingReports')}</a></li><li><a href="${address(
      '/changes',
      { days: 7 },
    )}">${t('changedThisWeek')}</a></li><li><a href="/copies?conflicts=true">${t('askConflicts')}</a></li></ul></section>
<section class="panel"><h2>${t('needsPerson')}</h2>${needs(home, t)}</section></div>
<div><section class="panel"><h2>${t('cameInLately')}</h2>${latest(home.latest, t, language)}</section>
<section class="panel"><h2>${t('latestRuns')}</h2>${runsOf(home.runs, t, language)}</section></div>
</div>`,
  });
};

/** Questions that show what the box understands. */
function examples(language: Language): Html {
  const asked = {
    zh: ['镇江市2023年GDP目标', '保定 GDP 2025', '产业升级'],
    en: ['Zhenjiang GDP 2023', 'Baoding GDP 2025', 'CPI'],
  }[language];
  return html`${asked.map((q) => html`<a href="${address('/search', { q })}">${q}</a> `)}`;
}

function needs({ needs: of }: Awaited<ReturnType<typeof readHome>>, t: Words): Html {
  const lines = [
    ['/quarantine', of.failures, t('failures')],
    ['/copies?conflicts=true', of.conflicts, t('conflicts')],
    ['/runs', of.shadows, t('shadowsWaiting')],
    ['/sources', of.sources, t('sourcesInTrouble')],
    ['/sources', of.late, t('lateSources')],
    ['/reviews?open=true', of.reviews, t('reviewsToLook')],
  ] as const;
  const open = lines.filter(([, count]) => count !== '0');
  if (open.length === 0) return html`<p>${t('nothingWaits')}</p>`;
  return html`<ul class="lines">${open.map(([href, count, word]) => html`<li><a href="${href}">${word} <b>${count}</b></a></li>`)}</ul>`;
}

const latest = (reports: readonly VersionRow[], t: Words, language: Language): Html =>
  reports.length === 0
    ? html`<p>${t('noneYet')}</p>`
    : html`<ul class="lines">${reports.map(
        ({ document, report, at, n }) =>
          html`<li><a href="/documents/${document}">${
            reportName(report, language) || t('report')
          }</a> <span class="quiet nowrap">${time(at, language)}${n > 1 ? html` · ${t('version')} ${n}` : ''}</span></li>`,
      )}</ul><p><a href="${address('/changes', { days: 7 })}">${t('changedThisWeek')} →</a></p>`;

const runsOf = (runs: readonly RunWithProgress[], t: Words, language: Language): Html =>
  runs.length === 0
    ? html`<p>${t('runsEmpty')}</p>`
    : html`<ul class="lines">${runs.map(
        (run) =>
          html`<li><a href="/runs/${run.id}">${wordFor(t, 'type', run.type)}</a> ${runState(run, t)} <span class="quiet nowrap">${time(
            run.startedAt,
            language,
          )}</span>${run.state === 'running' ? html`<div>${runProgress(run, t)}</div>` : ''}</li>`,
      )}</ul>`;
