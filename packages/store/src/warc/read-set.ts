import type { Snapshot } from '@zhibiao/shared';
import type { KeptArchive } from '../archive/index.ts';
import { importWarc, type WarcBodies, type WarcImport, withoutOriginal } from './read.ts';

/** Hears what becomes of each file and of each snapshot. */
export interface WarcReport {
  taken: (snapshot: Snapshot) => void;
  done: (file: string, result: WarcImport) => void;
  failed: (file: string, error: Error) => void;
}

/**
 * Imports a set of WARC files as {@link importWarc} does. Crawls are split over files that repeat one another's records, in
 * any order: a file whose originals stand in a later one is read once more behind it.
 */
export async function importWarcs(
  archive: KeptArchive,
  files: readonly string[],
  report: WarcReport,
): Promise<void> {
  const bodies: WarcBodies = new Map();
  const waiting: string[] = [];
  const read = async (file: string, isLast: boolean) => {
    try {
      const result = await importWarc(archive, file, report.taken, bodies);
      const waits = result.refused.some(({ reason }) => reason === withoutOriginal);
      if (waits && !isLast) waiting.push(file);
      else report.done(file, result);
    } catch (error) {
      report.failed(file, error as Error);
    }
  };
  for (const file of files) await read(file, files.length === 1);
  for (const file of waiting) await read(file, true);
}
