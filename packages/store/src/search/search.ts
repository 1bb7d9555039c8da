import { Genre, present, UsageError } from '@zhibiao/shared';
import { z } from 'zod';
import { effective } from '../documents/head.ts';
import { regionPrefix } from '../documents/identity.ts';
import { promotionsOf } from '../documents/promotions.ts';
import { questionOf, readCursor, writeCursor } from '../queries/cursor.ts';
import { type PageOf, readQuery, Year } from '../queries/query.ts';
import type { Tables } from '../tables/definitions.ts';
import type { TextRow, VersionRow } from '../tables/rows.ts';
import type { Filter } from '../tables/table.ts';
import { fold, pairsOf, wordsOf } from './pairs.ts';
import { type Passage, passagesOf } from './passages.ts';
import { placesOf } from './place.ts';
import { textId } from './text.ts';

const LONGEST = 100;
const MOST_TERMS = 8;
/** Texts that one page reads at most: then it ends early, with a cursor. */
const MOST_READ = 2_000;

export const SearchQuery = z.strictObject({
  /** words, apart by spaces: a report must hold each of them as it is written */
  words: z.string().max(LONGEST, `at most ${LONGEST} characters`),
  /** six-digit code of the report's region; its sub-regions count as well */
  region: z
    .string()
    .regex(/^\d{6}$/, 'a region is a six-digit code such as 321100')
    .optional(),
  /** year of delivery */
  year: Year.optional(),
  source: z.string().min(1).max(500).optional(),
  genre: Genre.optional(),
  /** passages of each report */
  passages: z.int().min(1).max(50).default(3),
  limit: z.int().min(1).max(200).default(20),
  /** `next` of the page before */
  after: z.string().max(1_000).optional(),
});
export type SearchQuery = z.input<typeof SearchQuery>;

/** A report as readers see it now that holds all the words. */
export interface TextHit {
  version: VersionRow;
  /** how often the words occur in it */
  count: number;
  passages: Passage[];
}

/**
 * Reports that hold words, by region code and year. Only what readers see now answers.
 * @throws UsageError for a word of one character, too many words, or a wrong filter
 */
export async function search(tables: Tables, query: SearchQuery): Promise<PageOf<TextHit>> {
  const read = readQuery(SearchQuery, query);
  const terms = termsOf(read.words);
  const filter: Filter = {
    text: { pairs: [...new Set(terms.flatMap(pairsOf))] },
    ...(read.region ? { place: placesOf(regionPrefix(read.region)) } : {}),
    ...(read.year === undefined ? {} : { year: { eq: read.year } }),
  };
  const hits: { hit: TextHit; place: number }[] = [];
  const question = questionOf('search', read);
  const { key } = readCursor(question, read.after);
  let after = key === undefined ? undefined : Number(key);
  for (let seen = 0; seen < MOST_READ; ) {
    const texts = await tables.texts.find(filter, { by: 'place', after, limit: read.limit + 1 });
    // The pairs of a word may stand apart in a text that has not the word.
    const holding = texts
      .map((row) => ({ ...row, folded: fold(row.text) }))
      .filter(({ folded }) => terms.every((term) => folded.includes(term)));
    const versions = await seenVersions(tables, holding);
    for (const { id, text, folded, place } of holding) {
      const version = versions.get(id);
      if (!version || !fits(version, read)) continue;
      hits.push({
        hit: { version, ...passagesOf({ text, folded }, terms, version.report, read.passages) },
        place,
      });
    }
    seen += texts.length;
    if (hits.length > read.limit)
      return pageOf(
        question,
        hits.slice(0, read.limit),
        present(hits[read.limit - 1], 'an item of hits').place,
      );
    if (texts.length <= read.limit) return pageOf(question, hits, null);
    after = present(texts.at(-1), 'the last of texts').place;
  }
  return pageOf(question, hits, after ?? null);
}

const pageOf = (
  question: string,
  hits: readonly { hit: TextHit }[],
  place: number | null,
): PageOf<TextHit> => ({
  rows: hits.map(({ hit }) => hit),
  next: place === null ? null : writeCursor(question, { key: String(place), taken: 0 }),
});

/** @returns the words of a question, folded. @throws UsageError */
function termsOf(words: string): string[] {
  const terms = wordsOf(fold(words));
  if (terms.length === 0) throw new UsageError('words: give the words to look for.', 'words');
  if (terms.length > MOST_TERMS)
    throw new UsageError(`words: at most ${MOST_TERMS} words at once; these are ${terms.length}.`, 'words');
  const short = terms.find((term) => [...term].length < 2);
  if (short !== undefined)
    throw new UsageError(
      `words: ${short} is one character; reports are searched by words of two and more.`,
      'words',
    );
  return terms;
}

const fits = ({ source, report }: VersionRow, query: Pick<SearchQuery, 'source' | 'genre'>) =>
  (query.source === undefined || source === query.source) &&
  (query.genre === undefined || report.genre === query.genre);

/** Text -> the version of its document that readers see, where that has this text. */
async function seenVersions(tables: Tables, texts: readonly TextRow[]): Promise<Map<string, VersionRow>> {
  const documents = await tables.documents.getMany([...new Set(texts.map((text) => text.document))]);
  const promotions = await promotionsOf(tables, documents);
  const heads = documents.flatMap((document) => {
    const head = effective(document, promotions);
    return head && !head.retired ? [`${document.id}.${head.n}`] : [];
  });
  const versions = await tables.versions.getMany(heads);
  return new Map(versions.map((version) => [textId(version), version]));
}
