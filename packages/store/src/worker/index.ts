import { type Archive, Article, type BlobKey, CorruptInputError, Extraction, getJson } from '@zhibiao/shared';
import type { Handler } from '@zhibiao/shared/queues';
import type { z } from 'zod';
import type { DocumentStore } from '../document-store.ts';
import { UnknownSchemaError } from '../errors.ts';

export interface StoreHandlerOptions {
  readonly archive: Archive;
  readonly store: Pick<DocumentStore, 'commit'>;
}

/** Commits an archived extraction. The store makes the effect happen once, however often this runs. */
export function createStoreHandler({ archive, store }: StoreHandlerOptions): Handler<'store'> {
  return async (message, { log }) => {
    const { page, source, run, shadow, cleaner, snapshots } = message;
    const extraction = await read(archive, message.extraction, Extraction);
    // A text without observations is no document. It is committed all the same: a page that held a report may have lost it.
    const reports = extraction.reports.filter((report) => report.observations.length > 0);
    const article = await read(archive, message.article, Article);
    const result = await store.commit({
      page,
      source,
      run,
      shadow,
      cleaner,
      snapshots,
      time: takesBack(article) ? after(await newest(archive, snapshots)) : await newest(archive, snapshots),
      article,
      articleKey: message.article,
      extraction: { ...extraction, reports },
      extractionKey: message.extraction,
    });
    const created = result.documents.filter((d) => d.created).length;
    log.debug({ documents: result.documents.length, created, retired: result.retired.length }, 'committed');
    return undefined;
  };
}

/**
 * A page was read as a text of its own until another job found that it belongs to one: both words are of the same
 * snapshot and may arrive in either order. Taking back comes after what it takes back.
 */
const takesBack = (article: Article) => article.flags.includes('part-of-another-text');
const after = (time: number | undefined) => (time === undefined ? undefined : time + 1);

/** @returns when the newest of the snapshots was taken, milliseconds since the epoch */
async function newest(archive: Archive, keys: readonly string[]): Promise<number | undefined> {
  const snapshots = await Promise.all(keys.map((key) => archive.snapshot(key)));
  const times = snapshots.flatMap((snapshot) => snapshot?.time ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** @throws MissingBlobError, CorruptInputError, UnknownSchemaError */
async function read<S extends z.ZodType>(archive: Archive, key: BlobKey, schema: S): Promise<z.infer<S>> {
  const value = await getJson(archive, key);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const written = (value as { schema?: unknown } | null)?.schema;
  if (written !== undefined && written !== 1) {
    throw new UnknownSchemaError(
      `Blob ${key} has schema ${written}; this release knows 1. Upgrade Zhibiao.`,
      key,
    );
  }
  const fault = parsed.error.issues[0];
  throw new CorruptInputError(
    `Blob ${key} is not what its message says: ${fault?.path.join('.')} ${fault?.message}.`,
    key,
  );
}
