/**
 * An entry of BibTeX; fields without a text are left out.
 * @param key what names it in a text
 */
export function bibtex(key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `  ${name} = {${name === 'url' ? text : escaped(text)}}`);
  return `@misc{zhibiao-${key.replace(/[^\w.-]/g, '-')},\n${lines.join(',\n')}\n}`;
}

/** An address as TeX sets it: nothing in it is escaped. */
export const texUrl = (url: string): string => `\\url{${url}}`;

/** The day in China of an instant. @param ms since the epoch @returns such as 2026-03-01 */
export const dayOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);

/** Braces would end the field; what TeX reads as its own is escaped, but for an address inside \\url. */
const escaped = (text: string) =>
  text.startsWith('\\url{') ? text : text.replace(/[{}]/g, '').replace(/[%&#_$]/g, '\\$&');
