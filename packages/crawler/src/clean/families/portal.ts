import type { Page } from '../dom/page.ts';
import { readLinks } from '../links.ts';
import type { FamilyRules } from '../rules/schema.ts';
import { type ArticleParts, extractArticle } from './article.ts';
import { listingOf, type PageContent } from './content.ts';
import { listedEntries } from './listing.ts';

/** CMS, portal, e-paper and unknown pages: one article, or the list that leads to articles. */
export function readPortal(page: Page, family: FamilyRules): PageContent {
  const { article, jump, bodies } = extractArticle(page, family);
  const links = readLinks(page, []);
  const all = links.filter((l) => l.kind === 'article' && l.title.length >= 6);
  const length = article.text.length;
  const noText = length < 60 ? all.length >= 3 : length < 200 && all.length >= 10 && !isShortText(article);
  const entries = noText ? all : listedEntries(page, bodies, links);
  if (entries) {
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

/** Columns have names of a few characters and no sentence of their own; a text of two lines has both a headline and a sentence. */
const COLUMN_NAME = 8;

function isShortText({ title, text }: ArticleParts): boolean {
  return title.length > COLUMN_NAME && text.split('\n').some((l) => l.length >= 20 && /[。！？]/.test(l));
}
