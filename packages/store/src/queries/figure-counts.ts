import { changedAfter } from '../figures/contribute.ts';
import type { Tables } from '../tables/definitions.ts';
import { mostCounted } from './figure-lists.ts';
import { ChangeQuery, CopyQuery, disputed, figureFilter } from './figure-query.ts';
import { readQuery } from './query.ts';

/**
 * About how many figures have changed after a time, {@link mostCounted} of them or more: it counts those as well that
 * came and went between two
 * looks.
 * @returns null where no index tells: for a genre or a source
 * @throws UsageError
 */
export async function changeCount(tables: Tables, query: ChangeQuery): Promise<number | null> {
  const read = readQuery(ChangeQuery, query);
  if (read.genre !== undefined || read.source !== undefined) return null;
  const { kinds: _kinds, ...filter } = await figureFilter(tables, read);
  return tables.figures.count({ ...filter, changed: { gt: changedAfter(read.since) } }, mostCounted);
}

/**
 * About how many figures several documents give, {@link mostCounted} of them or more: a promise and its result count once.
 * @returns null where no index tells: for a genre, a source, a time of the past
 * @throws UsageError
 */
export async function copyCount(tables: Tables, query: CopyQuery): Promise<number | null> {
  const read = readQuery(CopyQuery, query);
  if (read.genre !== undefined || read.source !== undefined || read.asOf !== undefined) return null;
  const filter = await figureFilter(tables, read);
  return tables.figures.count({ ...filter, dispute: disputed(read.conflicts) }, mostCounted);
}
