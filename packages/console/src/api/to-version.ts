import { NotFoundError } from '@zhibiao/store';
import type { Handler } from '../route.ts';

/** `/api/x` was the address before the interface had versions: it leads to `/api/v1/x`. @throws NotFoundError */
export const toVersion: Handler = (c) => {
  const { pathname, search } = new URL(c.req.url);
  if (pathname.startsWith('/api/v1')) throw new NotFoundError(`There is no ${pathname}.`, pathname);
  return c.redirect(`/api/v1${pathname.slice('/api'.length)}${search}`, 308);
};
