import type { PromiseKept } from '@zhibiao/store';
import { html } from 'hono/html';
import { dumbbell } from '../charts/dumbbell.ts';
import { ask } from '../providers/asked.ts';
import { figureQuery } from '../providers/figure-query.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { addressWith } from '../view/address.ts';
import { chartFigure } from '../view/chart.ts';
import { figureForm } from '../view/figure-form.ts';
import { difference, period } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { chips, page } from '../view/layout.ts';
import { indicatorLink, numberLink, regionLink } from '../view/observation-cells.ts';
import { type Column, table } from '../view/table.ts';
import { wrongNotice } from '../view/wrong.ts';

const verdicts = ['met', 'missed', 'cannot tell'] as const;

/** What was promised for a year beside what was reported of it. */
export const promisesPage: Handler = async (c, deps) => {
  const language = c.get('language');
  const t = wordsOf(language);
  const { answer, wrong } = await ask(async () => deps.store.promises(await figureQuery(c, deps)));
  const all = answer ?? [];
  const open = c.req.query('open') === 'true';
  const asked = c.req.query('verdict');
  const judged = open ? all : all.filter((promise) => promise.actual !== null);
  const shown = asked ? judged.filter(({ judgement }) => judgement?.verdict === asked) : judged;
  const count = (verdict: string) => judged.filter(({ judgement }) => judgement?.verdict === verdict).length;
  return page(
    c,
    {
      title: t('promises'),
      body: html`<h1>${t('promises')}</h1>
${figureForm(c, ['open'], wrong?.name)}${wrongNotice(c, wrong)}
${
  answer === null
    ? ''
    : html`<div class="tools-line">${verdicts.map((verdict) => html`<a class="chip ${verdict}" href="${addressWith(c, { verdict: asked === verdict ? null : verdict })}"${asked === verdict ? html` aria-current="true"` : ''}>${wordFor(t, 'verdict', verdict)} ${count(verdict)}</a>`)}
<a class="quiet" href="${addressWith(c, { open: open ? null : 'true' })}">${t('withoutResult')} ${all.filter((p) => p.actual === null).length}</a></div>
${chartFigure(await dumbbell(shown.slice(0, mostDrawn), language), t)}
${shown.length === 0 ? html`<p class="empty">${t('none')}</p>` : table({ caption: t('promises'), columns: columnsOf(c, t), rows: shown.slice(0, mostRows), sortIn: c })}
${shown.length > mostRows ? html`<p class="notice">${t('narrow')} (${mostRows} / ${shown.length})</p>` : ''}`
}`,
    },
    wrong ? 400 : 200,
  );
};

const mostRows = 200;
const mostDrawn = 60;

function columnsOf(c: ConsoleContext, t: Words): Column<PromiseKept>[] {
  const language = c.get('language');
  const o = ({ target }: PromiseKept) => target.observation;
  return [
    {
      key: 'region',
      label: t('region'),
      cell: ({ target }) => regionLink(target, language),
      by: (p) => o(p).region.adcode ?? o(p).region.name,
    },
    {
      key: 'period',
      label: t('period'),
      kind: 't',
      cell: (p) => period(o(p).period),
      by: (p) => o(p).period?.start ?? null,
    },
    {
      key: 'indicator',
      label: t('indicator'),
      cell: (p) =>
        html`${indicatorLink(p.target, language)} ${chips([o(p).scope, o(p).commitment].filter((note) => note !== null))}`,
      by: (p) => o(p).indicator.code ?? o(p).indicator.name,
    },
    {
      key: 'target',
      label: t('target'),
      kind: 'n',
      cell: ({ target }) => numberLink(target, language),
      by: (p) => o(p).value,
    },
    {
      key: 'actual',
      label: t('actual'),
      kind: 'n',
      cell: ({ actual }) => (actual ? numberLink(actual, language) : '–'),
      by: ({ actual }) => actual?.observation.value ?? null,
    },
    {
      key: 'difference',
      label: t('difference'),
      kind: 'n',
      cell: (p) => difference(o(p), p.judgement?.difference ?? null, language),
      by: ({ judgement }) => judgement?.difference ?? null,
    },
    {
      key: 'verdict',
      label: t('verdict'),
      cell: ({ judgement }) =>
        judgement
          ? html`<span class="chip ${judgement.verdict}" title="${judgement.reason ?? ''}">${wordFor(t, 'verdict', judgement.verdict)}</span>`
          : '–',
      by: ({ judgement }) => judgement?.verdict ?? null,
    },
  ];
}
