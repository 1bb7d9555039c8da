import { readFile } from 'node:fs/promises';
import { cleanPage } from '@zhibiao/crawler/clean';
import { type Lexicon, parseArticle } from '@zhibiao/parser';
import { type Archive, Article, Extraction } from '@zhibiao/shared';
import type { CommitResult, DocumentStore } from '@zhibiao/store';

/** Cleans, reads and stores a text file as the workers would. @param at its address, its source, and when it was fetched */
export async function keepText(
  { store, archive }: { store: DocumentStore; archive: Archive },
  lexicon: Lexicon,
  file: string,
  { url, source, time }: { url: string; source: string; time: number },
): Promise<CommitResult> {
  const cleaned = cleanPage({ bytes: await readFile(file), file, url });
  const article = Article.parse({ ...cleaned.articles[0], url });
  const articleKey = await archive.put(JSON.stringify(article));
  const reports = parseArticle(article, { lexicon });
  const extraction = Extraction.parse({ schema: 1, article: articleKey, parser: 'parser-1', reports });
  const extractionKey = await archive.put(JSON.stringify(extraction));
  const from = { page: url, source, run: 'crawl-1', shadow: false, time };
  return store.commit({ ...from, article, articleKey, extraction, extractionKey });
}
