import type { Figure } from '@zhibiao/store';
import { figureRegion } from './figure-cells.ts';
import { period } from './format.ts';
import type { Language, Words } from './labels.ts';
import type { Column } from './table.ts';

/** Whose figure it is. */
export const regionColumn = (t: Words, language: Language): Column<Figure> => ({
  key: 'region',
  label: t('region'),
  cell: (f) => figureRegion(f, language),
  by: (f) => f.region.adcode ?? f.region.name,
});

/** What it is of. */
export const periodColumn = (t: Words): Column<Figure> => ({
  key: 'period',
  label: t('period'),
  kind: 't',
  cell: (f) => period(f.period),
  by: (f) => f.period?.start ?? null,
});
