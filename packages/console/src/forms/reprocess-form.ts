import { UsageError } from '@zhibiao/shared';
import type { ReprocessSelection } from '@zhibiao/store/reprocess';
import { readRegion } from '../providers/filters.ts';

/** The fields of the form. */
export const reprocessFields = ['from', 'source', 'region', 'year', 'genre', 'flag', 'older'] as const;

/**
 * @param read a field of the form
 * @param versions that read pages now
 * @throws UsageError, RegionError
 */
export function readReprocess(
  read: (name: (typeof reprocessFields)[number]) => string,
  versions: { readonly parser: string; readonly cleaner: string },
): ReprocessSelection {
  const year = read('year');
  if (year !== '' && !/^\d{4}$/.test(year))
    throw new UsageError(`year: ${year} has not four digits.`, 'year');
  const older = read('older');
  const genre = read('genre');
  return {
    from: read('from') === 'clean' ? 'clean' : 'parse',
    ...(read('source') ? { source: read('source') } : {}),
    ...(read('region') ? { region: readRegion(read('region')) } : {}),
    ...(year ? { year: Number(year) } : {}),
    ...(genre ? { genre: genre as 'budget' } : {}),
    ...(read('flag') ? { flag: read('flag') } : {}),
    ...(older === 'parser' ? { olderThanParser: versions.parser } : {}),
    ...(older === 'cleaner' ? { olderThanCleaner: versions.cleaner } : {}),
  };
}
