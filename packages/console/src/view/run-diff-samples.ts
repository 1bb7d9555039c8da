import type { Step } from '@zhibiao/parser';
import type { Observation } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { type DiffSample, indicatorKey, kindsOf, type ReprocessDiff } from '@zhibiao/store/reprocess';
import { html } from 'hono/html';
import type { ConsoleContext } from '../route.ts';
import { addressWith } from './address.ts';
import { exact, period, value } from './format.ts';
import { indicatorName } from './indicators.ts';
import { type Language, type Words, wordFor, wordsOf } from './labels.ts';
import { chips, type Html, outside } from './layout.ts';
import { kindWords } from './run-diff-tables.ts';

/** The samples of `?indicator=` and `?change=`, all of them where neither is asked for. */
export function chosenSamples(c: ConsoleContext, { samples }: ReprocessDiff): readonly DiffSample[] {
  const [indicator, change] = [c.req.query('indicator'), c.req.query('change')];
  return samples.filter(
    (sample) =>
      (!indicator ||
        indicatorKey(present(sample.after ?? sample.before, 'the after or the before').indicator) ===
          indicator) &&
      (!change || kindsOf(sample).some((kind) => kind === change)),
  );
}

/** Where in the samples one is, what they are of, and the way on. */
export function samplePager(
  c: ConsoleContext,
  chosen: readonly DiffSample[],
  { byIndicator }: ReprocessDiff,
  from: number,
  atOnce: number,
): Html {
  const language = c.get('language');
  const t = wordsOf(language);
  const [indicator, change] = [c.req.query('indicator'), c.req.query('change')];
  const row = byIndicator.find((one) => indicatorKey(one) === indicator);
  const to = Math.min(from + atOnce, chosen.length);
  const at = (place: number | null) =>
    `${addressWith(c, { after: place === null ? null : String(place) })}#samples`;
  return html`<div class="tools-line">${row ? html`<span class="chip">${indicatorName(row, language)}</span>` : ''}
${change ? html`<span class="chip">${kindWords(change as Parameters<typeof kindWords>[0], t)}</span>` : ''}
${
  indicator || change
    ? html`<a class="quiet" href="${addressWith(c, {
        indicator: null,
        change: null,
        after: null,
      })}#samples">${t('reset')}</a>`
    : ''
}
<span>${chosen.length === 0 ? t('none') : `${from + 1}–${to} / ${chosen.length}`}</span>
${from > 0 ? html`<a class="button" rel="prev" href="${at(Math.max(0, from - atOnce) || null)}">← ${t('previous')}</a>` : ''}
${to < chosen.length ? html`<a class="button" rel="next" href="${at(to)}">${t('next')} →</a>` : ''}</div>`;
}

/** One difference: what it was and what it is, the sentence, and the rules that fired. */
export function sampleCard(sample: DiffSample, steps: readonly Step[] | null, language: Language): Html {
  const t = wordsOf(language);
  const { kind, document, page, before, after } = sample;
  const shown = present(after ?? before, 'the after or the before');
  const kinds = kind === 'changed' ? kindsOf(sample).map((one) => kindWords(one, t)) : [];
  return html`<div class="sample panel">
<p><span class="chip ${kind === 'changed' ? '' : kind}">${t(kind)}</span> ${chips(kinds)} <a href="/documents/${document}">${
    shown.region.name || document
  }</a> <span class="quiet">${outside(page)}</span></p>
<p>${claim(before, language)} → ${claim(after, language)}</p>
<blockquote>${marked(shown)}</blockquote>
${rulesOf(sample, steps, t)}
</div>`;
}

function claim(o: Observation | null, language: Language): Html {
  if (o === null) return html`–`;
  const t = wordsOf(language);
  return html`<span class="number" title="${exact(o)}">${value(o, language)}</span> <span class="quiet">${indicatorName(
    o.indicator,
    language,
  )} ${t(o.kind)} ${t(o.measure)} ${period(o.period)}</span>`;
}

/** The sentence with the words of the number marked. */
function marked({ sentence, span }: Observation): Html {
  const [start, end] = [span.start - sentence.start, span.end - sentence.start];
  const { text } = sentence;
  if (start < 0 || end > text.length) return html`${text}`;
  return html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`;
}

function rulesOf({ after }: DiffSample, steps: readonly Step[] | null, t: Words): Html {
  if (!after) return html``;
  if (!steps) return html`<p class="quiet">${t('rulesUnknown')}</p>`;
  return html`<details class="rules"><summary>${t('rulesFired')}</summary><dl class="facts">${steps.map(
    ({ rule, took }) => html`<div><dt>${ruleWords(rule, t)}</dt><dd lang="zh-CN">${took}</dd></div>`,
  )}</dl></details>`;
}

/** A rule in the reader's language, with the name that the parser's sources have for its case. */
function ruleWords(rule: string, t: Words): Html {
  const [name = '', detail] = rule.split(': ');
  return html`${wordFor(t, 'rule', name)}${detail ? html` <span class="quiet" lang="en">${detail}</span>` : ''}`;
}
