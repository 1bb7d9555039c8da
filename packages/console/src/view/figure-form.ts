import { html } from 'hono/html';
import type { ConsoleContext } from '../route.ts';
import { type Field, filterForm } from './form.ts';
import { codeName, indicatorCodes } from './indicators.ts';
import { type Language, type Words, wordsOf } from './labels.ts';
import type { Html } from './layout.ts';

type More = 'kind' | 'measure' | 'since';

/** The filters of everything that is asked about figures. @param wrong the name of a filter that was refused */
export function figureForm(c: ConsoleContext, more: readonly More[] = [], wrong?: string): Html {
  const language = c.get('language');
  const t = wordsOf(language);
  return html`${filterForm(
    c,
    t,
    [
      { name: 'region', label: t('regionFilter'), size: 10 },
      { name: 'indicator', label: t('indicatorFilter'), size: 20, list: 'indicator-names' },
      { name: 'year', label: t('period'), size: 5, pattern: '\\d{4}' },
      ...choices(t).filter((field) => more.includes(field.name as More)),
    ],
    wrong,
  )}${indicatorList(language)}`;
}

/** What a field for an indicator suggests. */
export const indicatorList = (language: Language): Html =>
  html`<datalist id="indicator-names">${indicatorCodes.map(
    (code) => html`<option value="${code}">${codeName(code, language)}</option>`,
  )}</datalist>`;

const choices = (t: Words): Field[] => [
  {
    name: 'kind',
    label: t('kind'),
    options: [['', t('all')], ...(['actual', 'target'] as const).map((kind) => [kind, t(kind)] as const)],
  },
  {
    name: 'measure',
    label: t('measure'),
    options: [
      ['', t('all')],
      ...(['level', 'growth', 'change', 'rank', 'gap'] as const).map((m) => [m, t(m)] as const),
    ],
  },
  { name: 'since', label: t('sinceDate'), size: 10, pattern: '\\d{4}-\\d\\d-\\d\\d' },
];
