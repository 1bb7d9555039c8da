/**
 * Where a redirect leads. Servers write raw bytes of any charset into the header, which come as Latin-1: each is escaped as
 * it is, as browsers do, and none decoded.
 * @returns an absolute address, or the header's value where it is none
 */
export function resolveLocation(location: string, base: string): string {
  const escaped = location.replace(/[\x80-\xff]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return URL.canParse(escaped, base) ? new URL(escaped, base).href : escaped;
}
