import safeRegex from 'safe-regex2';

/** How much of a title or an address a source's pattern gets to see. */
const maxInput = 500;

/** @returns why a source's pattern cannot be used, or null when it can */
export function patternFault(pattern: string): string | null {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    return (error as Error).message;
  }
  return safeRegex(pattern)
    ? null
    : `/${pattern}/ repeats a repetition, which can take for ever on some titles; write it without nested + or *`;
}

/** A pattern that was checked, applied to the first 500 characters. */
export function compilePattern(pattern: string): (input: string) => boolean {
  const compiled = new RegExp(pattern, 'u');
  return (input) => compiled.test(input.slice(0, maxInput));
}
