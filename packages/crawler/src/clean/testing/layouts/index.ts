import type { KindPage } from '../kinds/page.ts';
import { accounts } from './accounts.ts';
import { forums } from './forums.ts';
import { news } from './news.ts';
import { offices } from './offices.ts';
import { reference } from './reference.ts';
import { secondPlaces } from './second-places.ts';
import { secondPress } from './second-press.ts';

/** Pages of systems that no rule was written after, one layout each. */
export const layoutPages = (): KindPage[] => [
  ...news(),
  ...accounts(),
  ...offices(),
  ...forums(),
  ...reference(),
];

/** A second set, which was written when the rules after the first one stood. */
export const secondPages = (): KindPage[] =>
  [...secondPress(), ...secondPlaces()].map((page) => ({ ...page, kind: 'second' }));
