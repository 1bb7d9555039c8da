import { diffReprocess } from '@zhibiao/store/reprocess';
import type { Handler } from '../route.ts';

/** `ReprocessDiff`: what a reprocess would change, or has changed */
export const runDiff: Handler = async (c, { store }) =>
  c.json(await diffReprocess(store.tables, c.req.param('id')!, { samples: 20 }));
