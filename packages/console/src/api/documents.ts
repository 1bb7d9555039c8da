import { documentFilters } from '../providers/filters.ts';
import type { Handler } from '../route.ts';

/** `{rows: VersionRow[], next}` */
export const listDocuments: Handler = async (c, deps) =>
  c.json(await deps.store.documents(documentFilters(c)));
