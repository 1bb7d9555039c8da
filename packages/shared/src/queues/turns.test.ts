import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

it('everybody gets a turn, and whoever has to be alone is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ alone: fc.boolean(), ticks: fc.integer({ min: 0, max: 4 }) })),
      async (jobs) => {
        const turns = new Turns();
        const inside = new Set<{ alone: boolean }>();
        let done = 0;
        await Promise.all(
          jobs.map(async (job) => {
            const leave = await turns.take(job.alone);
            inside.add(job);
            if ([...inside].some(({ alone }) => alone)) expect(inside.size).toBe(1);
            for (let i = 0; i < job.ticks; i++) await Promise.resolve();
            inside.delete(job);
            leave();
            leave();
            done += 1;
          }),
        );
        expect(done).toBe(jobs.length);
      },
    ),
  );
});
