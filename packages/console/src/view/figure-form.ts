import type { ConsoleContext } from '../route.ts';
import { type Field, filterForm } from './form.ts';
import type { Words } from './labels.ts';
import type { Html } from './layout.ts';

/** The filters of everything that is asked about observations. */
export function figureForm(c: ConsoleContext, t: Words, more: readonly ('kind' | 'measure')[] = []): Html {
  const kinds: Field = {
    name: 'kind',
    label: t('kind'),
    options: [
      ['', t('all')],
      ['actual', t('actual')],
      ['target', t('target')],
    ],
  };
  const measures: Field = {
    name: 'measure',
    label: t('measure'),
    options: [
      ['', t('all')],
      ...(['level', 'growth', 'change', 'rank', 'gap'] as const).map((m) => [m, t(m)] as const),
    ],
  };
  return filterForm(c, t, [
    { name: 'region', label: t('regionFilter'), size: 10 },
    { name: 'indicator', label: t('indicatorFilter'), size: 20 },
    { name: 'year', label: t('period'), size: 5, pattern: '\\d{4}' },
    ...(more.includes('kind') ? [kinds] : []),
    ...(more.includes('measure') ? [measures] : []),
  ]);
}
