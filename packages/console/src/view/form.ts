import { html } from 'hono/html';
import type { ConsoleContext } from '../route.ts';
import { type Word, type Words, words } from './labels.ts';
import type { Html } from './layout.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  /** choices with their labels; a free text where absent */
  readonly options?: readonly (readonly [string, string])[];
  readonly size?: number;
  readonly pattern?: string;
  /** id of a list of suggestions */
  readonly list?: string;
}

/** The filters of a list, as a plain GET form. @param wrong the name of a filter that was refused @param submit what the button says */
export function filterForm(
  c: ConsoleContext,
  t: Words,
  fields: readonly Field[],
  wrong?: string,
  submit: Word = 'filter',
): Html {
  const { pathname, searchParams } = new URL(c.req.url);
  const own = new Set([...fields.map((field) => field.name), 'after', 'skip', 'lang']);
  const kept = [...searchParams].filter(([name]) => !own.has(name));
  const active = fields.filter(({ name }) => c.req.query(name)).length;
  return html`<div class="fold"><label><input type="checkbox" class="visually-hidden"${
    wrong ? html` checked` : ''
  }> ${t('filters')}${active > 0 ? ` (${active})` : ''}</label><form class="filters" method="get" action="${pathname}">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${fields.map((f) => html`<label>${f.label}${input(f, c.req.query(f.name) ?? '', f.name === wrong)}</label>`)}
<button class="main">${t(submit)}</button>${active > 0 ? html` <a class="quiet" href="${pathname}">${t('reset')}</a>` : ''}
</form></div>`;
}

function input(field: Field, current: string, wrong: boolean): Html {
  const { name, options, size = 12, pattern, list } = field;
  const state = wrong ? html` class="wrong" aria-invalid="true"` : '';
  if (!options) {
    return html`<input name="${name}" value="${current}" size="${size}"${
      pattern ? html` pattern="${pattern}"` : ''
    }${list ? html` list="${list}"` : ''}${state} autocomplete="off">`;
  }
  return html`<select name="${name}"${state}>${options.map(
    ([value, label]) =>
      html`<option value="${value}"${value === current ? html` selected` : ''}>${label}</option>`,
  )}</select>`;
}

/** A button that changes something. */
export const postButton = (action: string, label: string, { quiet = false, confirm = '' } = {}): Html =>
  html`<form class="inline" method="post" action="${action}"${
    confirm ? html` data-confirm="${confirm}"` : ''
  }><button class="${quiet ? 'quiet' : ''}">${label}</button></form>`;

/** Every flag that has words, for a list to choose from. */
export const flagOptions = (t: Words): readonly (readonly [string, string])[] => [
  ['', t('all')],
  ...Object.keys(words)
    .filter((word) => word.startsWith('flag.'))
    .map((word) => [word.slice('flag.'.length), t(word as keyof typeof words)] as const),
];
