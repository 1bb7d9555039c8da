import { html } from 'hono/html';
import { regionName, regionOf } from '../providers/regions.ts';
import type { ConsoleContext } from '../route.ts';
import { codeName } from './indicators.ts';
import { wordsOf } from './labels.ts';
import type { Html } from './layout.ts';

/** The lines of a picture, each with a link that takes it away, and fields to put another region or indicator beside them. */
export function comparisonForm(c: ConsoleContext): Html {
  const language = c.get('language');
  const t = wordsOf(language);
  const url = new URL(c.req.url);
  const given = [...url.searchParams].filter(([, value]) => value !== '');
  const shown = given.filter(([name]) => name === 'region' || name === 'indicator');
  const label = (name: string, value: string) => {
    if (name === 'indicator') return codeName(value, language);
    const region = regionOf(value);
    return region ? regionName(region, language) : value;
  };
  const without = (name: string, value: string) =>
    `${url.pathname}?${new URLSearchParams(given.filter((pair) => pair[0] !== name || pair[1] !== value))}`;
  return html`<form class="filters" method="get" action="${url.pathname}">
${given.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<span>${shown.map(
    ([name, value]) =>
      html`<span class="chip">${label(name, value)} <a href="${without(
        name,
        value,
      )}" aria-label="${t('takeAway')} ${label(name, value)}">×</a></span> `,
  )}</span>
<label>${t('addRegion')}<input name="region" size="8" autocomplete="off"></label>
<label>${t('addIndicator')}<input name="indicator" size="12" list="indicator-names" autocomplete="off"></label>
<button>${t('add')}</button></form>`;
}
