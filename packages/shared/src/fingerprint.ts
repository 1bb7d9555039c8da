import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * First 12 digits of a sha256 over the names and contents of a folder's files, its subfolders included, in the order of
 * their names.
 *
 * @param counts whether the file at a path relative to the folder counts; `/` separates on every system
 * @example
 * ```ts
 * import { fingerprint } from '@zhibiao/shared';
 * fingerprint('docs/decisions', (path) => path.endsWith('.md')).length; // → 12
 * ```
 */
export function fingerprint(folder: string, counts: (path: string) => boolean): string {
  const hash = createHash('sha256');
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter(counts)
    .sort();
  for (const path of paths) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(folder, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

/**
 * Code that makes output: neither tests nor what the compiler writes for editors. For `fingerprint` over sources and builds.
 * @example
 * ```ts
 * import { isCode } from '@zhibiao/shared';
 * ['claims/read.ts', 'claims/read.test.ts', 'testing/texts.ts'].filter(isCode); // → ['claims/read.ts']
 * ```
 */
export const isCode = (path: string): boolean =>
  /\.[jt]s$/.test(path) && !/\.(?:test|d)\.ts$|(?:^|\/)testing\//.test(path);
