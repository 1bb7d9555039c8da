import { type FigurePromise, mostCounted } from '@zhibiao/store';
import { html } from 'hono/html';
import { dumbbell } from '../charts/dumbbell.ts';
import { ask } from '../providers/asked.ts';
import { promiseQuery } from '../providers/figure-query.ts';
import { pageRows } from '../providers/sorted-figures.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { addressWith } from '../view/address.ts';
import { chartFigure } from '../view/chart.ts';
import { figureIndicator, figureLink, figureRegion } from '../view/figure-cells.ts';
import { figureForm } from '../view/figure-form.ts';
import { counted, difference, period } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { page, pager } from '../view/layout.ts';
import { reasonWords } from '../view/reasons.ts';
import { type Column, table } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

const verdicts = ['met', 'missed', 'cannot tell', 'open'] as const;

/** What was promised for a year beside what was reported of it. */
export const promisesPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const { answer, wrong } = await ask(async () => {
    const query = await promiseQuery(c, deps);
    const { verdict: _, after: __, ...all } = query;
    const [list, counts] = await Promise.all([
      deps.store.promiseList({ limit: pageRows, ...query }),
      deps.store.promiseCounts(all),
    ]);
    return { ...list, counts };
  });
  const asked = c.req.query('verdict');
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
    : html`<div class="tools-line">${verdicts.map((verdict) => html`<a class="chip ${verdict}" href="${addressWith(c, { verdict: asked === verdict ? null : verdict, after: null })}"${asked === verdict ? html` aria-current="true"` : ''}>${wordFor(t, 'verdict', verdict)} ${counted(answer.counts[verdict], mostCounted)}</a>`)}
<a href="${addressWith(c, { verdict: null, after: null })}">${t('all')}</a></div>
${chartFigure(await dumbbell(answer.rows, language), t)}
${answer.rows.length === 0 ? html`<p class="empty">${t('none')}</p>` : table({ caption: t('promises'), columns: columnsOf(c, t), rows: answer.rows, sortIn: c })}
${pager(c, t, answer.next, `${answer.rows.length} ${t('rowsShown')}`)}`
}`,
    },
    wrong ? 400 : 200,
  );
};

function columnsOf(c: ConsoleContext, t: Words): Column<FigurePromise>[] {
  const language = c.get('language');
  return [
    {
      key: 'region',
      label: t('region'),
      cell: ({ target }) => figureRegion(target, language),
      by: ({ target }) => target.region.adcode ?? target.region.name,
    },
    {
      key: 'period',
      label: t('period'),
      kind: 't',
      cell: ({ target }) => period(target.period),
      by: ({ target }) => target.period?.start ?? null,
    },
    {
      key: 'indicator',
      label: t('indicator'),
      cell: ({ target }) => figureIndicator(target, language),
      by: ({ target }) => target.indicator.code ?? target.indicator.name,
    },
    {
      key: 'target',
      label: t('target'),
      kind: 'n',
      cell: ({ target }) => figureLink(target, language),
      by: ({ target }) => target.value,
    },
    {
      key: 'actual',
      label: t('actual'),
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
        html`<span class="chip ${verdict}">${wordFor(t, 'verdict', verdict)}</span>${judgement?.reason ? html` <span class="quiet">${reasonWords(judgement.reason, language)}</span>` : ''}`,
      by: ({ verdict }) => verdict,
    },
  ];
}
