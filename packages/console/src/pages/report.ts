import type { UsageError } from '@zhibiao/shared';
import { type DocumentDetail, NotFoundError, type OverrideRow } from '@zhibiao/store';
import { html } from 'hono/html';
import { faultNotice } from '../forms/fault.ts';
import { formField } from '../forms/fields.ts';
import type { Posted } from '../forms/posted.ts';
import { lastName } from '../forms/who.ts';
import { type ConsoleContext, type Handler, type HandlerDeps, inAddress } from '../route.ts';
import { postButton } from '../view/form.ts';
import { time } from '../view/format.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';

export const genres = ['work-report', 'communique', 'budget'] as const;

/** A whole report whose region, year or genre is put right, or which is left out. */
export const reportPage: Handler = async (c, deps) => showReport(c, await reportOf(c, deps));

/** @throws NotFoundError */
export async function reportOf(c: ConsoleContext, { store }: HandlerDeps): Promise<DocumentDetail> {
  const id = inAddress(c, 'id');
  const detail = await store.document(id);
  if (!detail) throw new NotFoundError(`There is no document ${id}.`, id);
  return detail;
}

/** @param given what was filled in, where it could not be taken */
export function showReport(
  c: ConsoleContext,
  { version, override }: DocumentDetail,
  { fault, posted }: { fault: UsageError | null; posted: Posted | null } = { fault: null, posted: null },
) {
  const language = c.get('language');
  const t = wordsOf(language);
  const { report, document } = version;
  const region = override?.region ?? report.region;
  const at = (name: string, value: string) => posted?.text(name) ?? value;
  const wrong = (name: string) => fault?.input === name;
  const read = (value: unknown) => html`${t('readAs')}: ${value ?? '–'}`;
  return page(
    c,
    {
      title: `${t('correctReport')}: ${report.title}`,
      body: html`<p class="crumbs"><a href="/documents/${document}">${report.title || t('report')}</a></p>
<h1>${t('correctReport')}</h1>
<p>${t('correctReportNote')}</p>
${override ? overrideNotice(override, document, t, language) : ''}${faultNotice(fault, c.get('language'))}
<form class="fields" method="post">
${formField({ name: 'by', label: t('yourName'), value: at('by', lastName(c)), required: true, wrong: wrong('by') })}
${formField({ name: 'note', label: t('note'), value: at('note', override?.note ?? ''), lines: 2, required: true, wrong: wrong('note') })}
<div class="field-grid">
${formField({
  name: 'region',
  label: t('region'),
  value: at('region', region?.adcode ?? region?.name ?? ''),
  wrong: wrong('region'),
  hint: read(report.region && `${report.region.name} ${report.region.adcode ?? ''}`),
})}
${formField({ name: 'year', label: t('delivered'), value: at('year', String(override?.year ?? report.year ?? '')), wrong: wrong('year'), hint: read(report.year) })}
${formField({ name: 'genre', label: t('genre'), value: at('genre', override?.genre ?? report.genre ?? ''), options: [['', '–'], ...genres.map((one) => [one, wordFor(t, 'genre', one)] as const)], hint: read(report.genre && wordFor(t, 'genre', report.genre)) })}
</div>
<p class="tools-line"><button class="main" name="act" value="correct">${t('correctIt')}</button> <button name="act" value="exclude">${t('excludeIt')}</button></p>
</form>`,
    },
    fault ? 400 : 200,
  );
}

/** What a person said of a whole report, and how to take it back. */
export function overrideNotice(
  { excluded, region, year, genre, by, at, note }: OverrideRow,
  document: string,
  t: Words,
  language: Language,
): Html {
  const said = [
    excluded ? t('excluded') : null,
    region && `${t('region')} ${region.name}`,
    year && `${t('delivered')} ${year}`,
    genre && wordFor(t, 'genre', genre),
  ].filter(Boolean);
  return html`<div class="notice"><span class="chip ${
    excluded ? 'wrong' : 'corrected'
  }">${said.join(' · ')}</span> ${by} · ${time(at, language)} · ${note} ${postButton(
    `/documents/${document}/report/restore`,
    t('takeBack'),
  )}</div>`;
}
