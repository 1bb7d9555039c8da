import { html } from 'hono/html';
import { type Order, ordered } from '../providers/listing.ts';
import type { ConsoleContext } from '../route.ts';
import { addressWith } from './address.ts';
import type { Content, Html } from './layout.ts';

export interface Column<T> extends Order<T> {
  readonly label: string;
  readonly cell: (row: T) => Content;
  /** `n` number, `t` time, `long` words that may wrap anywhere */
  readonly kind?: 'n' | 't' | 'long';
  /** the heading is for screen readers only: buttons */
  readonly quiet?: boolean;
  /** shown only where a reader has chosen it */
  readonly spare?: boolean;
  /** of a cell beside its kind */
  readonly look?: (row: T) => string;
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
  /** many narrow columns under each other: scrolls sideways, its first column stays */
  readonly matrix?: boolean;
}

/** A table that is a list of cards on a telephone; every list of the console is made by it. */
export function table<T>(parts: TableParts<T>): Html {
  const { caption, columns, rows, row, sortIn, sortedIn = sortIn, live, matrix } = parts;
  const shown = sortIn ? sortRows(rows, columns, sortIn.req.query('sort')) : rows;
  const whole = html`<table class="list ${matrix ? 'matrix' : 'cards'}"${live ? html` data-refresh` : ''}>
<caption class="visually-hidden">${caption}</caption>
<thead><tr>${columns.map((column) => heading(column, sortedIn))}</tr></thead>
<tbody>${shown.map((one) => {
    const { id, kind = '' } = row?.(one) ?? {};
    return html`<tr${id ? html` id="${id}"` : ''} class="${kind}">${columns.map((column, i) =>
      cellOf(one, column, matrix ? (i === 0 ? 'head' : 'matrix') : 'cards'),
    )}</tr>
`;
  })}</tbody></table>`;
  return matrix
    ? html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">${whole}</div>`
    : whole;
}

function cellOf<T>(row: T, column: Column<T>, at: 'cards' | 'matrix' | 'head'): Html {
  const content = column.cell(row);
  if (at === 'head') return html`<th scope="row">${content}</th>`;
  const blank = content === '';
  const looks = [column.kind, column.look?.(row), blank && at === 'cards' ? 'blank' : ''].filter(Boolean);
  // A matrix has many cells, most of them empty: they are kept short.
  if (at === 'matrix') return blank ? html`<td></td>` : html`<td class="${looks.join(' ')}">${content}</td>`;
  return html`<td class="${looks.join(' ')}" data-label="${column.quiet ? '' : column.label}"><div>${content}</div></td>`;
}

function heading<T>({ key, label, kind, by, quiet }: Column<T>, c: ConsoleContext | undefined): Html {
  if (quiet) return html`<th><span class="visually-hidden">${label}</span></th>`;
  const numeric = kind === 'n' ? 'n' : '';
  if (!c || !by) return html`<th scope="col" class="${numeric}">${label}</th>`;
  const now = c.req.query('sort');
  const state = now === key ? 'ascending' : now === `-${key}` ? 'descending' : 'none';
  // Numbers and times are wanted largest first, words from the beginning.
  const first = kind === 'n' || kind === 't' ? `-${key}` : key;
  const next = now === key ? `-${key}` : now === `-${key}` ? key : first;
  return html`<th scope="col" class="${numeric}" aria-sort="${state}"><a href="${addressWith(c, {
    sort: next,
    after: null,
    skip: null,
  })}">${label}</a></th>`;
}

/** @param sort a key, with `-` before it largest first */
function sortRows<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  sort: string | undefined,
): readonly T[] {
  const by = columns.find(({ key }) => key === sort?.replace(/^-/, ''))?.by;
  return sort && by ? [...rows].sort(ordered(by, sort.startsWith('-'))) : rows;
}
