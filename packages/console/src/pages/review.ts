import type { UsageError } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { NotFoundError, type ObservationRow, type ReviewRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { correctionFields } from '../forms/correction.ts';
import { faultNotice } from '../forms/fault.ts';
import { formField } from '../forms/fields.ts';
import type { Posted } from '../forms/posted.ts';
import { lastName } from '../forms/who.ts';
import { type ConsoleContext, type Handler, type HandlerDeps, inAddress } from '../route.ts';
import { postButton } from '../view/form.ts';
import { period, time, value } from '../view/format.ts';
import { codeName, indicatorCodes, indicatorName } from '../view/indicators.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { shortId } from '../view/observation-cells.ts';

/** One observation beside its sentence, to be checked, found wrong or corrected. */
export const reviewPage: Handler = async (c, deps) => showReview(c, await reviewed(c, deps));

/** An observation of a document that readers see: `?o=` names it. */
export interface Reviewed {
  readonly document: string;
  readonly title: string;
  readonly row: ObservationRow;
}

/** @throws NotFoundError */
export async function reviewed(c: ConsoleContext, { store }: HandlerDeps): Promise<Reviewed> {
  const document = inAddress(c, 'id');
  const observation = `${document}-${c.req.query('o') ?? ''}`;
  const detail = await store.document(document);
  const row = detail?.observations.find(({ id }) => id === observation);
  if (!detail || !row)
    throw new NotFoundError(`Document ${document} has no observation ${observation} now.`, observation);
  return { document, title: detail.version.report.title, row };
}

/** @param given what was filled in, where it could not be taken */
export function showReview(
  c: ConsoleContext,
  { document, title, row }: Reviewed,
  { fault, posted }: { fault: UsageError | null; posted: Posted | null } = { fault: null, posted: null },
) {
  const language = c.get('language');
  const t = wordsOf(language);
  const o = row.observation;
  const read = row.read ?? o;
  const { review } = row;
  return page(
    c,
    {
      title: `${t('review')}: ${indicatorName(o.indicator, language)}`,
      body: html`<p class="crumbs"><a href="/documents/${document}#o-${row.id}">${title || t('report')}</a></p>
<h1>${indicatorName(o.indicator, language)} ${period(o.period)} <span class="number ${o.kind}">${value(o, language)}</span></h1>
<blockquote>${sentenceWithMark(row)}</blockquote>
${row.read ? html`<p class="quiet">${t('readAs')}: ${claimWords(read, t, language)}</p>` : ''}
${
  review
    ? html`<div class="notice">${reviewWords(review, t, language)} ${postButton(
        `/documents/${document}/review/remove?o=${shortId(row)}`,
        t('takeBack'),
      )}</div>`
    : ''
}
${faultNotice(fault, c.get('language'))}
<form class="fields" method="post">
<p>${t('reviewNote')}</p>
${formField({ name: 'by', label: t('yourName'), value: posted?.text('by') ?? lastName(c), required: true, wrong: fault?.input === 'by' })}
${formField({ name: 'note', label: t('note'), value: posted?.text('note') ?? review?.note ?? '', lines: 2 })}
<p class="tools-line"><button class="main" name="verdict" value="checked">${t('markChecked')}</button> <button name="verdict" value="wrong">${t('markWrong')}</button></p>
<fieldset class="panel"><legend>${t('correctFields')}</legend>
${correctionForm(read, row, posted, fault, t, language)}
<p><button name="verdict" value="corrected">${t('markCorrected')}</button></p></fieldset>
</form>`,
    },
    fault ? 400 : 200,
  );
}

function sentenceWithMark({ observation: { sentence, span, kind } }: ObservationRow): Html {
  const [start, end] = [span.start - sentence.start, span.end - sentence.start];
  const { text } = sentence;
  return html`${text.slice(0, start)}<mark class="${kind}">${text.slice(start, end)}</mark>${text.slice(end)}`;
}

/** A claim in one line. */
export const claimWords = (o: ObservationRow['observation'], t: Words, language: Language): string =>
  [
    o.region.name,
    period(o.period),
    t(o.kind),
    indicatorName(o.indicator, language),
    t(o.measure),
    value(o, language),
    o.scope,
    o.basis,
  ]
    .filter(Boolean)
    .join(' · ');

/** Who said what of an observation, when and why. */
export const reviewWords = (
  { verdict, by, at, note }: Pick<ReviewRow, 'verdict' | 'by' | 'at' | 'note'>,
  t: Words,
  language: Language,
): Html =>
  html`<span class="chip ${verdict}">${wordFor(t, 'review', verdict)}</span> ${by} · ${time(at, language)}${note ? html` · ${note}` : ''}`;

function correctionForm(
  read: ObservationRow['observation'],
  row: ObservationRow,
  posted: Posted | null,
  fault: UsageError | null,
  t: Words,
  language: Language,
): Html {
  const now = correctionFields(row.observation);
  const at = (name: string) => posted?.text(name) ?? present(now[name], 'now at name');
  const before = correctionFields(read);
  const text = (name: string, label: string, more: object = {}) => {
    const was = before[name] === now[name] ? '' : html`${t('readAs')}: ${before[name] || '–'}`;
    return formField({ name, label, value: at(name), wrong: fault?.input === name, hint: was, ...more });
  };
  const choice = (name: string, label: string, values: readonly string[], words: (value: string) => string) =>
    text(name, label, { options: values.map((one) => [one, words(one)] as const) });
  const own = (word: string) => t(word as 'actual');
  return html`<div class="field-grid">
${text('indicator', t('indicatorFilter'), { list: 'indicator-names' })}
${text('value', t('value'), { hint: t('amountHint') })}
${text('valueTo', t('upperEnd'))}
${text('unit', t('unit'))}
${choice('bound', t('bound'), ['=', '~', '>=', '<='], (one) => wordFor(t, 'bound', one))}
${choice('measure', t('measure'), ['level', 'growth', 'change', 'rank', 'gap'], own)}
${choice('kind', t('kind'), ['actual', 'target'], own)}
${text('region', t('region'))}
${text('from', t('fromYear'), { wrong: fault?.input === 'year' })}
${text('to', t('toYear'))}
${text('scope', t('scope'))}
${text('basis', t('basis'))}
</div><datalist id="indicator-names">${indicatorCodes.map(
    (code) => html`<option value="${code}">${codeName(code, language)}</option>`,
  )}</datalist>`;
}
