import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanPage } from '@zhibiao/crawler/clean';
import { loadLexicon, parseArticle } from '@zhibiao/parser';
import { type Archive, Article, Extraction } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url));

/** The real texts beside the repository, where they are. */
export const corpusDirs = ['seeds', 'corpus/reports'].map((dir) => join(shared, dir)).filter(existsSync);

/**
 * Reads real reports into a store as the workers would.
 * @param wanted files to take
 * @returns how many documents there are then
 */
export async function keepCorpus(
  { store, archive }: { store: DocumentStore; archive: Archive },
  wanted: (file: string) => boolean = () => true,
): Promise<number> {
  const lexicon = loadLexicon();
  let documents = 0;
  for (const dir of corpusDirs) {
    const files = (await readdir(dir)).filter((file) => file.endsWith('.txt') && wanted(file)).sort();
    for (const file of files) {
      const url = `https://reports.example.cn/${basename(dir)}/${encodeURIComponent(file)}`;
      const cleaned = cleanPage({ bytes: await readFile(join(dir, file)), file, url });
      const article = Article.parse({ ...cleaned.articles[0], url });
      const articleKey = await archive.put(JSON.stringify(article));
      const reports = parseArticle(article, { lexicon });
      const extraction = Extraction.parse({ schema: 1, article: articleKey, parser: 'parser-1', reports });
      const extractionKey = await archive.put(JSON.stringify(extraction));
      const time = Date.UTC(2026, 0, 5) + documents * 3_600_000;
      const commit = { page: url, source: basename(dir), run: 'crawl-1', shadow: false, time };
      const { documents: kept } = await store.commit({
        ...commit,
        article,
        articleKey,
        extraction,
        extractionKey,
      });
      documents += kept.length;
    }
  }
  return documents;
}
