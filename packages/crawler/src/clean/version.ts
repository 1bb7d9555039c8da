import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fingerprint, isCode } from '@zhibiao/shared';

const CODE = fileURLToPath(new URL('../', import.meta.url));
const DATA = fileURLToPath(new URL('../../data/', import.meta.url));
const MANIFEST = new URL('../../package.json', import.meta.url);

/** What turns snapshots into articles: readers of pages and files, and the joining of a text's parts. */
const makesArticles = (path: string): boolean =>
  isCode(path) &&
  /^(?:clean|attachments)\/|^worker\/(?:clean-again|gather|gather-files|joined|read-page|read-sheets)\.|^fetch\/block-page\./.test(
    path,
  );
/** How pages are found says nothing of how they are read. */
const isRule = (path: string): boolean => /^clean\/.*\.yaml$|^block-pages\.yaml$/.test(path);

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
  own ??= [fingerprint(CODE, makesArticles), fingerprint(DATA, isRule), libraries()].join('-');
  return own;
}

function libraries(): string {
  const { dependencies } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { dependencies: unknown };
  return createHash('sha256').update(JSON.stringify(dependencies)).digest('hex').slice(0, 12);
}
