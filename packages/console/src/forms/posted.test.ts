import { describe, expect, it } from 'vitest';
import { readAmount } from './posted.ts';

describe('an amount in a form', () => {
  it.each([
    ['5.5', 5.5],
    ['-3%', -3],
    ['4,017.36亿', 401_736_000_000],
    ['4017.36 亿', 401_736_000_000],
    ['1.93万亿', 1_930_000_000_000],
    ['56800', 56_800],
    ['.5', 0.5],
    ['five', null],
    ['', null],
    ['1e5', null],
    ['5 亿元', null],
  ])('%s is %s', (text, value) => expect(readAmount(text)).toBe(value));
});
