import { type Archive, Article, type BlobKey, MissingBlobError } from '@zhibiao/shared';
import type { Tables } from '../tables/definitions.ts';
import { walk } from '../tables/walk.ts';
import { textId, writeText } from './text.ts';

export interface IndexingResult {
  /** texts that were made searchable */
  added: number;
  /** versions whose article the archive does not have */
  missing: string[];
}

/** @returns a reader of an archive's articles; null for one that it does not have */
export const articlesOf =
  (archive: Archive) =>
  async (key: BlobKey): Promise<Article | null> => {
    try {
      return Article.parse(JSON.parse(new TextDecoder().decode(await archive.get(key))));
    } catch (error) {
      if (error instanceof MissingBlobError) return null;
      throw error;
    }
  };

/**
 * Makes the reports searchable that an earlier release has stored: those that readers see or may come to see. May be
 * broken off and repeated.
 * @param read an article of the archive; null where it is not there
 */
export async function indexTexts(
  tables: Tables,
  read: (key: BlobKey) => Promise<Article | null>,
  progress: (done: number) => void = () => {},
): Promise<IndexingResult> {
  const result: IndexingResult = { added: 0, missing: [] };
  let done = 0;
  for await (const document of walk(tables.documents)) {
    const pointers = [document.head, ...document.shadows].flatMap((pointer) => (pointer ? [pointer.n] : []));
    const versions = await tables.versions.getMany([...new Set(pointers)].map((n) => `${document.id}.${n}`));
    for (const version of versions) {
      if (await tables.texts.get(textId(version))) continue;
      const article = await read(version.article);
      if (article) await writeText(tables, version, article);
      if (article) result.added++;
      else result.missing.push(version.id);
    }
    progress(++done);
  }
  return result;
}
