import { differingFields } from '@zhibiao/crawler/sources';
import type { Source } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';

export interface Applied {
  readonly applied: readonly string[];
  /** sources that were edited in the console and differ from their file, which were left as they are */
  readonly kept: readonly { readonly id: string; readonly fields: readonly string[]; readonly by: string }[];
}

/**
 * Takes source files into the store. One that was edited in the console and differs is left alone, unless `force` says
 * that the file counts.
 */
export async function applySources(
  store: Pick<DocumentStore, 'getSource' | 'saveSource'>,
  files: readonly Source[],
  { force = false }: { force?: boolean } = {},
): Promise<Applied> {
  const applied: string[] = [];
  const kept: Applied['kept'][number][] = [];
  for (const source of files) {
    const known = await store.getSource(source.id);
    const fields = known?.edited ? differingFields(known, source) : [];
    if (known?.edited && fields.length > 0 && !force) {
      kept.push({ id: source.id, fields, by: known.edited.by });
      continue;
    }
    await store.saveSource({ ...source, paused: known?.paused ?? false });
    applied.push(source.id);
  }
  return { applied, kept };
}
