import type { BlobKey, Extraction } from '@zhibiao/shared';
import { isContentOf } from '../documents/content.ts';
import { pointersOf, removeVersion } from '../documents/gone.ts';
import type { Tables } from '../tables/definitions.ts';
import type { DocumentRow, ExtractionRow, VersionRow } from '../tables/rows.ts';
import { walk } from '../tables/walk.ts';

/** Rows that dropped reprocess runs have left. */
export interface DroppedRows {
  runs: number;
  versions: number;
  observations: number;
  extractions: number;
}

export interface Removal {
  rows: DroppedRows;
  /** names of the versions and extractions that went, or would go */
  ids: ReadonlySet<string>;
}

/**
 * Removes what dropped runs have written and nothing else needs. A version stays that any pointer leads to (a head, a step of history, the
 * shadow of another run) or that an extraction of a crawl or of another run has found as well. An extraction goes last of its
 * page: a removal that was broken off is found by it and goes on.
 * @param read gives an extraction of the archive; null where it is lost: then its versions stay
 */
export async function removeDropped(
  tables: Tables,
  read: (key: BlobKey) => Promise<Extraction | null>,
  { dryRun }: { dryRun: boolean },
): Promise<Removal> {
  const dropped = new Set<string>();
  for await (const { run, state } of walk(tables.promotions)) if (state === 'dropped') dropped.add(run);
  const rows: DroppedRows = { runs: 0, versions: 0, observations: 0, extractions: 0 };
  const ids = new Set<string>();
  for (const run of dropped) {
    const before = rows.extractions;
    for await (const extraction of walk(tables.extractions, { run: { eq: run } })) {
      if (!extraction.shadow) continue;
      for (const version of await unneeded(tables, extraction.page, dropped, read)) {
        // Two dropped runs may have read one page: in a dry run its versions are met twice.
        if (ids.has(version.id)) continue;
        if (!dryRun && !(await removeVersion(tables, version.document, version.n))) continue;
        ids.add(version.id);
        rows.versions++;
        rows.observations += version.count;
      }
      if (!dryRun) await tables.extractions.remove({ id: { eq: extraction.id } });
      ids.add(extraction.id);
      rows.extractions++;
    }
    if (rows.extractions > before) rows.runs++;
  }
  return { rows, ids };
}

async function unneeded(
  tables: Tables,
  page: string,
  dropped: ReadonlySet<string>,
  read: (key: BlobKey) => Promise<Extraction | null>,
): Promise<VersionRow[]> {
  const extractions = await tables.extractions.find({ page: { eq: page } });
  const others = extractions.filter((row) => !(row.shadow && dropped.has(row.run)));
  const result: VersionRow[] = [];
  for (const document of await tables.documents.find({ page: { eq: page } }))
    for (const version of await tables.versions.find({ document: { eq: document.id } }))
      if (
        dropped.has(version.run) &&
        !leadsTo(document, version.n) &&
        !(await foundBy(others, version, read))
      )
        result.push(version);
  return result;
}

const leadsTo = (document: DocumentRow, n: number) => pointersOf(document).some((pointer) => pointer.n === n);

/** The same content in the same article is the same version, whoever wrote it first. */
async function foundBy(
  extractions: readonly ExtractionRow[],
  version: VersionRow,
  read: (key: BlobKey) => Promise<Extraction | null>,
): Promise<boolean> {
  for (const row of extractions) {
    if (row.article !== version.article || !row.ordinals.includes(version.ordinal)) continue;
    const report = (await read(row.extraction))?.reports.find(({ ordinal }) => ordinal === version.ordinal);
    if (!report || isContentOf(report, version.content)) return true;
  }
  return false;
}
