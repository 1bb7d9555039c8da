import type { Article } from '@zhibiao/shared';
import { joinParts } from '../clean/index.ts';
import { pageUrl } from '../discovery/index.ts';
import { wantedFiles } from './gather-files.ts';
import { type CleanedPage, textPart } from './read-page.ts';

/**
 * The article of a page, out of the snapshots of its parts and nothing else: cleaning the archived ones again gives the same.
 * It says `continues-elsewhere` where one of them names a further page that is not among them, and `attachment-unread` where
 * one names a file that is not.
 */
export function articleOf(parts: readonly CleanedPage[]): Article {
  const article = joinedSoFar(parts);
  const addresses = parts.flatMap(({ snapshot, file }) =>
    [snapshot.url, snapshot.finalUrl, file ?? []].flat(),
  );
  const has = new Set(addresses.map(pageUrl));
  const lacks = ({ url }: { url: string }) => !has.has(pageUrl(url));
  // A jump (下转第3版) names a newspaper page and not the article on it: whether it was followed is seen from the text.
  const further = parts
    .flatMap(({ cleaned }) => cleaned.continuations)
    .filter(({ kind }) => kind === 'page' || kind === 'floor-page');
  const flags = new Set(article.flags);
  if (further.some(lacks)) flags.add('continues-elsewhere');
  const pages = parts.filter(({ file }) => file === undefined);
  if (pages.length > 0 && wantedFiles(joinedSoFar(pages)).some(lacks)) flags.add('attachment-unread');
  return { ...article, flags: [...flags] };
}

export const joinedSoFar = (parts: readonly CleanedPage[]): Article => joinParts(parts.map(textPart));
