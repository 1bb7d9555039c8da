import { readFileSync } from 'node:fs';
import { createMetrics } from '../../packages/console/src/metrics/collect.ts';

const source = readFileSync(
  new URL('../../packages/console/src/metrics/collect.ts', import.meta.url),
  'utf8',
);

/** Names of the metrics that the console tells while everything answers, from its code. */
export const metricNames = (): Set<string> =>
  new Set([...source.matchAll(/gauge\(\s*\w+,\s*'([a-z_]+)'/g)].map((m) => `zhibiao_${m[1]}`));

/** A scrape while nothing answers. */
export const emptyScrape = (): Promise<string> =>
  createMetrics({
    store: {},
    producer: {},
    archive: { check: () => Promise.reject(new Error('away')) },
  } as never).read();
