import { hash } from 'node:crypto';
import { UsageError } from '@zhibiao/shared';
import type { PageOf } from './query.ts';

/**
 * Where a list goes on: after a key of its order, having given `taken` of what the row after it expands to. It names its question, so that
 * a cursor of another one is refused and not answered with some other stretch.
 */
export interface Cursor {
  key?: string;
  taken: number;
}

/** @returns a short name of a question: everything that is asked but for the page */
export function questionOf(kind: string, query: object): string {
  const { limit: _limit, after: _after, ...asked } = query as Record<string, unknown>;
  const entries = Object.entries(asked).filter(([, value]) => value !== undefined);
  return hash(
    'sha256',
    JSON.stringify([kind, entries.sort(([a], [b]) => (a < b ? -1 : 1))]),
    'base64url',
  ).slice(0, 8);
}

export const writeCursor = (question: string, { key = '', taken }: Cursor): string =>
  Buffer.from(JSON.stringify([question, key, taken])).toString('base64url');

/** @throws UsageError for a cursor of another question, or none at all */
export function readCursor(question: string, after: string | undefined): Cursor {
  if (after === undefined) return { taken: 0 };
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    value = null;
  }
  const [of, key, taken] = Array.isArray(value) ? value : [];
  if (typeof key !== 'string' || !Number.isInteger(taken) || taken < 0)
    throw new UsageError('after: not a cursor; use `next` of the page before.', 'after');
  if (of !== question)
    throw new UsageError('after: this cursor is of another question; ask for the first page.', 'after');
  return { ...(key === '' ? {} : { key }), taken };
}

/**
 * A page whose rows lie in one order: its cursor, wrapped in the name of its question. @throws UsageError for a cursor
 * of another question
 */
export async function withCursor<Q extends { after?: string | undefined }, T>(
  kind: string,
  query: Q,
  ask: (query: Q) => Promise<PageOf<T>>,
): Promise<PageOf<T>> {
  const question = questionOf(kind, query);
  const { key } = readCursor(question, query.after);
  const page = await ask({ ...query, after: key });
  return { ...page, next: page.next === null ? null : writeCursor(question, { key: page.next, taken: 0 }) };
}
