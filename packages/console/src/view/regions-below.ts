import { codesOf } from '@zhibiao/runtime/former-regions';
import { present } from '@zhibiao/shared';
import type { Coverage } from '@zhibiao/store';
import { html } from 'hono/html';
import { rankingBars } from '../charts/bars.ts';
import type { Chart } from '../charts/chart.ts';
import { type LatestRanking, latestRanking } from '../providers/latest-ranking.ts';
import { type Region, regionName, regionOf, regionsBelow } from '../providers/regions.ts';
import type { ConsoleContext, HandlerDeps } from '../route.ts';
import { address, addressWith } from './address.ts';
import { chartFigure } from './chart.ts';
import { codeName, headlines } from './indicators.ts';
import { type Language, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';

export interface Below {
  readonly indicator: string;
  readonly kind: 'target' | 'actual';
  readonly measure: 'growth' | 'level';
  readonly ranking: LatestRanking | null;
  readonly chart: Chart | null;
  readonly known: readonly Region[];
  readonly missing: readonly Region[];
  /** further down: those that have a report */
  readonly further: readonly Region[];
}

/** So many names are shown before the rest is folded. */
const mostNames = 40;

/** @returns what lies below a region, ranked by `?indicator=`, with who has no report; null where nothing lies below it */
export async function readBelow(
  c: ConsoleContext,
  deps: HandlerDeps,
  region: Region,
  covered: readonly Coverage[],
): Promise<Below | null> {
  const below = regionsBelow(region.adcode);
  if (below.length === 0) return null;
  const indicator = headlines.find((code) => code === c.req.query('indicator')) ?? headlines[0];
  const ways = (['target', 'actual'] as const).flatMap((kind) =>
    (['growth', 'level'] as const).map((measure) => ({ kind, measure })),
  );
  let found: { way: (typeof ways)[number]; ranking: LatestRanking } | null = null;
  for (const way of ways) {
    const query = { code: indicator, region: region.adcode, limit: mostNames, ...way };
    const ranking = await latestRanking(deps, query, region.adcode);
    if (ranking && (!found || ranking.rows.length > found.ranking.rows.length)) found = { way, ranking };
  }
  const ranking = found?.ranking ?? null;
  const known = new Set(covered.map((one) => one.region.adcode));
  const direct = new Set([...codesOf(region.adcode), ...below.map(({ adcode }) => adcode)]);
  return {
    indicator,
    ...(found?.way ?? present(ways[0], 'the first of ways')),
    ranking,
    chart:
      ranking && (await rankingBars(ranking.rows, regionName(region, c.get('language')), c.get('language'))),
    known: below.filter(({ adcode }) => known.has(adcode)),
    missing: below.filter(({ adcode }) => !known.has(adcode)),
    further: [...known].flatMap((adcode) => (adcode && !direct.has(adcode) ? (regionOf(adcode) ?? []) : [])),
  };
}

/** The regions below one as a ranking, and those of which there is no report. */
export function regionsBelowSection(c: ConsoleContext, below: Below, region: Region): Html {
  const language = c.get('language');
  const t = wordsOf(language);
  const { indicator, kind, measure, ranking, chart, known, missing, further } = below;
  const query = { indicator, region: region.adcode, kind, measure, year: ranking?.year };
  const title = html`<a href="${address('/ranking', query)}">${codeName(indicator, language)} ${t(kind)} ${ranking?.year ?? ''}</a>`;
  return html`<section id="below"><h2>${t('regionsBelow')} <span class="aside">${known.length} / ${
    known.length + missing.length
  }</span></h2>
<nav class="choices" aria-label="${t('indicators')}">${headlines.map(
    (code) =>
      html`<a href="${addressWith(c, {
        indicator: code,
      })}#below"${code === indicator ? html` aria-current="true"` : ''}>${codeName(code, language)}</a>`,
  )}</nav>
<div class="columns">${
    chart
      ? chartFigure(chart, t, {
          title,
          picture: { name: 'ranking', query: new URLSearchParams(address('', query).slice(1)) },
        })
      : html`<p class="empty">${t('noRankingBelow')}</p>`
  }
<div class="panel">${known.length > 0 ? html`<h3>${t('withReports')} ${known.length}</h3>${names(known, language)}` : ''}
${further.length > 0 ? html`<h3>${t('furtherDown')} ${further.length}</h3>${names(further, language)}` : ''}
${missing.length > 0 ? html`<h3>${t('withoutReports')} ${missing.length}</h3>${names(missing, language)}` : ''}</div></div></section>`;
}

function names(places: readonly Region[], language: Language): Html {
  const link = (place: Region) =>
    html`<a href="/regions/${place.adcode}">${regionName(place, language)}</a> `;
  const [shown, folded] = [places.slice(0, mostNames), places.slice(mostNames)];
  return html`<p class="names">${shown.map(link)}</p>${
    folded.length > 0
      ? html`<details><summary>+${folded.length}</summary><p class="names">${folded.map(link)}</p></details>`
      : ''
  }`;
}
