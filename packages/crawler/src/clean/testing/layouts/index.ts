import type { KindPage } from '../kinds/page.ts';
import { accounts } from './accounts.ts';
import { forums } from './forums.ts';
import { fourth } from './fourth.ts';
import { news } from './news.ts';
import { offices } from './offices.ts';
import { reference } from './reference.ts';
import { secondPlaces } from './second-places.ts';
import { secondPress } from './second-press.ts';
import { thirdAccounts } from './third-accounts.ts';
import { thirdPlaces } from './third-places.ts';
import { thirdPress } from './third-press.ts';
import { thirdTalk } from './third-talk.ts';

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

/** A third set, of further systems, scored in the same way. */
export const thirdPages = (): KindPage[] =>
  [...thirdPress(), ...thirdAccounts(), ...thirdTalk(), ...thirdPlaces()].map((page) => ({
    ...page,
    kind: 'third',
  }));

/** A fourth set, written when the rules after the third one stood. */
export const fourthPages = (): KindPage[] => fourth().map((page) => ({ ...page, kind: 'fourth' }));
