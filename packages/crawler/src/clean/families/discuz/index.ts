import type { PageFamily } from '@zhibiao/shared';
import type { Page } from '../../dom/page.ts';
import { rules } from '../../rules/load.ts';
import { listingOf, type PageContent } from '../content.ts';
import { readPortal } from '../portal.ts';
import { readBoard } from './board.ts';
import { readThread } from './thread.ts';

/** Discuz! in all its templates: a thread, a board's list, the archiver's index, or a portal article. */
export function readDiscuz(page: Page): PageContent {
  const thread = threadContent(page, 'discuz');
  if (thread) return thread;
  const board = readBoard(page);
  if (!board) return readPortal(page, rules.discuz);
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

/** A thread of the family's software, or null where the page is none. */
export function threadContent(page: Page, family: PageFamily): PageContent | null {
  const thread = readThread(page, family);
  if (!thread) return null;
  return {
    role: 'article',
    articles: thread.articles,
    listing: null,
    entries: [],
    continuations: thread.continuations,
    posts: thread.posts,
  };
}
