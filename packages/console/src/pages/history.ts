import { type HistoryEntry, NotFoundError } from '@zhibiao/store';
import { html } from 'hono/html';
import { type Handler, inAddress } from '../route.ts';
import { time } from '../view/format.ts';
import { type Language, type Words, wordFor, wordsOf } from '../view/labels.ts';
import { page } from '../view/layout.ts';
import { type Column, table } from '../view/table.ts';

export const historyPage: Handler = async (c, { store }) => {
  const id = inAddress(c, 'id');
  const language = c.get('language');
  const t = wordsOf(language);
  const history = await store.history(id);
  const last = history.at(-1);
  if (!last) throw new NotFoundError(`Document ${id} has no visible version.`, id);
  const steps = history.map((entry, i) => ({ entry, before: history[i - 1]?.n ?? entry.n })).reverse();
  return page(c, {
    cite: true,
    title: `${t('history')} ${last.version.report.title}`,
    body: html`<h1>${t('history')}</h1>
<p class="lead"><a href="/documents/${id}">${last.version.report.title}</a></p>
${table({ caption: t('history'), columns: columnsOf(id, language, t), rows: steps })}`,
  });
};

interface Step {
  readonly entry: HistoryEntry;
  /** number of the version before it */
  readonly before: number;
}

const columnsOf = (id: string, language: Language, t: Words): Column<Step>[] => [
  {
    key: 'version',
    label: t('version'),
    kind: 'n',
    cell: ({ entry }) => html`<a href="/documents/${id}?n=${entry.n}">${entry.n}</a>`,
  },
  { key: 'since', label: t('since'), kind: 't', cell: ({ entry }) => time(entry.at, language) },
  {
    key: 'cause',
    label: t('cause'),
    cell: ({ entry }) =>
      html`${wordFor(t, 'cause', entry.cause)}${entry.by ? html` <span class="quiet">${t('by')} ${entry.by}</span>` : ''}`,
  },
  { key: 'count', label: t('count'), kind: 'n', cell: ({ entry }) => entry.version.count },
  { key: 'crawledAt', label: t('crawledAt'), kind: 't', cell: ({ entry }) => time(entry.time, language) },
  {
    key: 'parser',
    label: t('parser'),
    cell: ({ entry }) => html`<span title="${entry.parser}">${entry.parser.slice(0, 24)}</span>`,
  },
  {
    key: 'run',
    label: t('run'),
    cell: ({ entry }) => html`<a class="quiet" href="/runs/${entry.run}">${entry.run}</a>`,
  },
  {
    key: 'compare',
    label: t('compare'),
    quiet: true,
    cell: ({ entry, before }) =>
      before === entry.n
        ? ''
        : html`<a href="/documents/${id}/diff?from=${before}&amp;to=${entry.n}">${t('compare')}</a>`,
  },
];
