import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { untilWindow } from '../politeness/window.ts';
import { nextDue, type Outcome, rhythm, type Visit } from './schedule.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 0, 15, 4);
const page = (more: Partial<Visit['page']> = {}): Visit['page'] => ({
  url: 'http://a.gov.cn/1.html',
  role: 'article',
  intervalMs: 8 * day,
  failures: 0,
  deletedAt: null,
  ...more,
});
const visit = (outcome: Outcome, more: Partial<Visit['page']> = {}) =>
  nextDue({ page: page(more), outcome, now });
/** the wait in units, jitter (up to a tenth) taken off by rounding */
const within = (wait: number, wanted: number) => {
  expect(wait).toBeGreaterThanOrEqual(wanted);
  expect(wait).toBeLessThanOrEqual(wanted * 1.1 + 1);
};

describe('nextDue', () => {
  it.each<[string, Outcome, Partial<Visit['page']>, number, number]>([
    ['new article', 'changed', { intervalMs: null }, 2 * day, 2 * day],
    ['new list', 'changed', { intervalMs: null, role: 'list' }, day, day],
    ['changed', 'changed', {}, 4 * day, 4 * day],
    ['changed again and again', 'changed', { intervalMs: 6 * hour }, 6 * hour, 6 * hour],
    ['unchanged', 'unchanged', { intervalMs: 10 * day }, 16 * day, 16 * day],
    ['unchanged for long', 'unchanged', { intervalMs: 89 * day }, 90 * day, 90 * day],
    ['quiet list', 'unchanged', { role: 'list', intervalMs: 6 * day }, 7 * day, 7 * day],
    ['first failure', 'failed', { failures: 1 }, 8 * day, 0.5 * hour],
    ['third failure', 'failed', { failures: 3 }, 8 * day, 2 * hour],
    ['hundredth failure', 'failed', { failures: 100 }, 8 * day, 7 * day],
    ['gone today', 'gone', { deletedAt: now }, 8 * day, day],
    ['gone for ten days', 'gone', { deletedAt: now - 10 * day }, 8 * day, 10 * day],
    ['gone for a year', 'gone', { deletedAt: now - 365 * day }, 8 * day, 90 * day],
  ])('%s', (_, outcome, more, interval, wait) => {
    const due = visit(outcome, more);
    expect(due.intervalMs).toBe(interval);
    within(due.nextDueAt - now, wait);
  });

  it('gives one page always the same time, and pages found together different ones', () => {
    expect(visit('unchanged')).toEqual(visit('unchanged'));
    const times = Array.from(
      { length: 50 },
      (_, i) => visit('unchanged', { url: `http://a.cn/${i}` }).nextDueAt,
    );
    expect(new Set(times).size).toBe(50);
  });

  it('waits for the hours of the source', () => {
    const night: [number, number] = [22, 6];
    fc.assert(
      fc.property(fc.webUrl(), fc.integer({ min: hour, max: 60 * day }), (url, intervalMs) => {
        const due = nextDue({
          page: page({ url, intervalMs }),
          outcome: 'unchanged',
          now,
          politeness: { window: night },
        });
        expect(untilWindow(night, due.nextDueAt)).toBe(0);
      }),
    );
  });

  const pages = fc.record({
    url: fc.webUrl(),
    role: fc.constantFrom('list' as const, 'article' as const, 'other' as const),
    intervalMs: fc.option(fc.integer({ min: 0, max: 400 * day }), { nil: null }),
    failures: fc.nat(1000),
    deletedAt: fc.option(fc.integer({ min: 0, max: now }), { nil: null }),
  });

  it('is never now, never beyond its bounds, and change never makes it longer than rest', () => {
    fc.assert(
      fc.property(pages, (p) => {
        const { least, most } = rhythm[p.role];
        const due = (outcome: Outcome) => nextDue({ page: p, outcome, now });
        for (const outcome of ['changed', 'unchanged', 'failed', 'gone'] as const) {
          const { nextDueAt, intervalMs } = due(outcome);
          expect(nextDueAt).toBeGreaterThan(now);
          expect(nextDueAt - now).toBeLessThanOrEqual(90 * day * 1.1 + 1);
          expect(intervalMs).toBeGreaterThanOrEqual(least);
          expect(intervalMs).toBeLessThanOrEqual(most);
        }
        expect(due('changed').intervalMs).toBeLessThanOrEqual(due('unchanged').intervalMs);
      }),
    );
  });

  it('backs off from failures without forgetting the rhythm', () => {
    const after = visit('failed', { failures: 9 });
    expect(visit('unchanged', { intervalMs: after.intervalMs, failures: 0 })).toEqual(visit('unchanged'));
  });
});
