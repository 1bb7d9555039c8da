import { crossedPages } from './crossed.ts';
import { encyclopaedias } from './encyclopaedias.ts';
import { forums } from './forums.ts';
import type { KindPage } from './page.ts';
import { questions } from './questions.ts';
import { refusals } from './refusals.ts';

export type { KindPage } from './page.ts';

/** All pages of the kinds that cleaning is judged by here. */
export const kindPages = (): KindPage[] => [
  ...crossedPages(),
  ...encyclopaedias(),
  ...questions(),
  ...forums(),
  ...refusals(),
];
