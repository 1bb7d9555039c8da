import { compareVersions } from '../providers/comparison.ts';
import { readVersionNumber } from '../providers/filters.ts';
import type { Handler } from '../route.ts';

/** `?from=&to=`: `VersionDiff` */
export const documentDiff: Handler = async (c, deps) => {
  const numbers = { from: readVersionNumber(c, 'from'), to: readVersionNumber(c, 'to') };
  return c.json(await compareVersions(deps, c.req.param('id')!, numbers));
};
