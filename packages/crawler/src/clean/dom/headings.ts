import { query } from './select.ts';

/** What may be a headline, by its tag or by the names that templates give it. */
export const headings = query(
  'h1, h2, h3, [class*=title], [id*=title], [class*=Title], [id*=Title], [class*=biaoti], .bt, .tit',
);
