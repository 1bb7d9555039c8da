import { documentFilters } from '../providers/filters.ts';
import type { Handler } from '../route.ts';

/** `{rows: VersionRow[], next}` */
export const listDocuments: Handler = async (c, { store }) =>
  c.json(await store.documents(documentFilters(c)));
