import { compareVersions } from '../providers/comparison.ts';
import { readVersionNumber } from '../providers/filters.ts';
import type { Handler } from '../route.ts';

/** `?from=&to=`: `{from, to, observations: ObservationChange[], text: TextChange[] | null}` */
export const documentDiff: Handler = async (c, deps) => {
  const numbers = { from: readVersionNumber(c, 'from'), to: readVersionNumber(c, 'to') };
  const { before, after, observations, text } = await compareVersions(deps, c.req.param('id')!, numbers);
  return c.json({ from: before.version.n, to: after.version.n, observations, text });
};
