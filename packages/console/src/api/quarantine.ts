import type { Handler } from '../route.ts';

/** `QuarantineRecord[]`, newest first; `?run=`, `?resolved=true` */
export const listQuarantine: Handler = async (c, { store }) =>
  c.json(
    await store.listQuarantine({
      resolved: c.req.query('resolved') === 'true',
      run: c.req.query('run') || undefined,
      limit: 1_000,
    }),
  );
