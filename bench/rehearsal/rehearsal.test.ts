import { expect, inject, it } from 'vitest';
import { kinds } from '../../seeds/rehearsal/server.ts';
import { promisedPauseMs, rehearse } from './rehearse.ts';

/** Kinds that want a browser. */
const leftOut = ['app'];

it('finds every report of two days once, every figure right, at the promised pace', {
  timeout: 120_000,
}, async () => {
  const scores = await rehearse({
    seed: 1,
    reports: 40,
    days: 2,
    faults: 0.02,
    kinds: kinds.filter(({ name }) => !leftOut.includes(name)),
    say: () => {},
    redisUrl: inject('redisUrl'),
  });
  for (const score of scores) {
    expect(score).toMatchObject({
      found: score.reports,
      doubled: 0,
      strangers: 0,
      right: score.figures,
      wrong: 0,
      notes: [],
    });
    expect(score.reports).toBeGreaterThan(0);
    expect(score.needless).toBe(0);
    expect(score.busiestSecond).toBeLessThanOrEqual(1_000 / promisedPauseMs + 1);
  }
});
