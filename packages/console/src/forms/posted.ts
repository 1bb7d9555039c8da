import { present, UsageError } from '@zhibiao/shared';
import type { ConsoleContext } from '../route.ts';

/** What a form has sent: trimmed texts, '' for a field that is not there. */
export interface Posted {
  text(name: string): string;
  has(name: string): boolean;
  /** @returns null where the field is empty. @throws UsageError */
  number(name: string): number | null;
  /** one value a line or item; empty ones are left out */
  list(name: string): string[];
  file(name: string): File | null;
}

export async function readPosted(c: ConsoleContext): Promise<Posted> {
  const body = await c.req.parseBody({ all: true });
  const texts = (name: string) =>
    [body[name]].flat().flatMap((value) => (typeof value === 'string' ? [value.trim()] : []));
  const text = (name: string) => texts(name).at(-1) ?? '';
  return {
    text,
    has: (name) => texts(name).some((value) => value !== ''),
    number(name) {
      const given = text(name);
      if (given === '') return null;
      const number = readAmount(given);
      if (number === null) throw new UsageError(`${name}: ${given} is not a number.`, name);
      return number;
    },
    list: (name) =>
      texts(name)
        .flatMap((value) => value.split(/\r?\n/).map((line) => line.trim()))
        .filter(Boolean),
    file(name) {
      const given = [body[name]].flat().find((value) => value instanceof File);
      return given instanceof File && given.size > 0 ? given : null;
    },
  };
}

const multipliers: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** @param text `5.5`, `4,017.36亿`, `-3%` @returns null where it is no number */
export function readAmount(text: string): number | null {
  const match = /^([+-]?[\d,，]{0,30}\.?\d{1,30})\s{0,9}(万亿|亿|万)?\s{0,9}%?$/.exec(text.trim());
  if (!match) return null;
  const digits = present(match[1], 'group 1 of the match').replace(/[,，]/g, '');
  if (!match[2]) return Number(digits);
  return Number(
    (
      Number(digits) * present(multipliers[match[2]], 'the entry for entry of match in multipliers')
    ).toPrecision(15),
  );
}
