/**
 * A value that the code around it has made sure of, where the type cannot say so.
 * @param what names it in the error: a fault of ours, never of an input
 * @throws TypeError where it is absent
 * @example
 * ```ts
 * import { present } from '@zhibiao/shared';
 * present(['a', 'b'].at(-1), 'the last letter'); // → 'b'
 * ```
 */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new TypeError(`${what} is missing`);
  return value;
}
