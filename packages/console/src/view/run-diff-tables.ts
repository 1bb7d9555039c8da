import { type ChangeKind, changeKinds, indicatorKey, type ReprocessDiff } from '@zhibiao/store/reprocess';
import { html } from 'hono/html';
import type { ConsoleContext } from '../route.ts';
import { addressWith } from './address.ts';
import { indicatorName } from './indicators.ts';
import { type Words, wordFor, wordsOf } from './labels.ts';
import type { Content, Html } from './layout.ts';
import { type Column, table } from './table.ts';

/** A kind of change in the reader's language. */
export const kindWords = (kind: ChangeKind, t: Words): string =>
  kind === 'added' || kind === 'removed' ? t(kind) : wordFor(t, 'field', kind);

export function totals({ documents: d, observations: o, coverage }: ReprocessDiff, t: Words): Html {
  const facts: [string, string | number][] = [
    [t('coverage'), `${coverage.pages} / ${coverage.ofPages}`],
    [
      t('documents'),
      `${d.compared} (${t('changed')} ${d.changed}, ${t('added')} ${d.added}, ${t('removed')} ${d.retired})`,
    ],
    [t('overtaken'), d.overtaken],
    [t('observations'), `${o.before} → ${o.after}`],
    [t('same'), o.unchanged],
  ];
  return html`<dl class="facts">${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
<p><span class="chip added">${t('added')} ${o.added}</span> <span class="chip removed">${t('removed')} ${o.removed}</span> <span class="chip">${t('changed')} ${o.changed}</span></p>`;
}

type Row = ReprocessDiff['byIndicator'][number];
const mostRows = 60;

/** Indicators by kinds of change; every number leads to its samples. */
export function indicatorChanges(c: ConsoleContext, { byIndicator }: ReprocessDiff): Html {
  const language = c.get('language');
  const t = wordsOf(language);
  if (byIndicator.length === 0) return html`<p class="empty">${t('sameData')}</p>`;
  const sum = (kind: ChangeKind) => byIndicator.reduce((all, { kinds }) => all + (kinds[kind] ?? 0), 0);
  const kinds = changeKinds.filter((kind) => sum(kind) > 0);
  const link = (n: number, indicator: string | null, change: ChangeKind | null): Content =>
    n === 0 ? '' : html`<a href="${addressWith(c, { indicator, change, after: null })}#samples">${n}</a>`;
  const all: Row = {
    code: null,
    name: '',
    added: sum('added'),
    removed: sum('removed'),
    changed: byIndicator.reduce((n, { changed }) => n + changed, 0),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, sum(kind)])),
  };
  const isAll = (row: Row) => row === all;
  const keyOf = (row: Row) => (isAll(row) ? null : indicatorKey(row));
  const columns: Column<Row>[] = [
    {
      key: 'indicator',
      label: t('indicator'),
      cell: (row) =>
        isAll(row)
          ? html`<b>${t('all')}</b>`
          : html`${indicatorName(row, language)} <span class="quiet">${row.code ?? ''}</span>`,
    },
    {
      key: 'differences',
      label: t('difference'),
      kind: 'n',
      cell: (row) => link(row.added + row.removed + row.changed, keyOf(row), null),
    },
    ...kinds.map(
      (kind): Column<Row> => ({
        key: kind,
        label: kindWords(kind, t),
        kind: 'n',
        cell: (row) => link(row.kinds[kind] ?? 0, keyOf(row), kind),
      }),
    ),
  ];
  return html`${table({ caption: t('byIndicator'), columns, rows: [all, ...byIndicator.slice(0, mostRows)] })}
${byIndicator.length > mostRows ? html`<p class="quiet">${t('drawn')} ${mostRows} / ${byIndicator.length}</p>` : ''}`;
}

export function sourceChanges({ bySource }: ReprocessDiff, t: Words): Html {
  type Source = ReprocessDiff['bySource'][number];
  const counts = (['documents', 'added', 'removed', 'changed'] as const).map(
    (key): Column<Source> => ({ key, label: t(key), kind: 'n', cell: (row) => row[key] }),
  );
  const source: Column<Source> = { key: 'source', label: t('source'), cell: (row) => row.source ?? '–' };
  return table({ caption: t('source'), columns: [source, ...counts], rows: bySource });
}
