import { type Archive, type Article, getJson } from '@zhibiao/shared';
import { readObservations } from '../documents/observations.ts';
import { NotFoundError } from '../errors.ts';
import type { Tables } from '../tables/definitions.ts';
import type { ObservationRow, VersionRow } from '../tables/rows.ts';
import { diffObservations, type ObservationDiff } from './observations.ts';
import { diffTexts, type TextDiff } from './text.ts';

export interface VersionName {
  document: string;
  n: number;
}

export interface VersionDiff {
  before: VersionRow;
  after: VersionRow;
  observations: ObservationDiff<ObservationRow>;
  /** of the reports' own stretch of text; null without an archive to read it from */
  text: TextDiff | null;
}

/**
 * Compares two versions of a document, which may be of different documents: copies of one report are compared so.
 * @throws NotFoundError; MissingBlobError, CorruptInputError of the archive
 */
export async function diffVersions(
  tables: Tables,
  before: VersionName,
  after: VersionName,
  archive?: Archive,
): Promise<VersionDiff> {
  const [a, b] = await Promise.all([readVersion(tables, before), readVersion(tables, after)]);
  const [old, fresh] = await Promise.all([
    readObservations(tables, a.document, a.n),
    readObservations(tables, b.document, b.n),
  ]);
  const text = archive ? diffTexts(await reportText(archive, a), await reportText(archive, b)) : null;
  return { before: a, after: b, observations: diffObservations(old, fresh), text };
}

async function readVersion(tables: Tables, { document, n }: VersionName): Promise<VersionRow> {
  const version = await tables.versions.get(`${document}.${n}`);
  if (version) return version;
  throw new NotFoundError(
    `There is no version ${n} of document ${document}. \`zhibiao documents history\` shows them.`,
    document,
  );
}

async function reportText(archive: Archive, { article, report }: VersionRow): Promise<string> {
  const { text } = (await getJson(archive, article)) as Article;
  return text.slice(report.span.start, report.span.end);
}
