import type { FigurePromise } from '@zhibiao/store';
import { html } from 'hono/html';
import { seriesChart } from '../charts/series.ts';
import type { RegionAnswer } from '../providers/answer.ts';
import type { Question } from '../providers/question.ts';
import { regionName, regionsBelow } from '../providers/regions.ts';
import { address } from './address.ts';
import { chartFigure } from './chart.ts';
import { figureAddress, figureLink, figureWords } from './figure-cells.ts';
import { period } from './format.ts';
import { codeName } from './indicators.ts';
import { type Language, wordFor, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';
import { reasonWords } from './reasons.ts';
import { table } from './table.ts';

/** What is known of the regions and indicators that a search names: pictures, promises with their sentences, the ways on. */
export async function answerSection(
  question: Question,
  answers: readonly RegionAnswer[],
  language: Language,
): Promise<Html> {
  const t = wordsOf(language);
  if (answers.length === 0) return rankingLink(question, language);
  const lines = answers.flatMap((answer) => answer.lines);
  const [first] = lines;
  const same = lines.filter((line) => line.measure === first?.measure && line.unit === first?.unit);
  const pairs: [string, string][] = [
    ...question.codes.map((code) => ['indicator', code] as [string, string]),
    ...question.regions.map(({ adcode }) => ['region', adcode] as [string, string]),
  ];
  const several = new URLSearchParams(pairs);
  const chart = await seriesChart(same, language, answers.length > 1 ? 'full' : 'small');
  return html`<section class="panel answer"><h2>${t('answer')}</h2>
${answers.map((answer) => one(answer, question, language))}
${chartFigure(chart, t, {
  title: html`<a href="/series?${several}">${answers
    .map((one) => nameOf(one, language))
    .join(' · ')}</a> <span class="quiet">${first ? t(first.measure) : ''}</span>`,
  picture: { name: 'series', query: several },
})}</section>`;
}

const nameOf = ({ region, code }: RegionAnswer, language: Language) =>
  `${regionName(region, language)} ${codeName(code, language)}`;

function one(answer: RegionAnswer, { years }: Question, language: Language): Html {
  const t = wordsOf(language);
  const { region, code, promises } = answer;
  const at = { indicator: code, region: region.adcode };
  const [year] = years;
  return html`<h3>${nameOf(answer, language)} ${years.join(', ')}</h3>
${promises.length === 0 ? html`<p class="empty">${t('noPromiseKnown')}</p>` : promiseTable(answer, language)}
<p><a class="button" href="${address('/promises', at)}">${t('promises')}</a> <a class="button" href="${address(
    '/series',
    at,
  )}">${t('series')}</a> <a class="button" href="${address('/observations', { ...at, year })}">${t('observations')}</a>${
    regionsBelow(region.adcode).length > 0
      ? html` <a class="button" href="${address('/ranking', { ...at, kind: 'target', year })}">${t('ranking')}: ${t('regionsBelow')}</a>`
      : ''
  } <a class="button" href="/regions/${region.adcode}">${regionName(region, language)}</a></p>`;
}

function promiseTable(answer: RegionAnswer, language: Language): Html {
  const t = wordsOf(language);
  const words = (figure: FigurePromise['target']) =>
    html`<q><a class="quiet" href="${figureWords(figure)}">${answer.sentences.get(
      figure.id,
    )}</a></q> <a class="quiet nowrap" href="${figureAddress(figure)}">${t('cite')}</a>`;
  return table<FigurePromise>({
    caption: t('promises'),
    rows: answer.promises,
    columns: [
      { key: 'period', label: t('period'), kind: 't', cell: ({ target }) => period(target.period) },
      {
        key: 'target',
        label: t('targetHead'),
        kind: 'n',
        cell: ({ target }) => figureLink(target, language),
      },
      {
        key: 'actual',
        label: t('actualHead'),
        kind: 'n',
        cell: ({ actual }) => (actual ? figureLink(actual, language) : '–'),
      },
      { key: 'verdict', label: t('verdict'), cell: (promise) => verdictOf(promise, answer, language) },
      {
        key: 'quote',
        label: t('quote'),
        kind: 'long',
        cell: ({ target, actual }) => html`${words(target)}${actual ? html`<br>${words(actual)}` : ''}`,
      },
    ],
  });
}

function verdictOf(
  { verdict, judgement, target }: FigurePromise,
  answer: RegionAnswer,
  language: Language,
): Html {
  const t = wordsOf(language);
  const year = target.period?.end ?? 0;
  const why = judgement?.reason
    ? reasonWords(judgement.reason, language)
    : verdict === 'open'
      ? t(answer.withoutReport.has(year) ? 'nextReportMissing' : 'nextReportSilent')
      : '';
  return html`<span class="chip ${verdict}">${wordFor(t, 'verdict', verdict)}</span>${why ? html` <span class="quiet">${why}</span>` : ''}`;
}

/** An indicator without a region is ranked over all of them. */
function rankingLink({ codes, years, regions }: Question, language: Language): Html {
  const [code] = codes;
  const [year] = years;
  if (!code || !year || regions.length > 0) return html``;
  const t = wordsOf(language);
  return html`<p><a class="button" href="${address('/ranking', { indicator: code, year, kind: 'target' })}">${t('ranking')}: ${codeName(
    code,
    language,
  )} ${t('target')} ${year}</a> <a class="button" href="${address('/ranking', {
    indicator: code,
    year,
  })}">${t('ranking')}: ${codeName(code, language)} ${t('actual')} ${year}</a></p>`;
}
