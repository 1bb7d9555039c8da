import { mkdirSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '@zhibiao/shared';
import { nameWriteFault } from './archive/files.ts';

/**
 * Makes a folder and those above it, one by one: Node's own recursive call never returns where a file system refuses new
 * folders with ENOENT.
 * @throws UsageError where a file stands in the way or the folder cannot be made, ArchiveFullError
 */
export function makeFolder(folder: string): void {
  const there = statOf(folder);
  if (there?.isDirectory()) return;
  if (there) throw new UsageError(`${folder} is a file, and a folder is wanted. Name another one.`, folder);
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another process was faster.
    if (code === 'EEXIST') return;
    if (code !== 'EROFS') {
      const named = nameWriteFault(error, folder);
      if (named !== error) throw named;
    }
    throw new UsageError(
      `The folder ${folder} cannot be made (${code}). Allow this user to write to ${above}, or name another folder.`,
      folder,
      { cause: error },
    );
  }
}

/** @returns null where there is nothing, also where a file stands above */
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw new UsageError(
      `${path} cannot be reached (${(error as Error).message}). Name another folder.`,
      path,
      {
        cause: error,
      },
    );
  }
}
