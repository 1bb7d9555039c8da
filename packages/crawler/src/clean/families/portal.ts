import { onlyAttached } from '../attached.ts';
import type { Page } from '../dom/page.ts';
import { readLinks } from '../links.ts';
import type { FamilyRules } from '../rules/schema.ts';
import { type ArticleParts, extractArticle } from './article.ts';
import { listingOf, type PageContent } from './content.ts';
import { listedEntries } from './listing.ts';

/** CMS, portal, e-paper and unknown pages: one article, or the list that leads to articles. */
export function readPortal(page: Page, family: FamilyRules): PageContent {
  const { article, jump, bodies, isOpened } = extractArticle(page, family);
  const alone = article.text.length < MAX_NOTE ? onlyAttachedOf(page, family, article) : null;
  if (alone) return alone;
  const links = readLinks(page, []);
  const all = links.filter((l) => l.kind === 'article' && l.title.length >= 6);
  const length = article.text.length;
  const noText = length < 200 && all.length >= (length < 60 ? 3 : 10) && !isShortText(article, isOpened);
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

/** A page whose report stands in a file has no more words of its own. In characters. */
const MAX_NOTE = 60;

/** The article of a page that has a headline and files or pictures in place of a text, or null where it is no such page. */
function onlyAttachedOf(page: Page, family: FamilyRules, article: ArticleParts): PageContent | null {
  const attachments = article.attachments?.length ? article.attachments : onlyAttached(page, family);
  if (attachments.length === 0 || article.title.length <= COLUMN_NAME) return null;
  const others = readLinks(page, []).filter((l) => l.kind === 'article' && l.title.length >= 6);
  // a list of texts with a form to download is a list
  if (others.length >= MIN_LIST && !isReportName(article.title)) return null;
  return {
    role: 'article',
    articles: [{ ...article, attachments, flags: [...article.flags, 'attachment-only'] }],
    listing: null,
    entries: [],
    continuations: [],
  };
}

const MIN_LIST = 3;
const isReportName = (title: string): boolean => /报告|公报|预算|规划|计划|纲要|统计/.test(title);

/** Columns have names of a few characters and no sentence of their own; a text of two lines has both a headline and a sentence. */
const COLUMN_NAME = 8;

/** @param isOpened whether the text stands below the page's own headline */
function isShortText({ title, text }: ArticleParts, isOpened: boolean): boolean {
  if (text.length < 60 && !isOpened) return false;
  return title.length > COLUMN_NAME && text.split('\n').some((l) => l.length >= 20 && /[。！？]/.test(l));
}
