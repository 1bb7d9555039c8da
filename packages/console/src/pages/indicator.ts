import type { SeriesLine } from '@zhibiao/store';
import { html } from 'hono/html';
import { rankingBars } from '../charts/bars.ts';
import { distribution } from '../charts/distribution.ts';
import { dumbbell } from '../charts/dumbbell.ts';
import { seriesChart } from '../charts/series.ts';
import { latestRanking } from '../providers/latest-ranking.ts';
import { comparable } from '../providers/series.ts';
import { readTargets } from '../providers/targets.ts';
import { type ConsoleContext, type Handler, type HandlerDeps, inAddress } from '../route.ts';
import { address } from '../view/address.ts';
import { chartFigure } from '../view/chart.ts';
import { codeName } from '../view/indicators.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';

const mostRanked = 30;

/** One indicator: over the years for the regions that have most of it, promise and result, and the regions ranked. */
export const indicatorPage: Handler = async (c, deps) => {
  const code = inAddress(c, 'code');
  const language = c.get('language');
  const t = wordsOf(language);
  const { rows: lines } = await deps.store.seriesLines({ code, limit: 1_000 });
  const chosen = comparable(lines);
  const name = codeName(code, language);
  return page(c, {
    title: name,
    cite: true,
    feed: address('/changes.atom', { code }),
    body: html`<nav class="crumbs" aria-label="${t('indicators')}"><a href="/indicators">${t('indicators')}</a></nav>
<h1>${name} <span class="aside">${codeName(code, language === 'zh' ? 'en' : 'zh')} <code>${code}</code></span></h1>
<div class="tools-line"><a class="button" href="${address('/ranking', { indicator: code })}">${t('ranking')}</a> <a class="button" href="${address(
      '/promises',
      { indicator: code },
    )}">${t('promises')}</a> <a class="button" href="${address('/observations', {
      indicator: code,
    })}">${t('observations')}</a> <a class="button" href="${address('/series', {
      indicator: code,
    })}">${t('series')}</a> <a class="button" href="${address('/changes.atom', { code })}">${t('follow')}</a></div>
${chosen.length === 0 ? html`<p class="empty">${t('none')}</p>` : await pictures(c, deps, code, lines)}`,
  });
};

async function pictures(
  c: ConsoleContext,
  deps: HandlerDeps,
  code: string,
  lines: readonly SeriesLine[],
): Promise<Html> {
  const language = c.get('language');
  const t = wordsOf(language);
  const chosen = comparable(lines);
  const measure = chosen[0]?.measure ?? 'level';
  const query = new URLSearchParams({ indicator: code });
  const regions = new Set(lines.map(({ region }) => region.adcode ?? region.name)).size;
  const { figures: targets, since } = await readTargets(deps, { code });
  const [ranked, kept, series, spread] = await Promise.all([
    Promise.all((['target', 'actual'] as const).map((kind) => rankingOf(c, deps, { code, kind, measure }))),
    promisesOf(c, deps, code),
    seriesChart(chosen, language),
    distribution(targets, t('targetsByYear'), language),
  ]);
  return html`<p class="lead">${regions} ${t('regionsGiveIt')}</p>
${chartFigure(series, t, { title: html`${t('overTheYears')} <span class="quiet">${t(measure)}</span>`, picture: { name: 'series', query } })}
<div class="columns">${kept}${chartFigure(spread, t, {
    title: t('targetsByYear'),
    ...(since === null ? {} : { caption: `${since}–` }),
    picture: { name: 'targets', query },
  })}</div>
<div class="columns">${ranked}</div>`;
}

async function rankingOf(
  c: ConsoleContext,
  deps: HandlerDeps,
  asked: { code: string; kind: 'target' | 'actual'; measure: SeriesLine['measure'] },
): Promise<Html> {
  const language = c.get('language');
  const t = wordsOf(language);
  const ranking = await latestRanking(deps, { ...asked, limit: mostRanked });
  if (!ranking) return html``;
  const { code: indicator, kind, measure } = asked;
  const to = address('/ranking', { indicator, kind, year: ranking.year, measure });
  const chart = await rankingBars(ranking.rows, t('ranking'), language);
  const more =
    ranking.of > ranking.rows.length
      ? html` <span class="quiet">${ranking.rows.length} / ${ranking.of}</span>`
      : '';
  return chartFigure(chart, t, {
    title: html`<a href="${to}">${t('ranking')}: ${t(kind)} ${ranking.year}</a>${more}`,
    picture: { name: 'ranking', query: new URLSearchParams(to.split('?')[1]) },
  });
}

/** How many promises were kept, and the first of them drawn. */
async function promisesOf(c: ConsoleContext, { store }: HandlerDeps, code: string): Promise<Html> {
  const language = c.get('language');
  const t = wordsOf(language);
  const counts = await store.promiseCounts({ code });
  const judged = await Promise.all(
    (['met', 'missed'] as const).map((verdict) => store.promiseList({ code, verdict, limit: 50 })),
  );
  const chart = await dumbbell(
    judged
      .flatMap(({ rows }) => rows)
      .sort((a, b) => (b.target.period?.end ?? 0) - (a.target.period?.end ?? 0)),
    language,
  );
  const to = (verdict: string) => address('/promises', { indicator: code, verdict });
  return chartFigure(chart, t, {
    title: html`<a href="/promises?indicator=${code}">${t('promises')}</a> ${(['met', 'missed'] as const).map(
      (verdict) =>
        html`<a class="chip ${verdict}" href="${to(verdict)}">${wordFor(
          t as Words,
          'verdict',
          verdict,
        )} ${counts[verdict]}</a> `,
    )}`,
    picture: { name: 'promises', query: new URLSearchParams({ indicator: code }) },
  });
}
