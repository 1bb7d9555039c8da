import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint, isCode } from '@zhibiao/shared';

/** Sources run as they are in tests: the folder of the code is `src` there, else `dist`. */
const CODE = fileURLToPath(new URL('../', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What turns snapshots into articles: readers of pages and files, the joining of a text's parts, and under which address a
 * part is known.
 */
export const makesArticles = (path: string): boolean =>
  isCode(path) &&
  /^(?:clean|attachments)\/|^worker\/(?:clean-again|empty-article|gather|gather-files|joined|read-page|read-sheets)\.|^discovery\/(?:canonical|canonical-rules|query)\.|^fetch\/block-page\./.test(
    path,
  );
/** How pages are found says nothing of how they are read. */
const isRule = (path: string): boolean =>
  /^clean\/.*\.yaml$|^(?:block-pages|canonical-urls)\.yaml$/.test(path);

let own: string | undefined;

/**
 * Recorded with every article: a hash of the code that runs, one of its rules, one of the libraries' versions. One changed
 * line of any changes it, so no article of an older cleaner is ever taken for one of this.
 * @example
 * ```ts
 * import { cleanerVersion } from '@zhibiao/crawler/clean';
 * cleanerVersion() === cleanerVersion(); // → true
 * ```
 */
export function cleanerVersion(): string {
  own ??= versionOf(CODE, PACKAGE);
  return own;
}

/** @param code folder of the code, @param root folder of the package, which holds `data` and `package.json` */
export function versionOf(code: string, root: string): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: unknown };
  const libraries = createHash('sha256').update(JSON.stringify(manifest.dependencies)).digest('hex');
  const rules = fingerprint(join(root, 'data'), isRule);
  return [fingerprint(code, makesArticles), rules, libraries.slice(0, 12)].join('-');
}
