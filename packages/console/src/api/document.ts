import { NotFoundError } from '@zhibiao/store';
import { readArticle } from '../providers/article.ts';
import { readVersionNumber } from '../providers/filters.ts';
import type { Handler } from '../route.ts';

/** `{version, observations, isHead, retired, article}`; `?n=` takes another version than the current one */
export const showDocument: Handler = async (c, { store, archive }) => {
  const id = c.req.param('id')!;
  const detail = await store.document(id, { n: readVersionNumber(c, 'n') });
  if (!detail) throw new NotFoundError(`There is no document ${id} with that version.`, id);
  return c.json({ ...detail, article: await readArticle(archive, detail.version.article) });
};
