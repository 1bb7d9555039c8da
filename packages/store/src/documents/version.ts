import type { Report } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import type { Commit } from '../document-store.ts';
import { StoreBusyError } from '../errors.ts';
import type { Stated } from '../figures/said.ts';
import { writeText } from '../search/text.ts';
import type { Tables } from '../tables/definitions.ts';
import type { Cause, DocumentRow, ExtractionRow, VersionRow } from '../tables/rows.ts';
import { type Content, isContentOf } from './content.ts';
import { orderKey } from './identity.ts';
import type { KnownNames } from './names.ts';
import { onlyLexiconDiffers } from './parser-version.ts';
import { stretchesOf } from './statements.ts';

const TRIES = 50;

/** What one write knows: the message, its place among the page's extractions, and the report's document as it was read. */
export interface Writing {
  input: Commit;
  extraction: ExtractionRow;
  document: DocumentRow;
  /** its row was made for this write: it has no version yet, or one that somebody is writing now */
  made: boolean;
  content: Content;
  names: KnownNames;
  /** whether readers may come to see this version at once: then its rows have to be found before the head moves */
  candidate: boolean;
  now: number;
}

/**
 * Writes a report as a version with its observations, or finds the version that has the same content already.
 * The version goes first; it is complete when a head points to it.
 */
export async function writeVersion(
  tables: Tables,
  report: Report,
  writing: Writing,
): Promise<{ version: VersionRow; created: boolean; stated?: Stated }> {
  const { document, candidate } = writing;
  const { version, created } = await findOrInsert(tables, report, writing);
  if (document.head?.n === version.n) return { version, created };
  await writeText(tables, version, writing.input.article);
  await writing.names.add(tables, report);
  const { statements } = writing.content;
  await tables.statements.insert([{ id: version.id, ...statements }]);
  await tables.stretches.insert(stretchesOf(version, report.observations));
  if (candidate && !created) await markCandidate(tables, document.id, version.n, document.rev);
  const observations = report.observations.map((observation, i) => ({
    id: `${document.id}-${present(statements.observations[i], 'observations at i')[0]}`,
    observation,
  }));
  return { version, created, stated: { version, observations } };
}

/** Lets queries find a version; `rev` is the revision of the document on which the caller builds. */
export async function markCandidate(tables: Tables, document: string, n: number, rev: number): Promise<void> {
  const set = { current: true, mark: rev };
  await tables.versions.patch({ id: { eq: `${document}.${n}` }, mark: { lte: rev } }, set);
}

/**
 * Takes superseded versions out of the lists of documents, after a compare-and-set has made `document`. Rows that somebody has marked
 * on the ground of this or a later revision are left alone: they may be about to become the head's.
 */
export async function unmarkOthers(tables: Tables, document: DocumentRow): Promise<void> {
  // Before its first revision a document has at most versions that others are writing now: they see to these themselves.
  if (document.rev === 1) return;
  const keep = [document.head, ...document.shadows].flatMap((pointer) => (pointer ? [pointer.n] : []));
  const old = {
    document: { eq: document.id },
    current: { eq: true },
    mark: { lt: document.rev },
    n: { notIn: keep },
  };
  for (const { id } of await tables.versions.find(old))
    await tables.versions.patch({ id: { eq: id }, mark: { lt: document.rev } }, { current: false });
}

async function findOrInsert(tables: Tables, report: Report, writing: Writing) {
  const { document, made, content, input } = writing;
  const alike = { document: { eq: document.id }, article: { eq: input.articleKey } };
  for (let tries = 0; tries < TRIES; tries++) {
    const [last] =
      made && tries === 0
        ? []
        : await tables.versions.find(
            { document: { eq: document.id } },
            { by: 'n', descending: true, limit: 1 },
          );
    const existing =
      last && (await tables.versions.find(alike)).find((row) => isContentOf(report, row.content, content));
    if (existing) return { version: existing, created: false };
    const n = Math.max(last?.n ?? 0, ...(document.gone ?? [])) + 1;
    const version = versionRow(report, n, await causeOf(tables, writing), writing);
    if (await tables.versions.insert([version])) return { version, created: true };
  }
  throw new StoreBusyError(`Others kept adding versions to document ${document.id}.`, input.page);
}

/** Compares with the version that readers see: what is new, the page, or what we made of it? */
async function causeOf(tables: Tables, { input, extraction, document }: Writing): Promise<Cause> {
  if (input.cause) return input.cause;
  if (!document.head) return 'first';
  const base = await tables.versions.get(`${document.id}.${document.head.n}`);
  if (!base) return 'first';
  if (base.article !== input.articleKey)
    return base.time === extraction.time || sameSnapshots(base.snapshots, extraction.snapshots)
      ? 'cleaner'
      : 'content';
  return onlyLexiconDiffers(base.parser, extraction.parser) ? 'lexicon' : 'parser';
}

const sameSnapshots = (a: readonly string[], b: readonly string[]) => a.length > 0 && a.join() === b.join();

function versionRow(report: Report, n: number, cause: Cause, writing: Writing): VersionRow {
  const { input, extraction, document, content, candidate, now } = writing;
  const { observations, ...rest } = report;
  return {
    id: `${document.id}.${n}`,
    document: document.id,
    n,
    page: input.page,
    ordinal: report.ordinal,
    source: input.source,
    article: input.articleKey,
    extraction: input.extractionKey,
    content: content.hash,
    parser: extraction.parser,
    cleaner: extraction.cleaner,
    snapshots: extraction.snapshots,
    cause,
    base: document.head?.n ?? null,
    run: input.run,
    time: extraction.time,
    at: now,
    report: rest,
    count: observations.length,
    order: orderKey(report.region?.adcode ?? null, report.year, document.id, n),
    current: candidate,
    mark: document.rev,
  };
}
