import type { DocumentRow, VersionRow } from '@zhibiao/store';
import type { HandlerDeps } from '../route.ts';

type Tables = HandlerDeps['store']['tables'];

/** The versions that readers see of these documents, by document; one that nobody sees now is left out. */
export async function headsOf(
  tables: Tables,
  documents: readonly Pick<DocumentRow, 'id' | 'head'>[],
): Promise<ReadonlyMap<string, VersionRow>> {
  const heads = documents.flatMap(({ id, head }) => (head && !head.retired ? [`${id}.${head.n}`] : []));
  return new Map((await tables.versions.getMany(heads)).map((row) => [row.document, row]));
}
