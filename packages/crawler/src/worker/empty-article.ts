import type { Article } from '@zhibiao/shared';

/**
 * What is parsed in place of a page that has no text of its own any more, so that its documents are given back.
 * @param why the flag that says so
 */
export const emptyArticle = (url: string, why: 'part-of-another-text' | 'no-article'): Article => ({
  url,
  title: '',
  author: '',
  publishedAt: null,
  site: '',
  text: '',
  family: 'generic',
  charset: { label: 'none', reason: why },
  parts: [],
  flags: [why],
});
