import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Lexicon } from './lexicon/index.ts';
import { ownLexicon } from './tools.ts';

/** Raised by hand when the code's output changes: outputs of older versions are stale then. */
const CODE = 1;
const DATA = new URL('../data/', import.meta.url);

let data: string | null = null;

/**
 * What an extraction is filed under: the code's version, a hash of the lexicon in use (a user's files included) and
 * one of the other data files. One changed line changes it.
 */
export function parserVersion(lexicon: Lexicon = ownLexicon()): string {
  data ??= hashData();
  return `${CODE}-${lexicon.hash}-${data}`;
}

function hashData(): string {
  const hash = createHash('sha256');
  for (const folder of readdirSync(DATA).sort()) {
    if (folder === 'lexicon') continue;
    for (const file of readdirSync(new URL(`${folder}/`, DATA)).sort()) {
      hash.update(file).update(readFileSync(new URL(`${folder}/${file}`, DATA)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
