import type { SourceCheck } from '@zhibiao/runtime/check-source';
import { html } from 'hono/html';
import { type Language, wordFor, wordsOf } from './labels.ts';
import { type Html, outside } from './layout.ts';
import { said } from './message-words.ts';

/** So many links are shown of each kind; a portal has thousands. */
const most = 60;

/** What a crawl would follow from a start page, and why not the rest. */
export function checkWords(check: SourceCheck, language: Language): Html {
  const t = wordsOf(language);
  const { url, failure, articles, lists, leftOut, ms, robots } = check;
  if (failure)
    return html`<section class="panel"><h2>${outside(url)}</h2><p class="notice" role="alert">${t('checkFailed')}: ${said(
      failure,
      language,
    )}</p></section>`;
  return html`<section class="panel check"><h2>${outside(url)}</h2>
<p class="quiet">${t('answeredIn')} ${ms} ms</p>
${robots && !robots.allowed ? html`<p class="notice">${t('robotsForbids')}</p>` : ''}
${articles.length + lists.length === 0 ? html`<p class="notice">${t('nothingFollowed')}</p>` : ''}
${links(t('wouldFollow'), articles, true)}${links(t('followedLists'), lists, false)}
${
  leftOut.length === 0
    ? ''
    : html`<details><summary>${t('leftOutLinks')} ${leftOut.length}</summary><ul>${leftOut
        .slice(0, most)
        .map(
          ({ url: to, title, reason, detail }) =>
            html`<li>${outside(to, title || to)} <span class="chip">${wordFor(
              t,
              'leftOut',
              reason,
            )}</span> <span class="quiet">${detail ?? ''}</span></li>`,
        )}</ul></details>`
}</section>`;
}

const links = (heading: string, found: SourceCheck['articles'], open: boolean): Html =>
  found.length === 0
    ? html``
    : html`<details${open ? html` open` : ''}><summary>${heading} ${found.length}</summary><ul>${found
        .slice(0, most)
        .map(({ url, title }) => html`<li>${outside(url, title || url)}</li>`)}</ul></details>`;
