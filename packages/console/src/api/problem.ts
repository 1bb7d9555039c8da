import type { Suggestion } from '@zhibiao/shared';
import type { ConsoleContext } from '../route.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'The question is wrong',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  413: 'Too large',
  429: 'Too many tries',
  500: 'An error of the console',
  503: 'Not available now',
};

/**
 * What went wrong, for programs (RFC 9457). `error` is the name of the error's class, by which it can be told from
 * others; `candidates` are what
 * may have been meant: `{name, code}` of regions or indicators.
 */
export const problem = (
  c: ConsoleContext,
  status: number,
  error: string,
  detail: string,
  candidates: readonly Suggestion[] = [],
): Response =>
  c.body(
    JSON.stringify({
      type: `/api#${error}`,
      title: titles[status] ?? 'Failed',
      status,
      detail,
      instance: c.req.path,
      error,
      ...(candidates.length > 0 ? { candidates } : {}),
    }),
    status as 400,
    { 'Content-Type': 'application/problem+json' },
  );
