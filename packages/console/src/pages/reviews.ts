import type { ReviewStanding } from '@zhibiao/store';
import { html } from 'hono/html';
import { listingOf, readListing } from '../providers/listing.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { postButton } from '../view/form.ts';
import { time } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import type { Column } from '../view/table.ts';
import { claimWords } from './review.ts';

const most = 500;

/** What people said of observations; first of all those where a person has to look again. */
export const reviewsPage: Handler = async (c, { store }) => {
  const t = wordsOf(c.get('language'));
  const open = c.req.query('open') === 'true';
  const all = await store.reviewStandings(await store.reviews({ limit: most }));
  const shown = open ? all.filter(({ state }) => state !== 'holds') : all;
  const waiting = all.filter(({ state }) => state !== 'holds').length;
  const columns = columnsOf(c, t);
  const listed = await readListing(c, listingOf(shown), columns);
  return page(c, {
    title: t('reviews'),
    body: html`<h1>${t('reviews')}</h1>
<p>${t('reviewNote')}</p>
<p class="tools-line"><a href="/reviews"${
      open ? '' : html` aria-current="page"`
    }>${t('all')} ${all.length}</a> <a href="/reviews?open=true"${
      open ? html` aria-current="page"` : ''
    }>${t('reviewsToLook')} ${waiting}</a></p>
${list(c, { caption: t('reviews'), columns, shown: listed, empty: t(open ? 'allHold' : 'noReviews') })}`,
  });
};

function columnsOf(c: ConsoleContext, t: Words): Column<ReviewStanding>[] {
  const language = c.get('language');
  return [
    {
      key: 'verdict',
      label: t('verdict'),
      cell: ({ review }) =>
        html`<span class="chip nowrap ${review.verdict}">${wordFor(t, 'review', review.verdict)}</span>`,
      by: ({ review }) => review.verdict,
    },
    {
      key: 'quote',
      label: t('quote'),
      kind: 'long',
      cell: ({ review }) =>
        html`<a href="/documents/${review.document}#o-${review.id}"><q>${review.quote}</q></a><br><span class="quiet">${review.sentence.slice(
          0,
          120,
        )}</span>`,
    },
    {
      key: 'state',
      label: t('standing'),
      cell: (standing) => standingWords(standing, t, language),
      by: ({ state }) => state,
    },
    { key: 'by', label: t('yourName'), cell: ({ review }) => review.by, by: ({ review }) => review.by },
    { key: 'note', label: t('note'), kind: 'long', cell: ({ review }) => review.note },
    {
      key: 'time',
      label: t('time'),
      kind: 't',
      cell: ({ review }) => time(review.at, language),
      by: ({ review }) => review.at,
    },
    {
      key: 'actions',
      label: t('actions'),
      quiet: true,
      cell: (standing) => reviewActions(standing, t, 'list'),
    },
  ];
}

function standingWords(
  { state, row }: ReviewStanding,
  t: Words,
  language: ConsoleContext['var']['language'],
): Html {
  const kind = state === 'holds' ? 'done' : 'warn';
  return html`<span class="chip nowrap ${kind}">${wordFor(t, 'standing', state)}</span>${
    state === 'changed' && row
      ? html`<div class="quiet">${t('nowRead')}: ${claimWords(row.observation, t, language)}</div>`
      : ''
  }`;
}

/** Look again, where there is something to look at; take it back. */
export function reviewActions(
  { review, state, row }: ReviewStanding,
  t: Words,
  back: 'list' | 'document',
): Html {
  const suffix = (id: string) => id.slice(review.document.length + 1);
  return html`${
    state === 'changed' && row
      ? html`<a class="button" href="/documents/${review.document}/review?o=${suffix(row.id)}">${t('lookAgain')}</a> `
      : ''
  }${postButton(`/documents/${review.document}/review/remove?o=${suffix(review.id)}&back=${back}`, t('takeBack'))}`;
}
