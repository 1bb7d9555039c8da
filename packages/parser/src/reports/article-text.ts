import type { Article } from '@zhibiao/shared';

/** What the framing reads of an article. */
export type ArticleText = Pick<Article, 'title' | 'text'> & {
  publishedAt?: string | null;
  url?: string | undefined;
  flags?: readonly string[];
};
