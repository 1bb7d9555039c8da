import type { TextCopy } from '@zhibiao/store';
import { html } from 'hono/html';
import { time } from './format.ts';
import type { Language, Words } from './labels.ts';
import { type Html, outside } from './layout.ts';

/** The other addresses of a text, folded away: how many, and where, when and under which title each stands. */
export function textCopies(copies: readonly TextCopy[], t: Words, language: Language): Html {
  if (copies.length === 0) return html``;
  return html`<details class="copies"><summary>${t('otherAddresses')} ${copies.length}</summary>
<ul>${copies.map((copy) => html`<li>${line(copy, t, language)}</li>`)}</ul></details>`;
}

function line(copy: TextCopy, t: Words, language: Language): Html {
  const facts = [
    copy.source,
    copy.publishedAt?.slice(0, 16).replace('T', ' '),
    copy.distance > 0 ? t('nearlySame') : null,
    copy.deletedAt === null ? null : `${t('gone')} ${time(copy.deletedAt, language)}`,
  ].filter(Boolean);
  const [document] = copy.documents;
  const title = copy.title ?? copy.page;
  return html`${document ? html`<a href="/documents/${document}">${title}</a>` : title}
 <span class="quiet">${outside(copy.address)}${facts.map((fact) => ` · ${fact}`)}</span>`;
}
