import type { ConsoleDeps } from '../deps.ts';
import type { Handler } from '../route.ts';
import { createMetrics } from './collect.ts';

/** Prometheus' text format. */
export function metricsHandler(deps: ConsoleDeps): Handler {
  const metrics = createMetrics(deps);
  return async (c) => c.body(await metrics.read(), 200, { 'Content-Type': metrics.contentType });
}
