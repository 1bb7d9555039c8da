import {
  type Archive,
  Article,
  bands,
  clusterCopies,
  copyDistance,
  getJson,
  hammingDistance,
  MissingBlobError,
  type Page,
  present,
} from '@zhibiao/shared';
import type { Tables } from '../tables/definitions.ts';
import { DocumentQuery, documentFilter } from './query.ts';
import { visiblePage } from './visible.ts';

/** A page whose text is a copy of another page's: the same report on another site, or at another address of the same one. */
export interface TextCopy {
  /** canonical URL */
  page: string;
  /** what a reader opens */
  address: string;
  source: string | null;
  /** in how many of 64 bits its text's simhash differs from the other's; 0 for the same words */
  distance: number;
  /** of its article, and when that was published (ISO 8601); null where the article names none or no archive was given */
  title: string | null;
  publishedAt: string | null;
  /** milliseconds since the epoch */
  fetchedAt: number | null;
  /** when the page was found to be gone; what it said is kept */
  deletedAt: number | null;
  /** its documents that readers see, by ordinal */
  documents: string[];
}

/** Only the first page of a text carries it: not its further parts, nor a former address that leads here. */
const carriesText = (page: Page): page is Page & { simhash: string } =>
  page.role === 'article' && page.partOf === null && page.simhash !== null;

/**
 * The pages whose text is a copy of this page's: candidates by band, then the distance decides ({@link copyDistance}).
 * @returns the nearest first; empty too for a page that is unknown or whose text is too short to be compared
 */
export async function copiesOf(tables: Tables, url: string, archive?: Archive): Promise<TextCopy[]> {
  const page = await tables.pages.get(url);
  if (!page || !carriesText(page)) return [];
  const candidates = new Map<string, Page & { simhash: string }>();
  for (const band of bands(page.simhash))
    for (const other of await tables.pages.find({ bands: { has: band } }))
      if (other.url !== url && carriesText(other)) candidates.set(other.url, other);
  const copies = [...candidates.values()]
    .map((other) => ({ page: other, distance: hammingDistance(page.simhash, other.simhash) }))
    .filter(({ distance }) => distance <= copyDistance)
    .sort((a, b) => a.distance - b.distance || (a.page.url < b.page.url ? -1 : 1));
  return Promise.all(copies.map((copy) => describe(tables, copy.page, copy.distance, archive)));
}

/**
 * Groups those of the pages whose texts are copies of one another. A copy of a copy belongs to the group.
 * @returns groups of two and more, in the order of their first pages; distances are to the first of the group
 */
export async function clustersOf(
  tables: Tables,
  urls: readonly string[],
  archive?: Archive,
): Promise<TextCopy[][]> {
  const wanted = [...new Set(urls)];
  const known = new Map((await tables.pages.getMany(wanted)).map((page) => [page.url, page]));
  const pages = wanted.flatMap((url) => known.get(url) ?? []).filter(carriesText);
  const groups = clusterCopies(pages.map(({ url, simhash }) => ({ id: url, simhash })));
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  const clusters = groups
    .filter((group) => group.length > 1)
    .map((group) => group.map((url) => present(byUrl.get(url), 'the entry for url in by url')));
  return Promise.all(
    clusters.map((members) =>
      Promise.all(
        members.map((page) =>
          describe(
            tables,
            page,
            hammingDistance(present(members[0], 'the first of members').simhash, page.simhash),
            archive,
          ),
        ),
      ),
    ),
  );
}

async function describe(tables: Tables, page: Page, distance: number, archive?: Archive): Promise<TextCopy> {
  const query = DocumentQuery.parse({ page: page.url });
  const { rows } = await visiblePage(tables, tables.versions, { ...query, filter: documentFilter(query) });
  const article = archive && page.article ? await readArticle(archive, page.article) : null;
  return {
    page: page.url,
    address: page.address ?? page.url,
    source: page.source,
    distance,
    title: article?.title || null,
    publishedAt: article?.publishedAt ?? null,
    fetchedAt: page.fetchedAt,
    deletedAt: page.deletedAt,
    documents: rows.sort((a, b) => a.ordinal - b.ordinal).map((version) => version.document),
  };
}

async function readArticle(archive: Archive, key: string): Promise<Article | null> {
  try {
    return Article.parse(await getJson(archive, key));
  } catch (error) {
    if (error instanceof MissingBlobError) return null;
    throw error;
  }
}
