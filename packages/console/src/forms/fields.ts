import { html } from 'hono/html';
import type { Content, Html } from '../view/layout.ts';

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** choices with their labels; a free text where absent */
  readonly options?: readonly (readonly [string, string])[];
  readonly required?: boolean;
  /** lines of a text area */
  readonly lines?: number;
  readonly type?: 'text' | 'url' | 'number' | 'file';
  readonly list?: string;
  /** what the field is for, below it */
  readonly hint?: Content;
  readonly wrong?: boolean;
}

/** A field of a form that changes something, with its label. */
export function formField({
  name,
  label,
  value,
  options,
  required,
  lines,
  type = 'text',
  list,
  hint,
  wrong,
}: FormField): Html {
  const state = html`${required ? html` required` : ''}${wrong ? html` class="wrong" aria-invalid="true"` : ''}`;
  const control = options
    ? html`<select name="${name}"${state}>${options.map(
        ([key, words]) =>
          html`<option value="${key}"${key === value ? html` selected` : ''}>${words}</option>`,
      )}</select>`
    : lines
      ? html`<textarea name="${name}" rows="${lines}"${state}>${value}</textarea>`
      : html`<input name="${name}" type="${type}" value="${type === 'file' ? '' : value}"${
          list ? html` list="${list}"` : ''
        }${type === 'number' ? html` step="any"` : ''}${state} autocomplete="off">`;
  return html`<label>${label}${control}${hint ? html`<span class="quiet">${hint}</span>` : ''}</label>`;
}
