import { createHash } from 'node:crypto';
import type { Article } from '@zhibiao/shared';
import type { Tables } from '../tables/definitions.ts';
import type { TextRow, VersionRow } from '../tables/rows.ts';
import { placeOf } from './place.ts';

const TRIES = 50;

/**
 * Names the text of a version. Versions of a document that differ in what was read from the text alone share it; a text
 * whose region or year was
 * read otherwise is another, since it is found under these.
 */
export function textId({
  document,
  article,
  report,
}: Pick<VersionRow, 'document' | 'article'> & {
  report: Pick<VersionRow['report'], 'span' | 'region' | 'year'>;
}): string {
  const { span, region, year } = report;
  const named = [article, span.start, span.end, region?.adcode ?? null, year];
  return `${document}.${createHash('sha256').update(JSON.stringify(named)).digest('hex').slice(0, 16)}`;
}

/** Makes the text of a version searchable: before a head points to the version, so that there is nothing to be done when one does. */
export async function writeText(tables: Tables, version: VersionRow, article: Article): Promise<void> {
  const id = textId(version);
  if (await tables.texts.get(id)) return;
  const { span, region, year } = version.report;
  const row: TextRow = {
    id,
    document: version.document,
    place: 0,
    year,
    text: article.text.slice(span.start, span.end),
  };
  for (let tries = 0; tries < TRIES; tries++) {
    const place = placeOf(region?.adcode ?? null, year, id.slice(id.lastIndexOf('.') + 1), tries);
    if (await tables.texts.insert([{ ...row, place }])) return;
    if (await tables.texts.get(id)) return;
  }
  throw new Error(`no place for text ${id}`);
}

/** Takes the text of a version that is being removed away, unless another version of its document has the same. */
export async function removeText(tables: Tables, version: VersionRow): Promise<void> {
  const id = textId(version);
  const shared = async () => {
    const others = await tables.versions.find({ document: { eq: version.document } });
    return others.some((other) => other.n !== version.n && textId(other) === id);
  };
  if (await shared()) return;
  const text = await tables.texts.get(id);
  await tables.texts.remove({ id: { eq: id } });
  // A version that came in between has found its text there, and not written it.
  if (text && (await shared())) await tables.texts.insert([text]);
}
