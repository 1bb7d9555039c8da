import type { ConsoleContext } from '../route.ts';

/** The address of the page with some of its query changed; null takes a name away. */
export function addressWith(c: ConsoleContext, changes: Readonly<Record<string, string | null>>): string {
  const url = new URL(c.req.url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return `${url.pathname}${url.search}`;
}

/** @param query empty and missing values are left out */
export function address(path: string, query: Readonly<Record<string, string | number | null | undefined>>) {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const text = new URLSearchParams(
    Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
  ).toString();
  return text ? `${path}?${text}` : path;
}

/** The query of the page without some names, and with others; empty values are left out. */
export function queryWithout(
  c: ConsoleContext,
  names: readonly string[],
  more: Readonly<Record<string, string>> = {},
): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of new URL(c.req.url).searchParams)
    if (value !== '' && !names.includes(name)) query.append(name, value);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query;
}
