import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chaos } from './chaos.ts';
import { small, unharmed } from './small.ts';

// Worker processes run the built command.
const built = existsSync(new URL('../../packages/cli/dist/main.js', import.meta.url));

it.skipIf(!built)(
  'one kill, one outage and one full disk of each kind change nothing of what a crawl leaves',
  { timeout: 300_000 },
  async () => {
    const report = await chaos({ ...small, seed: 7, say: () => {} });
    for (const why of report.skipped) process.stderr.write(`${why}\n`);
    expect(report).toMatchObject(unharmed(small.pages));
    expect(report.observations).toBeGreaterThan(small.pages * 5);
  },
);
