import { readFileSync } from 'node:fs';
import type { PageInput } from '../types.ts';

/** Saved bytes from a `fixtures` folder beside the test. */
export function fixture(testUrl: string, name: string, url?: string): PageInput {
  const bytes = readFileSync(new URL(`./fixtures/${name}`, testUrl));
  return { bytes, ...(url === undefined ? {} : { url }) };
}
