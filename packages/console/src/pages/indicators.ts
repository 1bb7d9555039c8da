import { mostSuggested } from '@zhibiao/store';
import { html } from 'hono/html';
import { rankingBars } from '../charts/bars.ts';
import { distribution } from '../charts/distribution.ts';
import { seriesChart } from '../charts/series.ts';
import { latestRanking } from '../providers/latest-ranking.ts';
import { comparable } from '../providers/series.ts';
import type { Handler } from '../route.ts';
import { address } from '../view/address.ts';
import { chartFigure } from '../view/chart.ts';
import { counted } from '../view/format.ts';
import { codeName, indicatorCodes } from '../view/indicators.ts';
import { wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { table } from '../view/table.ts';

/** Every indicator that has a code, with how many figures there are of it. */
export const indicatorsPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const other = language === 'zh' ? 'en' : 'zh';
  const t = wordsOf(language);
  const counts = await deps.store.codeCounts(indicatorCodes);
  const rows = indicatorCodes.map((code) => ({ code, figures: counts.get(code) ?? 0 }));
  return page(c, {
    title: t('indicators'),
    body: html`<h1>${t('indicators')}</h1><p class="lead">${t('indicatorsNote')}</p>
${table({
  caption: t('indicators'),
  rows,
  sortIn: c,
  columns: [
    {
      key: 'name',
      label: t('name'),
      cell: ({ code }) => html`<a href="/indicators/${code}">${codeName(code, language)}</a>`,
      by: ({ code }) => codeName(code, language),
    },
    { key: 'other', label: t('otherLanguage'), cell: ({ code }) => codeName(code, other) },
    { key: 'code', label: t('code'), cell: ({ code }) => html`<code>${code}</code>`, by: ({ code }) => code },
    {
      key: 'count',
      label: t('observations'),
      kind: 'n',
      cell: ({ figures }) => counted(figures, mostSuggested),
      by: ({ figures }) => figures,
    },
  ],
})}`,
  });
};

/** One indicator: over the years for the regions that have most of it, promise and result, and the regions ranked. */
export const indicatorPage: Handler = async (c, deps) => {
  const code = c.req.param('code')!;
  const language = c.get('language');
  const t = wordsOf(language);
  const { rows: lines } = await deps.store.seriesLines({ code, limit: 1_000 });
  const chosen = comparable(lines);
  const measure = chosen[0]?.measure;
  const rankings = await Promise.all(
    (['target', 'actual'] as const).map(async (kind) => ({
      kind,
      ranking: await latestRanking(deps, { code, kind, ...(measure ? { measure } : {}), limit: 30 }),
    })),
  );
  return page(c, {
    title: codeName(code, language),
    cite: true,
    feed: address('/changes.atom', { code }),
    body: html`<nav class="crumbs" aria-label="${t('indicators')}"><a href="/indicators">${t('indicators')}</a></nav>
<h1>${codeName(code, language)} <span class="quiet">${codeName(code, language === 'zh' ? 'en' : 'zh')}</span></h1>
<div class="tools-line"><a class="button" href="${address('/ranking', { indicator: code })}">${t('ranking')}</a> <a class="button" href="${address('/promises', { indicator: code })}">${t('promises')}</a> <a class="button" href="${address('/observations', { indicator: code })}">${t('observations')}</a> <a class="button" href="${address('/series', { indicator: code })}">${t('series')}</a></div>
${chosen.length === 0 ? html`<p class="empty">${t('none')}</p>` : chartFigure(await seriesChart(chosen, language), t, { title: t(measure ?? 'level') })}
${chartFigure(await distribution(comparable(lines.map((line) => ({ ...line, figures: line.figures.filter(({ kind }) => kind === 'target') }))), t('targetsByYear'), language), t, { title: t('targetsByYear') })}
<div class="columns">${await Promise.all(
      rankings.map(async ({ kind, ranking }) =>
        chartFigure(ranking && (await rankingBars(ranking.rows, t('ranking'), language)), t, {
          title: ranking
            ? html`<a href="${address('/ranking', { indicator: code, kind, year: ranking.year, measure })}">${t(kind)} ${ranking.year}</a>`
            : '',
        }),
      ),
    )}</div>`,
  });
};
