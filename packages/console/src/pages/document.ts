import type { Article } from '@zhibiao/shared';
import { type DocumentDetail, NotFoundError, type ReviewStanding, type TextCopy } from '@zhibiao/store';
import { html } from 'hono/html';
import { readArticle } from '../providers/article.ts';
import { readVersionNumber } from '../providers/filters.ts';
import { type Handler, inAddress } from '../route.ts';
import { articleText } from '../view/article-text.ts';
import { citeReport } from '../view/cite.ts';
import { time } from '../view/format.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { flagChips, outside, page } from '../view/layout.ts';
import { observationTable } from '../view/observation-table.ts';
import { textCopies } from '../view/text-copies.ts';
import { overrideNotice } from './report.ts';
import { reviewActions } from './reviews.ts';

/** The text on the left, what was read in it on the right; one click on a number shows its words. */
export const documentPage: Handler = async (c, { store, archive }) => {
  const id = inAddress(c, 'id');
  const detail = await store.document(id, { n: readVersionNumber(c, 'n') });
  if (!detail) throw new NotFoundError(`There is no document ${id} with that version.`, id);
  const article = await readArticle(archive, detail.version.article);
  const copies = await store.copiesOf(detail.version.page, archive);
  const language = c.get('language');
  const t = wordsOf(language);
  const { report } = detail.version;
  return page(c, {
    title: `${report.region?.name ?? ''} ${report.year ?? ''} ${report.title}`.trim(),
    wide: true,
    body: html`${head(detail, article, copies, new URL(c.req.url), language)}
<fieldset class="tabs"><legend class="visually-hidden">${t('textTab')} / ${t('dataTab')}</legend>
<label><input type="radio" class="visually-hidden" name="tab" id="tab-text" checked> ${t('textTab')}</label>
<label><input type="radio" class="visually-hidden" name="tab" id="tab-data"> ${t('dataTab')} ${
      detail.observations.length
    }</label></fieldset>
<div class="reader">
<section class="text" tabindex="0" aria-label="${t('text')}">${
      article ? articleText(article, detail, t) : html`<p class="notice">${t('articleMissing')}</p>`
    }</section>
<section class="data" tabindex="0" aria-label="${t('observations')}">${observationTable(detail, t, language)}</section>
</div>`,
  });
};

function head(
  { version, isHead, retired, reviews, override }: DocumentDetail,
  article: Article | null,
  copies: readonly TextCopy[],
  url: URL,
  language: Language,
) {
  const t = wordsOf(language);
  const { report, document, n } = version;
  const facts: [string, unknown][] = [
    [t('page'), outside(version.page)],
    [t('published'), article?.publishedAt?.slice(0, 16).replace('T', ' ')],
    [t('author'), article?.author],
    [t('origin'), article?.origin ?? article?.site],
    [t('crawledAt'), time(version.time, language)],
    [t('parser'), html`<span title="${version.parser}">${version.parser.slice(0, 24)}</span>`],
    [t('charset'), article ? `${article.charset.label} (${article.charset.reason})` : undefined],
    [t('parts'), article && article.parts.length > 1 ? article.parts.length : undefined],
  ];
  return html`<div class="head">
<h1>${report.title}</h1>
<p class="lead">${override?.region?.name ?? report.region?.name ?? '–'} · ${override?.year ?? report.year ?? report.deliveredAt ?? '–'}
 · <a href="/documents/${document}/history">${t('version')} ${n}</a>
 · <a href="/copies?document=${document}">${t('copies')}</a>
 · <a href="/documents/${document}/report">${t('correctReport')}</a>
 ${flagChips(t, [...new Set([...report.flags, ...(article?.flags ?? [])])])}
 ${isHead ? '' : html`<span class="notice">${t('notHead')} <a href="/documents/${document}">${t('toHead')}</a></span>`}
 ${retired ? html`<span class="notice">${t('retired')}</span>` : ''}</p>
<dl class="facts">${facts
    .filter(([, fact]) => fact !== undefined && fact !== null && fact !== '')
    .map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
${textCopies(copies, t, language)}${citeReport(version, { url, language, snapshot: time(version.time, language) })}
${override ? overrideNotice(override, document, t, language) : ''}${reviewsToLook(reviews, t)}
</div>`;
}

/** Reviews of what this version says otherwise or no longer: a person looks again. */
function reviewsToLook(reviews: readonly ReviewStanding[], t: Words) {
  if (reviews.length === 0) return '';
  return html`<div class="notice"><b>${t('reviewsToLook')}</b><ul>${reviews.map(
    (standing) =>
      html`<li>${wordFor(t, 'review', standing.review.verdict)}: <q>${
        standing.review.quote
      }</q> (${standing.review.by}) <span class="chip warn">${wordFor(
        t,
        'standing',
        standing.state,
      )}</span> ${reviewActions(standing, t, 'document')}</li>`,
  )}</ul></div>`;
}
