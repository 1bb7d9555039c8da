import { createHash } from 'node:crypto';
import type { Page, Source } from '@zhibiao/shared';
import { untilWindow } from '../politeness/window.ts';

export type Outcome = 'changed' | 'unchanged' | 'failed' | 'gone';

export interface Visit {
  /** as it is after the visit: `failures` counts this one too, `deletedAt` is set when it is gone */
  page: Pick<Page, 'url' | 'role' | 'intervalMs' | 'failures' | 'deletedAt'>;
  outcome: Outcome;
  /** milliseconds since the epoch */
  now: number;
  politeness?: Pick<Source['politeness'], 'window'>;
}

export interface Due {
  /** milliseconds since the epoch */
  nextDueAt: number;
  /** the page's own rhythm, without jitter and without the wait after failures */
  intervalMs: number;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * How a page's rhythm may move, in milliseconds. Lists bring what is new and stay lively; an article of last year
 * changes hardly ever, but a correction shall not wait for more than a season.
 */
export const rhythm = {
  list: { first: day, least: hour, most: 7 * day },
  article: { first: 2 * day, least: 6 * hour, most: 90 * day },
  /** read with the text that it continues; its own rhythm counts only where it stands alone again */
  part: { first: 2 * day, least: 6 * hour, most: 90 * day },
  other: { first: 7 * day, least: day, most: 90 * day },
  /** factor on the interval */
  changed: 0.5,
  unchanged: 1.6,
  failure: { first: 30 * 60_000, most: 7 * day },
  gone: { least: day, most: 90 * day },
  /** share of the wait by which it may come later, so that pages found together spread out */
  jitter: 0.1,
} as const;

/**
 * When a page is visited next. The interval grows while nothing changes and halves when something does. A failure
 * doubles its own wait and leaves the interval alone: a server's bad week says nothing about the page. A page that
 * is gone is looked for again after as long as it has been gone, from a day to a season. Pure: the jitter follows
 * from the address.
 */
export function nextDue({ page, outcome, now, politeness }: Visit): Due {
  const { first, least, most } = rhythm[page.role];
  const clamp = (ms: number) => Math.round(Math.min(most, Math.max(least, ms)));
  const current = page.intervalMs ?? first;
  const intervalMs =
    outcome === 'changed'
      ? clamp(page.intervalMs === null ? first : current * rhythm.changed)
      : outcome === 'unchanged'
        ? clamp(current * rhythm.unchanged)
        : clamp(current);
  const wait =
    outcome === 'failed' ? failureWait(page.failures) : outcome === 'gone' ? goneWait(page, now) : intervalMs;
  const due = now + Math.round(wait * (1 + rhythm.jitter * fraction(page.url)));
  return { nextDueAt: politeness?.window ? intoWindow(due, politeness.window, page.url) : due, intervalMs };
}

function failureWait(failures: number): number {
  const { first, most } = rhythm.failure;
  return Math.min(most, first * 2 ** Math.min(30, Math.max(0, failures - 1)));
}

function goneWait({ deletedAt }: Visit['page'], now: number): number {
  return Math.min(rhythm.gone.most, Math.max(rhythm.gone.least, now - (deletedAt ?? now)));
}

/** A page that falls due outside its source's hours comes early in the next ones, not all of them at once. */
function intoWindow(due: number, window: readonly [number, number], url: string): number {
  const wait = untilWindow(window, due);
  return wait === 0 ? due : due + wait + Math.round(fraction(url) * 0.5 * windowLength(window));
}

const windowLength = ([from, to]: readonly [number, number]) => ((to - from + 24) % 24 || 24) * hour;

/** A number in [0, 1) that is a page's own. */
function fraction(url: string): number {
  return createHash('sha256').update(url).digest().readUInt32BE(0) / 2 ** 32;
}
