/** One parameter as it is written, percent escapes included; `value` is null where there is no `=`. */
export interface Parameter {
  readonly name: string;
  readonly value: string | null;
}

/**
 * Splits a raw query. `URLSearchParams` cannot do it: it decodes as UTF-8 and would destroy the GBK escapes
 * of older Chinese sites. Links that were escaped twice (`a=1&amp;b=2` in the final URL) are mended.
 */
export function parseQuery(raw: string): Parameter[] {
  return raw
    .replace(/&amp;/g, '&')
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? { name: pair, value: null } : { name: pair.slice(0, at), value: pair.slice(at + 1) };
    });
}

export function formatQuery(parameters: readonly Parameter[]): string {
  return parameters.map(({ name, value }) => (value === null ? name : `${name}=${value}`)).join('&');
}

/** Parameters by name, those of one name in the order in which they were written. */
export function sortParameters(parameters: readonly Parameter[]): Parameter[] {
  return [...parameters].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Escapes in upper case, and none for characters that need none (RFC 3986, 6.2.2). Bytes stay as they are. */
export function normaliseEscapes(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (written, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(char) ? char : written.toUpperCase();
  });
}
