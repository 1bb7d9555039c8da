import { startCrawl } from '@zhibiao/runtime/runs/start';
import { UsageError } from '@zhibiao/shared';
import { NotFoundError } from '@zhibiao/store';
import { type Handler, inAddress } from '../route.ts';
import { answer } from './answer.ts';

/** Starts a crawl of a source. @throws NotFoundError, UsageError for a disabled one */
export const crawlSource: Handler = async (c, deps) => {
  const id = inAddress(c, 'id');
  const source = await deps.store.getSource(id);
  if (!source) throw new NotFoundError(`There is no source ${id}.`, id);
  if (!source.enabled) throw new UsageError(`Source ${id} is disabled; enable it first.`, id);
  const run = await startCrawl(deps, { sources: [source] });
  return answer(c, `/runs/${run}`, { run, source: id });
};
