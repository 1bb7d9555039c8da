import { type Figure, NotFoundError, type ObservationRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { rowsOfFigure } from '../providers/quotes.ts';
import { regionName } from '../providers/regions.ts';
import { type Handler, inAddress } from '../route.ts';
import { address } from '../view/address.ts';
import { citeBox } from '../view/cite.ts';
import { figureRegion, figureWords } from '../view/figure-cells.ts';
import { period, time, value } from '../view/format.ts';
import { indicatorName } from '../view/indicators.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { chips, type Html, outside, page } from '../view/layout.ts';
import { shortId, wordsAddress } from '../view/observation-cells.ts';
import { reviewWords } from './review.ts';

/** One figure at its stable address: the value, the sentences of all reports that give it, how to cite it. */
export const figurePage: Handler = async (c, deps) => {
  const id = inAddress(c, 'id');
  const language = c.get('language');
  const t = wordsOf(language);
  const figure = await deps.store.figure(id);
  if (!figure) throw new NotFoundError(`Nobody gives the figure ${id} now.`, id);
  const [rows, detail] = await Promise.all([
    rowsOfFigure(deps, figure),
    deps.store.document(figure.chosen.document),
  ]);
  const chosen = rows.find((row) => row.id === figure.chosen.observation);
  const name = `${regionName(figure.region, language)} ${period(figure.period)} ${indicatorName(figure.indicator, language)}`;
  return page(c, {
    title: name,
    body: html`<p class="crumbs">${figureRegion(figure, language)} › <a href="${address('/series', {
      indicator: figure.indicator.code ?? figure.indicator.name,
      region: figure.region.adcode,
    })}">${indicatorName(figure.indicator, language)}</a></p>
<h1>${name} <span class="kind ${figure.kind}">${t(figure.kind)}</span></h1>
<p class="figure-value"><a class="number ${figure.kind}" href="${figureWords(figure)}">${value(
      figure,
      language,
    )}</a> ${figure.hedge ?? ''} ${chips([figure.scope, figure.basis, figure.commitment].filter((note) => note !== null))}</p>
<p class="quiet">${t('chosenBecause')}: ${wordFor(
      t,
      'because',
      figure.chosenBecause,
    )}. ${figure.documents} ${t('reportsGive')}, ${figure.texts} ${t(
      'independentTexts',
    )}${figure.conflict ? html` <span class="chip warn">${t('conflict')}</span>` : ''}</p>
<h2>${t('quote')}</h2>
${rows.map((row) => sentence(row, figure, t, language))}
${detail ? citeBox({ figure, sentence: chosen?.observation.sentence.text ?? figure.quote, version: detail.version, url: new URL(c.req.url), language, snapshot: time(detail.version.time, language) }) : ''}`,
  });
};

const sentence = (row: ObservationRow, figure: Figure, t: Words, language: Language): Html =>
  html`<div class="sample panel"><blockquote>${row.observation.sentence.text}</blockquote>
<p><a href="${wordsAddress(row)}">${row.report.title || t('report')}</a> ${
    row.id === figure.chosen.observation ? html`<span class="chip met">${t('chosenValue')}</span>` : ''
  } <span class="quiet">${outside(row.page)}</span></p>
<p>${
    row.review ? reviewWords(row.review, t, language) : ''
  } <a href="/documents/${row.document}/review?o=${shortId(row)}">${t('review')}</a></p></div>`;
