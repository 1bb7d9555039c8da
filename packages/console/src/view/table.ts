import { html } from 'hono/html';
import { ordered } from '../providers/sorted-figures.ts';
import type { ConsoleContext } from '../route.ts';
import { addressWith } from './address.ts';
import type { Words } from './labels.ts';
import type { Content, Html } from './layout.ts';

export interface Column<T> {
  readonly key: string;
  readonly label: string;
  readonly cell: (row: T) => Content;
  /** `n` number, `t` time, `long` words that may wrap anywhere */
  readonly kind?: 'n' | 't' | 'long';
  /** what rows are sorted by in this column; without it the column cannot be sorted */
  readonly by?: (row: T) => string | number | null;
  /** the heading is for screen readers only: buttons */
  readonly quiet?: boolean;
}

export interface TableParts<T> {
  /** what the table holds, for screen readers */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly row?: (row: T) => { readonly id?: string; readonly kind?: string };
  /** makes the headings links that sort, and sorts */
  readonly sortIn?: ConsoleContext;
  /** makes the headings links that sort; the rows come sorted */
  readonly sortedIn?: ConsoleContext;
  /** read again while it is looked at */
  readonly live?: boolean;
}

/** A table that is a list of cards on a telephone; every list of the console is made by it. */
export function table<T>({
  caption,
  columns,
  rows,
  row,
  sortIn,
  sortedIn = sortIn,
  live,
}: TableParts<T>): Html {
  const shown = sortIn ? sortRows(rows, columns, sortIn.req.query('sort')) : rows;
  return html`<table class="list cards"${live ? html` data-refresh` : ''}>
<caption class="visually-hidden">${caption}</caption>
<thead><tr>${columns.map((column) => heading(column, sortedIn))}</tr></thead>
<tbody>${shown.map((one) => {
    const { id, kind = '' } = row?.(one) ?? {};
    return html`<tr${id ? html` id="${id}"` : ''} class="${kind}">${columns.map((column) => {
      const content = column.cell(one);
      return html`<td class="${column.kind ?? ''}${content === '' ? ' blank' : ''}" data-label="${column.quiet ? '' : column.label}"><div>${content}</div></td>`;
    })}</tr>
`;
  })}</tbody></table>`;
}

function heading<T>({ key, label, kind, by, quiet }: Column<T>, c: ConsoleContext | undefined): Html {
  if (quiet) return html`<th><span class="visually-hidden">${label}</span></th>`;
  const numeric = kind === 'n' ? 'n' : '';
  if (!c || !by) return html`<th scope="col" class="${numeric}">${label}</th>`;
  const now = c.req.query('sort');
  const state = now === key ? 'ascending' : now === `-${key}` ? 'descending' : 'none';
  // Numbers are wanted largest first, words from the beginning.
  const next = now === key ? `-${key}` : now === `-${key}` ? key : kind === 'n' ? `-${key}` : key;
  const sign = { ascending: ' ▲', descending: ' ▼', none: '' }[state];
  return html`<th scope="col" class="${numeric}" aria-sort="${state}"><a href="${addressWith(c, { sort: next, after: null })}">${label}${sign}</a></th>`;
}

/** Rows without a value stand last in both directions. @param sort a key, with `-` before it largest first */
function sortRows<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  sort: string | undefined,
): readonly T[] {
  const by = columns.find(({ key }) => key === sort?.replace(/^-/, ''))?.by;
  if (!sort || !by) return rows;
  return [...rows].sort(ordered(by, sort.startsWith('-')));
}

/** The columns that a reader wants to see: all, or those of `?col=`. */
export function chosenColumns<T>(c: ConsoleContext, columns: readonly Column<T>[]): readonly Column<T>[] {
  const wanted = c.req.queries('col') ?? [];
  const chosen = columns.filter(({ key }) => wanted.includes(key));
  return chosen.length > 0 ? chosen : columns;
}

/** A folded form to choose columns with. */
export function columnForm<T>(c: ConsoleContext, t: Words, columns: readonly Column<T>[]): Html {
  const chosen = chosenColumns(c, columns);
  const { pathname, searchParams } = new URL(c.req.url);
  const kept = [...searchParams].filter(([name]) => name !== 'col' && name !== 'after');
  return html`<details class="columns-choice"><summary>${t('columns')}</summary><form method="get" action="${pathname}">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${columns.map((column) => html`<label class="check"><input type="checkbox" name="col" value="${column.key}"${chosen.includes(column) ? html` checked` : ''}> ${column.label}</label>`)}
<button>${t('show')}</button></form></details>`;
}
