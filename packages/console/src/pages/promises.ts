import { type FigurePromise, mostCounted } from '@zhibiao/store';
import { html } from 'hono/html';
import { dumbbell } from '../charts/dumbbell.ts';
import { ask } from '../providers/asked.ts';
import { readListing } from '../providers/listing.ts';
import { readPromises, verdicts } from '../providers/promises.ts';
import type { Handler } from '../route.ts';
import { addressWith, queryWithout } from '../view/address.ts';
import { chartFigure } from '../view/chart.ts';
import { figureLink } from '../view/figure-cells.ts';
import { figureColumns } from '../view/figure-columns.ts';
import { figureForm } from '../view/figure-form.ts';
import { counted, difference } from '../view/format.ts';
import { type Language, wordFor, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import { reasonWords } from '../view/reasons.ts';
import type { Column } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

/** What was promised for a year beside what was reported of it; those with a result first. */
export const promisesPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const columns = columnsOf(language);
  const { answer, wrong } = await ask(async () => {
    const { listing, counts } = await readPromises(c, deps);
    return { shown: await readListing(c, listing, columns), counts };
  });
  const asked = c.req.query('verdict');
  const only = (verdict: string | null) => addressWith(c, { verdict, after: null, skip: null });
  const picture = { name: 'promises' as const, query: queryWithout(c, ['sort', 'col', 'lang']) };
  return page(
    c,
    {
      title: t('promises'),
      cite: true,
      body: html`<h1>${t('promises')}</h1>
${figureForm(c, ['measure'], wrong?.name)}${wrongNotice(c, wrong)}
${
  answer === null
    ? ''
    : html`<nav class="choices" aria-label="${t('verdict')}"><a href="${only(null)}"${
        asked ? '' : html` aria-current="true"`
      }>${t('all')}</a>${verdicts.map(
        (verdict) =>
          html`<a href="${only(verdict)}"${
            asked === verdict ? html` aria-current="true"` : ''
          }>${wordFor(t, 'verdict', verdict)} <b>${counted(answer.counts[verdict], mostCounted)}</b></a>`,
      )}</nav>
${chartFigure(await dumbbell(answer.shown.rows, language), t, { picture })}
${list(c, { caption: t('promises'), columns, shown: answer.shown, empty: t('none') })}`
}`,
    },
    wrong ? 400 : 200,
  );
};

function columnsOf(language: Language): Column<FigurePromise>[] {
  const t = wordsOf(language);
  const of = figureColumns(({ target }: FigurePromise) => target, language);
  return [
    of.region,
    of.period,
    of.indicator,
    of.code,
    of.other,
    of.measure,
    { ...of.value, key: 'target', label: t('targetHead') },
    {
      key: 'actual',
      label: t('actualHead'),
      kind: 'n',
      cell: ({ actual }) => (actual ? figureLink(actual, language) : '–'),
      by: ({ actual }) => actual?.value ?? null,
    },
    {
      key: 'difference',
      label: t('difference'),
      kind: 'n',
      cell: ({ target, judgement }) => difference(target, judgement?.difference ?? null, language),
      by: ({ judgement }) => judgement?.difference ?? null,
    },
    {
      key: 'verdict',
      label: t('verdict'),
      cell: ({ verdict, judgement }) =>
        html`<span class="chip ${verdict}">${wordFor(t, 'verdict', verdict)}</span>${
          judgement?.reason
            ? html` <span class="quiet">${reasonWords(judgement.reason, language)}</span>`
            : ''
        }`,
      by: ({ verdict }) => verdicts.indexOf(verdict),
    },
    { ...of.quote, spare: true },
    { ...of.report, spare: true },
  ];
}
