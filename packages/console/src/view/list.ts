import { html } from 'hono/html';
import type { Shown } from '../providers/listing.ts';
import type { ConsoleContext } from '../route.ts';
import { addressWith } from './address.ts';
import { counted } from './format.ts';
import { type Words, wordsOf } from './labels.ts';
import type { Content, Html } from './layout.ts';
import { type Column, type TableParts, table } from './table.ts';

/** Rows as a list shows them: one page of them, and where it lies. */
export interface ListParts<T> extends Omit<TableParts<T>, 'rows' | 'sortIn' | 'sortedIn'> {
  readonly shown: Shown<T>;
  /** what is said where there is nothing */
  readonly empty: string;
  /** what else stands above the table: downloads, buttons */
  readonly tools?: Content;
}

/** The frame of every list: how many rows there are, which columns are shown, the table, the way to the other pages. */
export function list<T>(c: ConsoleContext, parts: ListParts<T>): Html {
  const { shown, columns, empty, tools = '' } = parts;
  const t = wordsOf(c.get('language'));
  if (shown.rows.length === 0)
    return html`${tools ? html`<div class="list-tools">${tools}</div>` : ''}<p class="empty">${empty}</p>`;
  return html`<div class="list-tools"><span class="rows-shown">${place(shown, c)}</span>${columnForm(c, t, columns)}${tools}</div>
${
  shown.unsortable === null
    ? ''
    : html`<p class="${
        c.req.query('sort') ? 'notice' : 'quiet'
      }">${t('tooManyToSort').replace('{n}', shown.unsortable.toLocaleString('en'))}</p>`
}
${table({ ...parts, rows: shown.rows, columns: chosenColumns(c, columns), ...(shown.unsortable === null ? { sortedIn: c } : {}) })}
${pager(c, t, shown)}`;
}

/** Such as 51–100 of 1,234. */
function place({ rows, skipped, total, about, ends }: Shown<unknown>, c: ConsoleContext): string {
  const number = (n: number) => n.toLocaleString('en');
  const span = `${number(skipped + 1)}–${number(skipped + rows.length)}`;
  const all = total === null ? '' : counted(Math.min(total, ends), ends);
  if (c.get('language') === 'zh')
    return `第 ${span} 行${total === null ? '' : `，共${about ? '约' : ''} ${all} 行`}`;
  return total === null ? `Rows ${span}` : `${span} of ${about ? 'about ' : ''}${all}`;
}

/** The way to the other pages of a list, the filters kept. */
export function pager(
  c: ConsoleContext,
  t: Words,
  { rows, next, skipped }: Pick<Shown<unknown>, 'rows' | 'next' | 'skipped'>,
): Html {
  const further = next !== null;
  if (!further && skipped === 0 && !c.req.query('after')) return html``;
  const to = String(skipped + rows.length);
  return html`<nav class="pager" aria-label="${t('pages')}">${
    skipped > 0 || c.req.query('after')
      ? html`<a class="button" href="${addressWith(c, { after: null, skip: null })}">${t('firstPage')}</a>`
      : ''
  }${further ? html`<a class="button" rel="next" href="${addressWith(c, { after: next, skip: to })}">${t('next')} →</a>` : ''}</nav>`;
}

/** The columns that a reader wants to see: those of `?col=`, or all but the spare ones. */
function chosenColumns<T>(c: ConsoleContext, columns: readonly Column<T>[]): readonly Column<T>[] {
  const wanted = c.req.queries('col') ?? [];
  const chosen = columns.filter(({ key, quiet }) => wanted.includes(key) || (quiet && wanted.length > 0));
  return chosen.some(({ quiet }) => !quiet) ? chosen : columns.filter(({ spare }) => !spare);
}

/** A folded form to choose columns with. */
function columnForm<T>(c: ConsoleContext, t: Words, columns: readonly Column<T>[]): Html {
  const chosen = chosenColumns(c, columns);
  const { pathname, searchParams } = new URL(c.req.url);
  const kept = [...searchParams].filter(([name]) => !['col', 'after', 'skip'].includes(name));
  return html`<details class="columns-choice"><summary>${t('columns')}</summary><form method="get" action="${pathname}">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${columns
  .filter(({ quiet }) => !quiet)
  .map(
    (column) =>
      html`<label class="check"><input type="checkbox" name="col" value="${column.key}"${
        chosen.includes(column) ? html` checked` : ''
      }> ${column.label}</label>`,
  )}
<button>${t('show')}</button></form></details>`;
}
