import type { RunHost } from '@zhibiao/runtime/runs/hosts';
import { html } from 'hono/html';
import { statusWords } from './failure-words.ts';
import { duration, time } from './format.ts';
import { type Language, wordFor, wordsOf } from './labels.ts';
import type { Content, Html } from './layout.ts';
import { type Column, table } from './table.ts';

/** How each host of a run stands now, and what its requests came to. */
export function hostTable(hosts: readonly RunHost[], now: number, language: Language, live: boolean): Html {
  const t = wordsOf(language);
  const count = (value: (host: RunHost) => number) => (host: RunHost) => value(host);
  const columns: Column<RunHost>[] = [
    { key: 'host', label: t('host'), kind: 'long', cell: ({ host }) => host },
    { key: 'state', label: t('state'), cell: (host) => stateOf(host) },
    { key: 'underWay', label: t('underWay'), kind: 'n', cell: count(({ underWay }) => underWay) },
    { key: 'waiting', label: t('inLine'), kind: 'n', cell: count(({ waiting }) => waiting) },
    { key: 'delay', label: t('delay'), cell: (host) => delayOf(host) },
    { key: 'requests', label: t('requests'), kind: 'n', cell: count(({ note }) => note?.requests ?? 0) },
    { key: 'failed', label: t('failed'), kind: 'n', cell: count(({ note }) => note?.failed ?? 0) },
    {
      key: 'took',
      label: t('took'),
      kind: 'n',
      cell: ({ note }) => (note ? duration(note.ms / Math.max(note.requests, 1), language) : '–'),
    },
    {
      key: 'last',
      label: t('lastAnswer'),
      cell: ({ note }) =>
        note
          ? html`${answerWords(note.answer)}<br><span class="quiet">${time(note.at, language)}</span>`
          : '–',
    },
  ];

  function stateOf({ robots, penaltyUntil, nextAt, underWay }: RunHost): Content {
    if (robots?.kind === 'unavailable') return html`<span class="chip warn nowrap">${t('robotsAway')}</span>`;
    if (penaltyUntil)
      return html`<span class="chip warn">${t('leftAlone')} ${duration(penaltyUntil - now, language)}</span>`;
    if (nextAt && live)
      return html`<span class="nowrap">${t('nextIn')} ${duration(nextAt - now, language)}</span>`;
    return underWay > 0 ? t('beingAsked') : t('free');
  }

  function delayOf({ delayMs, robots }: RunHost): Content {
    const asked = robots?.kind === 'rules' ? robots.crawlDelayMs : null;
    const robotsWords =
      asked === null ? '' : html`<br><span class="quiet">robots.txt ${duration(asked, language)}</span>`;
    return html`${delayMs === null ? '–' : duration(delayMs, language)}${robotsWords}`;
  }

  const answerWords = (answer: string) =>
    /^\d+$/.test(answer) ? statusWords(Number(answer), t) : wordFor(t, 'error', answer);

  return table({ caption: t('hosts'), columns, rows: hosts, live });
}
