import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '@zhibiao/shared';
import { UsageError } from '@zhibiao/shared';
import { parseSource } from './parse.ts';

/**
 * Reads the source definitions of a folder, one `*.yaml` file each, in the order of their names; folders in it are
 * not searched. One file is read too.
 * @throws UsageError when the folder cannot be read, and with every fault of every file (`file:line: field: what is
 * wrong`), two files with one id included
 */
export async function loadSources(dir: string): Promise<Source[]> {
  const files = await definitionFiles(dir);
  const faults: string[] = [];
  const byId = new Map<string, { file: string; source: Source }>();
  for (const file of files) {
    try {
      const source = parseSource(await readFile(file, 'utf8'), file);
      const other = byId.get(source.id);
      if (other)
        faults.push(`${file}:1: id ${source.id} is taken by ${other.file}; give one of them another id`);
      else byId.set(source.id, { file, source });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      faults.push(error.message);
    }
  }
  if (faults.length > 0) throw new UsageError(faults.join('\n'), dir);
  return [...byId.values()].map(({ source }) => source);
}

async function definitionFiles(dir: string): Promise<string[]> {
  try {
    if ((await stat(dir)).isFile()) return [dir];
    const entries = await readdir(dir, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
      .map((entry) => join(dir, entry.name))
      .sort();
  } catch (error) {
    throw new UsageError(
      `The folder of source definitions, ${dir}, cannot be read (${(error as Error).message}). Name another with ZHIBIAO_SEEDS.`,
      dir,
      { cause: error },
    );
  }
}
