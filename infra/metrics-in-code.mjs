import { readFileSync } from 'node:fs';

const file = new URL('../packages/console/src/metrics/collect.ts', import.meta.url);

/**
 * The metrics that the console tells while everything answers: what a service that is away would have told is left out
 * of a scrape, so the code is asked.
 * @returns {{ name: string, about: string }[]}
 */
export const metricsInCode = () =>
  [...readFileSync(file, 'utf8').matchAll(/(?:gauge|counter)\(\s*\w+,\s*'([a-z_]+)',\s*'([^']+)'/g)].map(
    ([, name, about]) => ({
      name: `zhibiao_${name}`,
      about,
    }),
  );
