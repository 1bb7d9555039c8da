import type { z } from '@hono/zod-openapi';
import { UsageError } from '@zhibiao/shared';
import { NotFoundError } from '@zhibiao/store';
import { readNumber } from '../providers/filters.ts';
import type { ConsoleContext, Handler } from '../route.ts';

/** A question that programs may ask, with all that its description says of it. */
export interface ApiRoute {
  /** under `/api/v1`, with `:name` for what stands in the path */
  readonly path: string;
  readonly tag: 'Figures' | 'Reports' | 'Operations';
  readonly summary: string;
  readonly query?: z.ZodObject;
  /** null for a file */
  readonly answer: z.ZodType | null;
  readonly handler: Handler;
}

/** @throws NotFoundError where there is none */
export function found<T>(one: T | null, what: string, id: string): T {
  if (one === null) throw new NotFoundError(`There is no ${what} ${id}.`, id);
  return one;
}

/** What stands in the path. */
export const idOf = (c: ConsoleContext): string => c.req.param('id') ?? '';

/** An empty field of a form is no filter. */
export const given = (c: ConsoleContext, name: string): string | undefined =>
  c.req.query(name)?.trim() || undefined;

export const givenNumber = (c: ConsoleContext, name: string): number | undefined => {
  const text = given(c, name);
  return text === undefined ? undefined : readNumber(name, text);
};

const mostRows = 1_000;

/** A page of a list that is known whole: `limit` rows from `after`. @throws UsageError */
export function pageOf<T>(c: ConsoleContext, all: readonly T[]): { rows: readonly T[]; next: string | null } {
  const limit = givenNumber(c, 'limit') ?? 100;
  const start = givenNumber(c, 'after') ?? 0;
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows)
    throw new UsageError(`limit: a whole number from 1 to ${mostRows}.`, 'limit');
  if (!Number.isInteger(start) || start < 0)
    throw new UsageError('after: not the cursor of a page.', 'after');
  const end = start + limit;
  return { rows: all.slice(start, end), next: end < all.length ? String(end) : null };
}
