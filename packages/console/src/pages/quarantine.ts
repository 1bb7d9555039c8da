import type { QuarantineRecord } from '@zhibiao/shared';
import { html } from 'hono/html';
import { listingOf, readListing } from '../providers/listing.ts';
import type { ConsoleContext, Handler } from '../route.ts';
import { addressWith } from '../view/address.ts';
import { adviceFor, failureWords } from '../view/failure-words.ts';
import { postButton } from '../view/form.ts';
import { time } from '../view/format.ts';
import { type Words, wordFor, wordsOf } from '../view/labels.ts';
import { outside, page } from '../view/layout.ts';
import { list } from '../view/list.ts';
import type { Column } from '../view/table.ts';

const mostRecords = 1_000;

export const quarantinePage: Handler = async (c, { store }) => {
  const t = wordsOf(c.get('language'));
  const resolved = c.req.query('resolved') === 'true';
  const run = c.req.query('run') || undefined;
  const error = c.req.query('error') || undefined;
  const records = await store.listQuarantine({
    resolved,
    ...(run ? { run } : {}),
    ...(error ? { error } : {}),
    limit: mostRecords,
  });
  const columns = columnsOf(c, t);
  const shown = await readListing(c, listingOf(records, mostRecords), columns);
  const open = records.filter((record) => record.resolvedAt === null);
  const query = run ? `?run=${encodeURIComponent(run)}` : '';
  return page(c, {
    title: t('quarantine'),
    body: html`<h1>${t('quarantine')}</h1>
<div class="tools-line">${
      open.length > 0 && !error
        ? postButton(`/quarantine/retry${query}`, `${t('retryAll')} (${open.length})`, {
            confirm: `${t('retryAll')}?`,
          })
        : ''
    }
${run ? html`<span class="chip">${t('run')} ${run}</span> <a class="quiet" href="${addressWith(c, { run: null })}">${t('reset')}</a>` : ''}
${
  error
    ? html`<span class="chip">${wordFor(
        t,
        'error',
        error,
      )}</span> <a class="quiet" href="${addressWith(c, { error: null })}">${t('reset')}</a>`
    : ''
}
<a class="quiet" href="${addressWith(c, { resolved: resolved ? null : 'true' })}">${t(resolved ? 'hideResolved' : 'showResolved')}</a></div>
${list(c, { caption: t('quarantine'), columns, shown, empty: t('quarantineEmpty'), row: ({ id }) => ({ id: `q-${id}` }) })}`,
  });
};

function columnsOf(c: ConsoleContext, t: Words): Column<QuarantineRecord>[] {
  const language = c.get('language');
  return [
    { key: 'time', label: t('time'), kind: 't', cell: (r) => time(r.time, language), by: (r) => r.time },
    { key: 'stage', label: t('stage'), cell: (r) => wordFor(t, 'stage', r.stage), by: (r) => r.stage },
    {
      key: 'input',
      label: t('input'),
      kind: 'long',
      cell: (r) =>
        html`${outside(r.input)}${r.source ? html`<br><span class="quiet">${r.source}</span>` : ''}`,
      by: (r) => r.input,
    },
    {
      key: 'reason',
      label: t('reason'),
      cell: (r) =>
        html`${failureWords(r, language)}<span class="quiet">${adviceFor(
          r.error,
          t,
        )}</span> <a href="/quarantine/${encodeURIComponent(r.id)}">${t('details')}</a>`,
      by: (r) => r.error,
    },
    {
      key: 'run',
      label: t('run'),
      cell: (r) => html`<a class="quiet" href="/runs/${r.run}">${r.run}</a>`,
      by: (r) => r.run,
    },
    {
      key: 'retry',
      label: t('actions'),
      quiet: true,
      cell: (r) =>
        r.resolvedAt === null
          ? postButton(`/quarantine/${encodeURIComponent(r.id)}/retry`, t('retry'))
          : html`<span class="quiet">${t('resolved')} ${time(r.resolvedAt, language)}</span>`,
    },
  ];
}
