import type { KindPage } from '../kinds/page.ts';
import { accounts } from './accounts.ts';
import { forums } from './forums.ts';
import { news } from './news.ts';
import { offices } from './offices.ts';
import { reference } from './reference.ts';

/** Pages of systems that no rule was written after, one layout each. */
export const layoutPages = (): KindPage[] => [
  ...news(),
  ...accounts(),
  ...offices(),
  ...forums(),
  ...reference(),
];
