import type { Handler } from '../route.ts';

/** `ReprocessDiff`: what a reprocess would change, or has changed */
export const runDiff: Handler = async (c, { diffs }) => c.json(await diffs.of(c.req.param('id')!));
