import { expect, test } from 'vitest';
import { parserVersion } from './version.ts';

test('a version names code, lexicon, data and place tables', () => {
  expect(parserVersion()).toMatch(/^(?:[\da-f]{12}-){3}[\d.]+$/);
});
