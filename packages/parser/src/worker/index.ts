import {
  type Archive,
  Article,
  CorruptInputError,
  type Extraction,
  getJson,
  type Report,
} from '@zhibiao/shared';
import type { Handler } from '@zhibiao/shared/queues';

export interface ParseHandlerOptions {
  readonly archive: Archive;
  /** the parser's version, its lexicon's hash included: what an output is filed under */
  readonly version: string;
  readonly parse: (article: Article) => Report[];
}

/**
 * Turns an article blob into an extraction blob. An output that this parser version has made before is found
 * in the archive and not made again.
 */
export function createParseHandler({ archive, version, parse }: ParseHandlerOptions): Handler<'parse'> {
  return async (message, { log }) => {
    const { article } = message;
    let extraction = await archive.derived('parse', version, article);
    if (extraction === null) {
      const read = Article.safeParse(await getJson(archive, article));
      if (!read.success) {
        throw new CorruptInputError(
          `The archived article is not one: ${read.error.issues[0]?.message}. Clean its snapshot again.`,
          article,
        );
      }
      const found: Extraction = { schema: 1, article, parser: version, reports: parse(read.data) };
      extraction = await archive.put(JSON.stringify(found));
      await archive.setDerived('parse', version, article, extraction);
      const observations = found.reports.reduce((sum, report) => sum + report.observations.length, 0);
      log.debug({ reports: found.reports.length, observations }, 'parsed');
    }
    return { emit: [{ queue: 'store', message: { ...message, extraction } }] };
  };
}
