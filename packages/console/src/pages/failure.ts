import { answerTo, type FailedAnswer } from '@zhibiao/runtime/failed-answer';
import { NotFoundError } from '@zhibiao/store';
import { html } from 'hono/html';
import { type Handler, inAddress } from '../route.ts';
import { adviceFor, messageFold, statusWords } from '../view/failure-words.ts';
import { postButton } from '../view/form.ts';
import { time } from '../view/format.ts';
import { type Language, wordFor, wordsOf } from '../view/labels.ts';
import { type Content, type Html, outside, page } from '../view/layout.ts';

/** One input that failed: why, what the server had answered, what to do, and to try it again. */
export const failurePage: Handler = async (c, { store, archive }) => {
  const id = inAddress(c, 'id');
  const language = c.get('language');
  const t = wordsOf(language);
  const record = await store.tables.quarantine.get(id);
  if (!record) throw new NotFoundError(`There is no quarantine record ${id}.`, id);
  const [answer, known] = await Promise.all([answerTo(archive, record), store.getPage(record.input)]);
  const facts: [string, Content][] = [
    [t('time'), time(record.time, language)],
    [t('stage'), wordFor(t, 'stage', record.stage)],
    [t('run'), html`<a href="/runs/${record.run}">${record.run}</a>`],
    [t('source'), record.source ? html`<a href="/sources/${record.source}">${record.source}</a>` : '–'],
    ...(known?.failures ? ([[t('failuresInARow'), known.failures]] as [string, Content][]) : []),
    ...(known?.fetchedAt ? ([[t('lastRead'), time(known.fetchedAt, language)]] as [string, Content][]) : []),
  ];
  return page(c, {
    title: `${t('failures')} ${record.input}`,
    body: html`<p class="crumbs"><a href="/quarantine">${t('quarantine')}</a></p>
<h1>${wordFor(t, 'error', record.error)}</h1>
<p class="long">${outside(record.input)}</p>
<dl class="facts">${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
<div class="columns"><section class="panel"><h2>${t('whatToDo')}</h2><p>${adviceFor(record.error, t)}</p>
${
  record.resolvedAt === null
    ? postButton(`/quarantine/${encodeURIComponent(id)}/retry`, t('tryAgain'))
    : html`<p class="quiet">${t('resolved')} ${time(record.resolvedAt, language)}</p>`
}
${messageFold(record, language)}</section>
<section class="panel"><h2>${t('serverAnswered')}</h2>${
      answer ? answerView(answer, record.input, language) : html`<p class="quiet">${t('noAnswerKept')}</p>`
    }</section></div>`,
  });
};

function answerView(
  { status, finalUrl, headers, words, at }: FailedAnswer,
  input: string,
  language: Language,
): Html {
  const t = wordsOf(language);
  return html`<p><strong>${statusWords(status, t)}</strong> ${at === null ? '' : html`<span class="quiet">${time(at, language)}</span>`}</p>
${finalUrl === input ? '' : html`<p class="long">${t('redirectedTo')} ${outside(finalUrl)}</p>`}
<dl class="facts">${headers.map(([name, value]) => html`<div><dt lang="en">${name}</dt><dd lang="en">${value}</dd></div>`)}</dl>
${words ? html`<h3>${t('firstWords')}</h3><blockquote>${words}</blockquote>` : html`<p class="quiet">${t('emptyBody')}</p>`}`;
}
