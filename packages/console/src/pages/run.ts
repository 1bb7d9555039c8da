import { hostsOfRun } from '@zhibiao/runtime/runs/hosts';
import type { QuarantineRecord } from '@zhibiao/shared';
import { NotFoundError } from '@zhibiao/store';
import { html } from 'hono/html';
import { reportsOfRun } from '../providers/reports.ts';
import { withProgress } from '../providers/runs.ts';
import { type Handler, inAddress } from '../route.ts';
import { adviceFor, messageFold, statusWords } from '../view/failure-words.ts';
import { postButton } from '../view/form.ts';
import { duration, time } from '../view/format.ts';
import { type Language, wordFor, wordsOf } from '../view/labels.ts';
import { type Html, outside, page } from '../view/layout.ts';
import { reportName } from '../view/report-name.ts';
import { isLive, runActions, runProgress, runState, selectionWords } from '../view/run-cells.ts';
import { runDecision } from '../view/run-decision.ts';
import { hostTable } from '../view/run-hosts.ts';
import { type Column, table } from '../view/table.ts';

/** One run: what it was asked to do, how far it is, what failed and what to do about it. */
export const runPage: Handler = async (c, deps) => {
  const { store, producer, now = Date.now } = deps;
  const id = inAddress(c, 'id');
  const language = c.get('language');
  const t = wordsOf(language);
  const found = await store.getRun(id);
  if (!found) throw new NotFoundError(`There is no run ${id}.`, id);
  const run = await withProgress(producer, found);
  const [failures, decision, reports, hosts] = await Promise.all([
    store.listQuarantine({ run: id, resolved: false, limit: 1_000 }),
    store.tables.promotions.get(id),
    run.type === 'reprocess' ? [] : reportsOfRun(store.tables, id),
    // Redis may be away: the run can be looked at all the same.
    run.progress === null ? [] : hostsOfRun(deps, run).catch(() => []),
  ]);
  const took = (run.finishedAt ?? now()) - run.startedAt;
  const finished = (run.progress?.done ?? 0) + (run.progress?.failed ?? 0);
  const rate = took > 0 && finished > 0 ? (finished / took) * 60_000 : null;
  const facts: [string, unknown][] = [
    [t('state'), runState(run, t)],
    [t('started'), time(run.startedAt, language)],
    [t('finished'), run.finishedAt === null ? '–' : time(run.finishedAt, language)],
    [t('duration'), duration(took, language)],
    [t('rate'), rate === null ? '–' : `${rate.toFixed(1)} ${t('perMinute')}`],
  ];
  return page(c, {
    title: `${wordFor(t, 'type', run.type)} ${id}`,
    body: html`<p class="crumbs"><a href="/runs">${t('runs')}</a></p>
<h1>${wordFor(t, 'type', run.type)} <span class="quiet">${id}</span></h1>
<dl class="facts">${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
<div class="tools-line">${runActions(run, t)}</div>
${runDecision(c, run, decision)}
<div class="columns"><section class="panel"><h2>${t('progress')}</h2><div${
      isLive(run) ? html` data-refresh="progress"` : ''
    }>${runProgress(run, t)}</div></section>
<section class="panel"><h2>${t('what')}</h2>${selectionWords(run, language)}</section></div>
${
  reports.length === 0
    ? ''
    : html`<section class="panel" id="reports"><h2>${t('reportsOfRun')}</h2><ul class="lines">${reports.map(
        ({ document, report, count }) =>
          html`<li><a href="/documents/${document}">${
            reportName(report, language) || t('report')
          }</a> <span class="quiet">${count} ${t('figuresCounted')}</span></li>`,
      )}</ul></section>`
}
${hosts.length === 0 ? '' : html`<h2>${t('hosts')}</h2>${hostTable(hosts, now(), language, isLive(run))}`}
<h2>${t('failures')}</h2>
${failures.length === 0 ? html`<p class="empty">${t('noFailures')}</p>` : failureTable(failures, id, language)}`,
  });
};

/** Records of one stage that failed alike. */
interface FailureClass {
  readonly first: QuarantineRecord;
  count: number;
}

function failureTable(failures: readonly QuarantineRecord[], run: string, language: Language): Html {
  const t = wordsOf(language);
  const classes = new Map<string, FailureClass>();
  for (const record of failures) {
    const key = `${record.stage} ${record.error}`;
    const one = classes.get(key) ?? { first: record, count: 0 };
    one.count++;
    classes.set(key, one);
  }
  const rows = [...classes.values()].sort((a, b) => b.count - a.count);
  const columns: Column<FailureClass>[] = [
    {
      key: 'reason',
      label: t('reason'),
      cell: ({ first: { error } }) =>
        html`<a href="/quarantine?run=${encodeURIComponent(run)}&error=${error}">${wordFor(t, 'error', error)}</a>`,
    },
    { key: 'stage', label: t('stage'), cell: ({ first }) => wordFor(t, 'stage', first.stage) },
    { key: 'count', label: t('failed'), kind: 'n', cell: ({ count }) => count },
    {
      key: 'example',
      label: t('example'),
      kind: 'long',
      cell: ({ first }) =>
        html`${outside(first.input)}${first.answer ? html`<br>${statusWords(first.answer.status, t)}` : ''}${messageFold(
          first,
          language,
        )}<a href="/quarantine/${encodeURIComponent(first.id)}">${t('details')}</a>`,
    },
    { key: 'advice', label: t('whatToDo'), cell: ({ first }) => adviceFor(first.error, t) },
  ];
  return html`<div class="tools-line">${postButton(
    `/quarantine/retry?run=${encodeURIComponent(run)}`,
    `${t('retryAll')} (${failures.length})`,
  )} <a href="/quarantine?run=${run}">${t('quarantine')}</a></div>
${table({ caption: t('failures'), columns, rows })}`;
}
