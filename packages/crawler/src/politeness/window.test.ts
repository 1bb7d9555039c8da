import fc from 'fast-check';
import { expect, test } from 'vitest';
import { untilWindow } from './window.ts';

const hour = 3_600_000;
const shanghai = (time: string) => Date.parse(`2024-03-01T${time}+08:00`);

test.each([
  [[22, 6], '22:00:00', 0],
  [[22, 6], '05:59:59', 0],
  [[22, 6], '06:00:00', 16 * hour],
  [[22, 6], '21:30:00', hour / 2],
  [[1, 5], '00:00:00', hour],
  [[1, 5], '05:00:00', 20 * hour],
  [[0, 24], '13:00:00', 0],
  [[8, 8], '13:00:00', 0],
  [[20, 24], '23:59:00', 0],
  [[20, 24], '00:00:00', 20 * hour],
] as const)('%s at %s', (window, time, wait) => {
  expect(untilWindow(window, shanghai(time))).toBe(wait);
});

test('after the wait the window is open, and never longer than a day is waited', () => {
  const hours = fc.tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 24 }));
  fc.assert(
    fc.property(hours, fc.integer({ min: 0, max: 4e12 }), (window, now) => {
      const wait = untilWindow(window, now);
      return wait >= 0 && wait < 24 * hour && untilWindow(window, now + wait) === 0;
    }),
  );
});
