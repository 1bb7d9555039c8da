import { NotFoundError } from '@zhibiao/store';
import type { Handler } from '../route.ts';

/** `TextCopy[]`, nearest first: the pages whose text is a copy of this document's */
export const documentCopies: Handler = async (c, { store, archive }) => {
  const id = c.req.param('id')!;
  const detail = await store.document(id);
  if (!detail) throw new NotFoundError(`There is no document ${id}.`, id);
  return c.json(await store.copiesOf(detail.version.page, archive));
};
