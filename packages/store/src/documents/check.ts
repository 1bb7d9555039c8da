import { CorruptInputError } from '@zhibiao/shared';
import type { Commit } from '../document-store.ts';
import { RowTooLargeError, UnknownSchemaError } from '../errors.ts';
import { type Content, contentOf } from './content.ts';

/**
 * Largest report (without its observations) and largest single observation, in characters of JSON: safely below
 * MongoDB's 16 MB in UTF-8.
 */
const LARGEST = 5_000_000;

/**
 * Refuses what must not get into the database, before anything is written.
 * @returns the content of each report, in their order: what had to be looked at is not looked at twice
 * @throws UnknownSchemaError, CorruptInputError (another article's extraction; a span that is not its quote), RowTooLargeError
 */
export function checkCommit({ extraction, extractionKey, article, articleKey }: Commit): Content[] {
  if (extraction.schema !== 1)
    throw new UnknownSchemaError(
      `Extraction ${extractionKey} has schema ${JSON.stringify(extraction.schema)}; this release knows 1. Upgrade Zhibiao or parse again.`,
      extractionKey,
    );
  if (extraction.article !== articleKey)
    throw new CorruptInputError(
      `Extraction ${extractionKey} was made of article ${extraction.article}, not of ${articleKey}. Parse the page again.`,
      extractionKey,
    );
  const contents = extraction.reports.map(contentOf);
  const whole = contents.reduce((sum, { length }) => sum + length, 0);
  const ordinals = new Set<number>();
  for (const { observations, ...report } of extraction.reports) {
    if (ordinals.has(report.ordinal))
      throw new CorruptInputError(
        `Extraction ${extractionKey} has two reports with ordinal ${report.ordinal}.`,
        extractionKey,
      );
    ordinals.add(report.ordinal);
    // An observation has its quote beside the sentence that it is cut from.
    const largest = 2 * whole < LARGEST ? 0 : largestRow(report, observations);
    if (largest > LARGEST)
      throw new RowTooLargeError(
        `A row of extraction ${extractionKey} would have ${largest} characters; ${LARGEST} are allowed. Nothing was stored.`,
        extractionKey,
      );
    for (const { span, quote } of observations)
      if (article.text.slice(span.start, span.end) !== quote)
        throw new CorruptInputError(
          `Extraction ${extractionKey}: the text at ${span.start}-${span.end} is not the quote ${JSON.stringify(
            quote.slice(0, 60),
          )}. Nothing was stored.`,
          extractionKey,
        );
  }
  return contents;
}

const largestRow = (report: object, observations: object[]) =>
  [report, ...observations].reduce((most, row) => Math.max(most, JSON.stringify(row).length), 0);
