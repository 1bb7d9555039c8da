import { type Archive, Article, type BlobKey, getJson, MissingBlobError } from '@zhibiao/shared';

/** @returns the article of a version, or null where the archive has lost it: then its observations can still be shown */
export async function readArticle(archive: Archive, key: BlobKey): Promise<Article | null> {
  try {
    return Article.parse(await getJson(archive, key));
  } catch (error) {
    if (error instanceof MissingBlobError) return null;
    throw error;
  }
}
