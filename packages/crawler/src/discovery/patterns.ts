import { RE2JS } from 're2js';

/** How much of a title or an address a source's pattern gets to see. */
const maxInput = 500;
/** A pattern that a person wrote is shorter. */
const maxPattern = 1000;

/** What JavaScript's engine takes and this one does not, each with the way to write it. */
const unsupported: readonly { readonly form: RegExp; readonly what: string; readonly instead: string }[] = [
  {
    form: /^\(\?<?[=!]/,
    what: 'looks ahead or back',
    instead: 'write the words themselves, or name what is not wanted under `exclude`',
  },
  {
    form: /^\\(?:[1-9]|k<)/,
    what: 'refers back to a group',
    instead: 'write out what shall be repeated',
  },
  {
    form: /^\\[pP]\{[^}]*=/,
    what: 'names a Unicode property with =',
    instead: 'write the value alone: \\p{Han}, not \\p{Script=Han}',
  },
  {
    // The translation drops the backslash of an unknown escape, and the letter would stand for itself.
    form: /^\\(?![dDwWsSbBnrtfvxucpPAzQE0])[A-Za-z0-9]/,
    what: 'holds an escape that means nothing',
    instead: 'leave out the backslash, or write two for a backslash itself',
  },
];

/**
 * Patterns of sources come from people, from backups and from other machines, so they run on RE2's engine: its work
 * grows with the length of the input, whatever the pattern.
 * @returns why a pattern cannot be used and how to write it instead, or null when it can
 */
export function patternFault(pattern: string): string | null {
  if (pattern.length > maxPattern)
    return `the pattern has ${pattern.length} characters; ${maxPattern} are the most`;
  const fault = unsupportedPart(pattern);
  if (fault) return `/${pattern}/ ${fault.what} (${fault.at}); ${fault.instead}`;
  try {
    compiled(pattern);
    return null;
  } catch (error) {
    return `/${pattern}/ is no regular expression: ${(error as Error).message.replace('error parsing regexp: ', '')}`;
  }
}

/** A pattern that {@link patternFault} has passed, applied to the first 500 characters. */
export function compilePattern(pattern: string): (input: string) => boolean {
  const expression = compiled(pattern);
  return (input) => expression.test(input.slice(0, maxInput));
}

const compiled = (pattern: string): RE2JS => RE2JS.compile(RE2JS.translateRegExp(pattern));

function unsupportedPart(pattern: string): { what: string; at: string; instead: string } | null {
  for (let i = 0; i < pattern.length; i += pattern[i] === '\\' ? 2 : 1) {
    const rest = pattern.slice(i, i + 40);
    // In a class a parenthesis is a character; the escapes mean the same there.
    for (const { form, what, instead } of unsupported) {
      const found = form.exec(rest);
      if (found && !(found[0].startsWith('(') && inClass(pattern, i))) return { what, at: found[0], instead };
    }
  }
  return null;
}

function inClass(pattern: string, at: number): boolean {
  let open = false;
  for (let i = 0; i < at; i += pattern[i] === '\\' ? 2 : 1) {
    if (pattern[i] === '[') open = true;
    else if (pattern[i] === ']') open = false;
  }
  return open;
}
