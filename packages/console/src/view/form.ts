import { html } from 'hono/html';
import type { ConsoleContext } from '../route.ts';
import type { Words } from './labels.ts';
import type { Html } from './layout.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  /** choices with their labels; a free text where absent */
  readonly options?: readonly (readonly [string, string])[];
  readonly size?: number;
  readonly pattern?: string;
}

/** The filters of a list, as a plain GET form. */
export function filterForm(c: ConsoleContext, t: Words, fields: readonly Field[]): Html {
  const { pathname } = new URL(c.req.url);
  return html`<form class="filters" method="get" action="${pathname}">
${fields.map((f) => html`<label>${f.label}${input(f, c.req.query(f.name) ?? '')}</label>`)}
<button>${t('filter')}</button> <a class="quiet" href="${pathname}">${t('reset')}</a>
</form>`;
}

function input({ name, options, size = 12, pattern }: Field, current: string): Html {
  if (!options) {
    return html`<input name="${name}" value="${current}" size="${size}"${pattern ? html` pattern="${pattern}"` : ''} autocomplete="off">`;
  }
  return html`<select name="${name}">${options.map(
    ([value, label]) =>
      html`<option value="${value}"${value === current ? html` selected` : ''}>${label}</option>`,
  )}</select>`;
}

/** A button that changes something. */
export const postButton = (action: string, label: string, { quiet = false, confirm = '' } = {}): Html =>
  html`<form class="inline" method="post" action="${action}"${confirm ? html` data-confirm="${confirm}"` : ''}><button class="${quiet ? 'quiet' : ''}">${label}</button></form>`;
