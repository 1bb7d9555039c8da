import { type Archive, Article, getJson, MissingBlobError, present } from '@zhibiao/shared';
import type { Tables } from '../tables/definitions.ts';
import type { Correction, ReviewRow } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';

/** What people said of one report's observations, with the text that they said it of: complete in itself, for the parser's evaluation. */
export interface ReviewedReport {
  schema: 1;
  document: string;
  page: string;
  /** of the report in its article */
  ordinal: number;
  article: Article;
  reviews: ReviewedClaim[];
}

interface ReviewedClaim {
  verdict: ReviewRow['verdict'];
  /** the words, by which the claim is found in the text */
  quote: string;
  sentence: string;
  /** `checked` and `corrected`: what a parser shall read; `wrong`: what it shall not */
  claim: Correction;
  by: string;
  at: number;
  note: string;
}

/**
 * All reviews as an evaluation set, a report at a time. Reviews of an older release, which do not say what the person
 * saw, and those whose text
 * is gone are left out.
 * @example
 * ```ts
 * import { mkdtemp } from 'node:fs/promises';
 * import { evaluationSet, openArchive, openStore } from '@zhibiao/store';
 * const [store, archive] = [await openStore(await mkdtemp('/tmp/zhibiao-example-')), await openArchive(await
 * mkdtemp('/tmp/zhibiao-example-'))];
 * const reports = [];
 * for await (const report of evaluationSet(store.tables, archive)) reports.push(report);
 * reports; // → []
 * await store.close();
 * await archive.close();
 * ```
 */
export async function* evaluationSet(tables: Tables, archive: Archive): AsyncGenerator<ReviewedReport> {
  const byVersion = new Map<string, ReviewRow[]>();
  for await (const review of walk(tables.reviews)) {
    if (!review.seen || !review.n) continue;
    const version = `${review.document}.${review.n}`;
    byVersion.set(version, [...(byVersion.get(version) ?? []), review]);
  }
  for (const [id, reviews] of byVersion) {
    const version = await tables.versions.get(id);
    const article = version && (await articleOf(archive, version.article));
    if (!article) continue;
    yield {
      schema: 1,
      document: version.document,
      page: version.page,
      ordinal: version.report.ordinal,
      article,
      reviews: reviews.map(({ verdict, quote, sentence, seen, fields, by, at, note }) => ({
        verdict,
        quote,
        sentence,
        claim: { ...present(seen, 'the seen'), ...fields },
        by,
        at,
        note,
      })),
    };
  }
}

async function articleOf(archive: Archive, key: string): Promise<Article | null> {
  try {
    return Article.parse(await getJson(archive, key));
  } catch (error) {
    if (error instanceof MissingBlobError) return null;
    throw error;
  }
}
