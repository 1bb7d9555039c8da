import { NotFoundError } from '@zhibiao/store';
import { withProgress } from '../providers/runs.ts';
import type { Handler } from '../route.ts';

/** `RunWithProgress` */
export const showRun: Handler = async (c, { store, producer }) => {
  const id = c.req.param('id')!;
  const run = await store.getRun(id);
  if (!run) throw new NotFoundError(`There is no run ${id}.`, id);
  return c.json(await withProgress(producer, run));
};
