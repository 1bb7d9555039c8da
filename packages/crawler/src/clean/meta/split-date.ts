import { isDay, present } from '@zhibiao/shared';

const year = String.raw`(?:19|20)\d{2}`;
const month = '0?[1-9]|1[0-2]';
const day = String.raw`0?[1-9]|[12]\d|3[01]`;
/** 2031 | 03/12 | 09:25:41 and 12 | 2031年03月, in cells of their own, with or without white space between them. */
const yearFirst = new RegExp(
  String.raw`(?<!\d)(${year})\s{0,9}[/|]?\s{0,9}(${month})\s{0,9}[/.|-]\s{0,9}(0[1-9]|[12]\d|3[01]|[1-9](?!\d))\s{0,9}(?:(?:[01]\d|2[0-3]):[0-5]\d|$)`,
);
const dayFirst = new RegExp(
  String.raw`(?:^|\s)(${day})\s{0,9}[/|\s]\s{0,9}(${year})\s{0,9}[-年./]\s{0,9}(${month})\s{0,9}月?(?:\s|$)`,
);
const monthFirst = new RegExp(
  String.raw`^(${month})\s{0,9}[-/.月]\s{0,9}(${day})\s{0,9}日?\s{0,9}[/|\s]\s{0,9}(${year})\s{0,9}年?$`,
);
/** Longer lines are no cells of a date. In characters. */
const MAX_CELL = 30;

/** A date whose parts stand in cells of their own, in one line or in up to three that follow each other; ISO day or null. */
export function splitDate(lines: readonly string[]): string | null {
  for (let i = 0; i < lines.length; i++) {
    for (let cells = 1; cells <= 3 && i + cells <= lines.length; cells++) {
      const parts = lines.slice(i, i + cells);
      if (parts.some((part) => part.length > MAX_CELL || !/\d/.test(part))) break;
      const found = dateOf(parts.join(' '));
      if (found) return found;
    }
  }
  return null;
}

function dateOf(text: string): string | null {
  const a = yearFirst.exec(text);
  if (a)
    return iso(
      present(a[1], 'the second of a'),
      present(a[2], 'the third of a'),
      present(a[3], 'the fourth of a'),
    );
  const b = dayFirst.exec(text);
  if (b)
    return iso(
      present(b[2], 'the third of b'),
      present(b[3], 'the fourth of b'),
      present(b[1], 'the second of b'),
    );
  const c = monthFirst.exec(text);
  return c
    ? iso(present(c[3], 'the fourth of c'), present(c[1], 'the second of c'), present(c[2], 'the third of c'))
    : null;
}

function iso(y: string, m: string, d: string): string | null {
  return isDay(Number(y), Number(m), Number(d)) ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : null;
}
