import { hash } from 'node:crypto';
import type { Report } from '@zhibiao/shared';
import { canonicalJson } from './identity.ts';
import { packed, type Statements } from './packing.ts';

/** A report's content with its observations, as it is kept and as it is told from others; where it was read from does not count. */
export interface Content {
  /** two reports of one article that have it in common have the same content */
  hash: string;
  /** characters of what was hashed */
  length: number;
  statements: Statements;
}

/** Hashes of releases before schema 13 lack it: they were made of the observations before these were packed. */
const MARK = '2:';

/** Packed observations have each sentence once, and most of their fields are in an order that the code gives: what is not is sorted. */
export function contentOf({ file: _file, url: _url, observations, ...report }: Report): Content {
  const statements = packed(observations);
  const { indicators, forms, ...others } = statements;
  const text = canonicalJson([report, indicators, forms]) + JSON.stringify(others);
  return { hash: MARK + hash('sha256', text), length: text.length, statements };
}

export const contentHash = (report: Report): string => contentOf(report).hash;

/** @returns whether a hash that this release or an older one has made is that of a report */
export const isContentOf = (report: Report, known: string, { hash } = contentOf(report)): boolean =>
  known === hash || (!known.startsWith(MARK) && known === olderHash(report));

function olderHash({ file: _file, url: _url, ...report }: Report): string {
  return hash('sha256', canonicalJson(report));
}
