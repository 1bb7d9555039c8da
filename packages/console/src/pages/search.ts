import type { CountedIndicator } from '@zhibiao/store';
import { html } from 'hono/html';
import { answersTo } from '../providers/answer.ts';
import { readQuestion } from '../providers/question.ts';
import { findRegions, type Region, regionName, regionsLike } from '../providers/regions.ts';
import { searchTexts } from '../providers/search.ts';
import type { Handler } from '../route.ts';
import { address } from '../view/address.ts';
import { answerSection } from '../view/answer.ts';
import { codeName, findIndicators } from '../view/indicators.ts';
import { type Language, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { pager } from '../view/list.ts';
import { reportTitle } from '../view/report-name.ts';

/** One box over regions, indicators and texts; a region and an indicator together are answered at once. */
export const searchPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const words = (c.req.query('q') ?? '').trim().slice(0, 100);
  const question = readQuestion(words);
  const answers = await answersTo(deps, question);
  const exact = words ? findRegions(words) : [];
  const like = exact.length > 0 ? exact : regionsLike(words);
  const regions = like.length > 0 ? like : question.regions;
  const found = findIndicators(words);
  const indicators = found.length > 0 ? found : question.codes;
  const { rows: terms } = words ? await deps.store.indicators({ text: words, limit: 12 }) : { rows: [] };
  const texts = words ? await searchTexts(deps, words, c.req.query('after')) : null;
  const nothing = regions.length + indicators.length + terms.length + (texts?.rows.length ?? 0) === 0;
  return page(c, {
    title: words ? `${t('search')} ${words}` : t('search'),
    cite: words !== '',
    searches: true,
    body: html`<h1>${t('search')}</h1>
<form class="search-box" action="/search"><input type="search" name="q" value="${words}" aria-label="${t('searchAll')}" placeholder="${t('searchAll')}"><button class="main">${t('search')}</button></form>
${await answerSection(question, answers, language)}
${words && nothing ? html`<p class="empty">${t('none')}</p>` : ''}
${foundSection({ regions, indicators, terms }, language)}
${
  texts && (texts.tooShort || texts.rows.length > 0)
    ? html`<section><h2>${t('inTexts')}</h2>${texts.tooShort ? html`<p class="notice">${t('twoCharacters')}</p>` : ''}${texts.rows.map(
        ({ version, count, passages }) =>
          html`<div class="sample panel"><p><a href="/documents/${version.document}">${
            reportTitle(version.report, language) || t('report')
          }</a> <span class="quiet">${
            version.report.region ? regionName(version.report.region, language) : ''
          } ${version.report.year ?? ''} · ${count} ${t('times')}</span></p>${passages.map(
            (one) =>
              html`<p>${
                one.section.length > 0 ? html`<span class="quiet">${one.section.join(' › ')}</span><br>` : ''
              }${one.before}<b>${one.words}</b>${one.after}</p>`,
          )}</div>`,
      )}${pager(c, t, { ...texts, skipped: 0 })}</section>`
    : ''
}`,
  });
};

interface Found {
  readonly regions: readonly Region[];
  readonly indicators: readonly string[];
  readonly terms: readonly CountedIndicator[];
}

/** The regions and the indicators that the words may mean, beside each other. */
function foundSection({ regions, indicators, terms }: Found, language: Language): Html {
  const t = wordsOf(language);
  if (regions.length + indicators.length + terms.length === 0) return html``;
  const region = ({ fullName, adcode }: Region) =>
    html`<li><a href="/regions/${adcode}">${regionName(
      { name: fullName, adcode },
      language,
    )}</a> <span class="quiet">${language === 'en' ? fullName : ''} ${adcode}</span></li>`;
  const indicator = (code: string) =>
    html`<li><a href="/indicators/${code}">${codeName(code, language)}</a> <span class="quiet">${code}</span></li>`;
  const term = ({ code, name, figures }: CountedIndicator) =>
    html`<li><a href="${
      code ? `/indicators/${code}` : address('/series', { indicator: name })
    }">${name}</a> <span class="quiet">${figures} ${t('figuresCounted')}</span></li>`;
  return html`<div class="columns">
${regions.length > 0 ? html`<section><h2>${t('regions')}</h2><ul>${regions.slice(0, 30).map(region)}</ul></section>` : ''}
${
  indicators.length + terms.length > 0
    ? html`<section><h2>${t('indicators')}</h2><ul>${indicators
        .slice(0, 20)
        .map(indicator)}${terms.map(term)}</ul></section>`
    : ''
}
</div>`;
}
