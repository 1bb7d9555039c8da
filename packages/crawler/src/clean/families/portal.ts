import type { Page } from '../dom/page.ts';
import { readLinks } from '../links.ts';
import type { FamilyRules } from '../rules/schema.ts';
import { extractArticle } from './article.ts';
import { listingOf, type PageContent } from './content.ts';

/** CMS, portal, e-paper and unknown pages: one article, or the list that leads to articles. */
export function readPortal(page: Page, family: FamilyRules): PageContent {
  const { article, jump } = extractArticle(page, family);
  const links = readLinks(page, []);
  const entries = links.filter((l) => l.kind === 'article' && l.title.length >= 6);
  const listLike =
    article.text.length < 60 ? entries.length >= 3 : article.text.length < 200 && entries.length >= 10;
  if (listLike) {
    return {
      role: 'list',
      articles: [],
      listing: listingOf(page, undefined, entries, family.family),
      entries,
      links,
      continuations: [],
      posts: entries.length,
    };
  }
  return {
    role: article.text === '' ? 'empty' : 'article',
    articles: article.text === '' ? [] : [article],
    listing: null,
    entries: [],
    links,
    continuations: jump ? [{ url: jump, kind: 'jump' }] : [],
  };
}
