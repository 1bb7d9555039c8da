import { UsageError } from '@zhibiao/shared';
import { NotFoundError } from '@zhibiao/store';
import type { Handler } from '../route.ts';
import { answer } from './answer.ts';

/** Queues a crawl of a source, as its schedule would. @throws NotFoundError, UsageError for a disabled one */
export const crawlSource: Handler = async (c, { store, producer }) => {
  const id = c.req.param('id')!;
  const source = await store.getSource(id);
  if (!source) throw new NotFoundError(`There is no source ${id}.`, id);
  if (!source.enabled) throw new UsageError(`Source ${id} is disabled; enable it in its file first.`, id);
  const { name, data, opts } = producer.startTemplate(id);
  await producer.queues.crawl.add(name, data, opts);
  return answer(c, '/runs', { queued: id });
};
