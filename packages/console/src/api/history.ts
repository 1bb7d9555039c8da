import type { Handler } from '../route.ts';

/** `HistoryEntry[]`, oldest first */
export const documentHistory: Handler = async (c, { store }) =>
  c.json(await store.history(c.req.param('id')!));
