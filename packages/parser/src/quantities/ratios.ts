import { present } from '@zhibiao/shared';
import type { Quantity } from './quantity.ts';

const RATIO = /(\d{1,2}(?:\.\d+)?)[:]{1,2}(\d{1,2}(?:\.\d+)?)[:]{1,2}(\d{1,2}(?:\.\d+)?)(?![\d:])/y;

/** 12.5:40.2:47.3: three shares of a whole, where they add up to one; null where none stand at `at`. */
export function readRatio(text: string, at: number): Quantity[] | null {
  if (text[at + 1] !== ':' && text[at + 2] !== ':' && text[at + 1] !== '.' && text[at + 2] !== '.')
    return null;
  RATIO.lastIndex = at;
  const match = RATIO.exec(text);
  if (match === null) return null;
  const values = match.slice(1).map(Number);
  const sum = values.reduce((a, b) => a + b, 0);
  if (sum < 98.5 || sum > 101.5) return null;
  let start = at;
  return match.slice(1).map((written, share) => {
    start = text.indexOf(written, start);
    const end = start + written.length;
    const quantity: Quantity = {
      start,
      end,
      value: present(values[share], 'values at share'),
      valueTo: null,
      unit: '%',
      dimension: 'percent',
      bound: '=',
      hedge: null,
      form: 'arabic',
      share,
      damaged: false,
    };
    start = end;
    return quantity;
  });
}
