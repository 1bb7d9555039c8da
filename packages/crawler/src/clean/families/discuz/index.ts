import type { Page } from '../../dom/page.ts';
import { rules } from '../../rules/load.ts';
import { type ArticleParts, extractArticle } from '../article.ts';
import { listingOf, type PageContent } from '../content.ts';
import { readBoard } from './board.ts';
import { readThread } from './thread.ts';

/** Discuz! in all its templates: a thread, a board's list, the archiver's index, or a portal article. */
export function readDiscuz(page: Page): PageContent {
  const thread = readThread(page);
  if (thread) {
    return {
      role: 'article',
      articles: thread.articles,
      listing: null,
      entries: [],
      continuations: thread.continuations,
      posts: thread.posts,
    };
  }
  const board = readBoard(page);
  const article: ArticleParts | null = board ? null : extractArticle(page, rules.discuz).article;
  if (article && article.text.length > 0)
    return { role: 'article', articles: [article], listing: null, entries: [], continuations: [] };
  if (!board) return { role: 'empty', articles: [], listing: null, entries: [], continuations: [] };
  const entries = board.threads;
  return {
    role: 'list',
    articles: [],
    listing: listingOf(page, board.title, entries, 'discuz'),
    entries,
    continuations: [],
    posts: entries.length,
  };
}
