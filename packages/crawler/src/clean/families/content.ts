import type { PageFamily } from '@zhibiao/shared';
import type { Page } from '../dom/page.ts';
import { siteOf } from '../meta/byline.ts';
import { withoutSite } from '../meta/title.ts';
import { rules } from '../rules/load.ts';
import type { Cleaned, Continuation, Link } from '../types.ts';
import type { ArticleParts } from './article.ts';

/** What a family finds on a page, before file, address and charset are added. */
export interface PageContent {
  role: Cleaned['role'];
  articles: ArticleParts[];
  listing: ArticleParts | null;
  /** the entries of a list: known to be articles */
  entries: Link[];
  /** all links, where the family has read them already */
  links?: Link[];
  continuations: Continuation[];
  posts?: number;
}

/** A list as text: one title a line. */
export function listingOf(
  page: Page,
  title: string | undefined,
  entries: readonly Link[],
  family: PageFamily,
): ArticleParts {
  return {
    title: title || withoutSite(page.headTitle, rules.meta, ''),
    author: '',
    publishedAt: null,
    site: siteOf(page),
    text: entries.map((e) => e.title).join('\n'),
    family,
    flags: ['list'],
  };
}
