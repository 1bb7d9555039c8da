import { expect, inject, it } from 'vitest';
import { days } from '../../seeds/rehearsal/calendar.ts';
import { reportCount } from '../../seeds/rehearsal/report.ts';
import { kinds } from '../../seeds/rehearsal/server.ts';
import { rehearse } from './rehearse.ts';

it.each([1, 2, 3])('finds every report of ten days once, every figure right (seed %i)', async (seed) => {
  const redisUrl = inject('redisUrl');
  const scores = await rehearse({
    seed,
    reports: reportCount,
    days,
    faults: 0.02,
    kinds,
    say: () => {},
    redisUrl,
  });
  for (const score of scores)
    expect(score).toMatchObject({
      found: score.reports,
      doubled: 0,
      strangers: 0,
      right: score.figures,
      wrong: 0,
    });
});
