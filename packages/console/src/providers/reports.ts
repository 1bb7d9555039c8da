import type { DocumentRow, VersionRow } from '@zhibiao/store';
import type { HandlerDeps } from '../route.ts';

/** So many reports of a run are named. */
const mostOfRun = 20;

/** Reports that readers see of pages which a run has read, the first of them. */
export async function reportsOfRun(tables: Tables, run: string): Promise<VersionRow[]> {
  const read = await tables.extractions.find({ run: { eq: run } }, { by: 'id', limit: mostOfRun });
  if (read.length === 0) return [];
  const pages = [...new Set(read.map(({ page }) => page))];
  const documents = await Promise.all(
    pages.map((page) => tables.documents.find({ page: { eq: page } }, { by: 'ordinal', limit: mostOfRun })),
  );
  return [...(await headsOf(tables, documents.flat())).values()].slice(0, mostOfRun);
}

type Tables = HandlerDeps['store']['tables'];

/** The versions that readers see of these documents, by document; one that nobody sees now is left out. */
export async function headsOf(
  tables: Tables,
  documents: readonly Pick<DocumentRow, 'id' | 'head'>[],
): Promise<ReadonlyMap<string, VersionRow>> {
  const heads = documents.flatMap(({ id, head }) => (head && !head.retired ? [`${id}.${head.n}`] : []));
  return new Map((await tables.versions.getMany(heads)).map((row) => [row.document, row]));
}
