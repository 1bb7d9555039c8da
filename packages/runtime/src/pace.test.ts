import { expect, it } from 'vitest';
import { paceText } from './pace.ts';

it('says how far it is, how fast this session goes and how long it will take', () => {
  const pace = { done: 300, before: 0, failed: 0, planned: 1_000, seconds: 100 };
  expect(paceText(pace)).toBe('300 of 1000 pages, 3.0/s, about 4 min left');
  expect(paceText({ ...pace, before: 200 })).toBe('300 of 1000 pages, 1.0/s, about 12 min left');
  expect(paceText({ ...pace, failed: 550 })).toBe('300 of 1000 pages, 3.0/s, about 50 s left');
  expect(paceText({ ...pace, planned: null })).toBe('300 pages, 3.0/s');
  expect(paceText({ ...pace, done: 0, seconds: 0 })).toBe('0 of 1000 pages, 0.0/s');
  expect(paceText({ ...pace, planned: 100_000 })).toContain('about 9.2 h left');
});
