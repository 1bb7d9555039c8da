import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chaos } from './chaos.ts';
import { small, unharmed } from './small.ts';

// Worker processes run the built command.
const built = existsSync(new URL('../../packages/cli/dist/main.js', import.meta.url));

it.skipIf(!built)(
  'what is killed, away, frozen or full in the middle changes nothing of what a crawl leaves',
  { timeout: 420_000 },
  async () => {
    const report = await chaos({
      ...small,
      pages: 30,
      seed: 7,
      say: () => {},
      plan: {
        ...small.plan,
        'worker killed': { times: 2, ms: 0 },
        'without Redis': { times: 1, ms: 2_000 },
        'without the store': { times: 1, ms: 2_000 },
        'Redis frozen': { times: 1, ms: 1_000 },
        'disk full': { times: 1, ms: 2_000 },
      },
    });
    for (const why of report.skipped) process.stderr.write(`${why}\n`);
    expect(report).toMatchObject(unharmed(30));
    expect(report.observations).toBeGreaterThan(30 * 5);
  },
);
