import { html } from 'hono/html';
import type { Wrong } from '../providers/asked.ts';
import { regionName } from '../providers/regions.ts';
import type { ConsoleContext } from '../route.ts';
import { addressWith } from './address.ts';
import { wordsOf } from './labels.ts';
import type { Html } from './layout.ts';
import { said } from './message-words.ts';

/** What is wrong with a filter, in the reader's language; what may have been meant as links. */
export function wrongNotice(c: ConsoleContext, wrong: Wrong | null): Html {
  if (!wrong) return html``;
  const language = c.get('language');
  const t = wordsOf(language);
  return html`<div class="notice" role="alert">${t(wrong.word)} ${
    wrong.word === 'wrongFilter' ? said(wrong.message, language) : ''
  }${
    wrong.candidates.length > 0
      ? html`<ul>${wrong.candidates
          .slice(0, 40)
          .map(
            (region) =>
              html`<li><a href="${addressWith(c, { region: region.adcode })}">${regionName(
                { name: region.fullName, adcode: region.adcode },
                language,
              )}${language === 'en' ? ` ${region.fullName}` : ''} ${region.adcode}</a></li>`,
          )}</ul>`
      : ''
  }</div>`;
}
