import { listRuns } from '../providers/runs.ts';
import type { Handler } from '../route.ts';

/** `RunWithProgress[]`, newest first */
export const runsWithProgress: Handler = async (c, deps) => c.json(await listRuns(deps, 50));
