import { MissingBlobError, UsageError } from '@zhibiao/shared';
import type { VersionDiff } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';

/**
 * Compares two versions of a document; without numbers the last one with the one before it in the history.
 * Where the archive has lost a text, `text` is null and the observations are compared all the same.
 * @throws NotFoundError, UsageError when there is nothing to compare with
 */
export async function compareVersions(
  { store, archive }: Pick<ConsoleDeps, 'store' | 'archive'>,
  document: string,
  numbers: { from?: number; to?: number },
): Promise<VersionDiff> {
  const { from, to } = await chooseVersions(store, document, numbers);
  const [before, after] = [
    { document, n: from },
    { document, n: to },
  ];
  try {
    return await store.diff(before, after, archive);
  } catch (error) {
    if (error instanceof MissingBlobError) return store.diff(before, after);
    throw error;
  }
}

async function chooseVersions(
  store: ConsoleDeps['store'],
  document: string,
  { from, to }: { from?: number; to?: number },
): Promise<{ from: number; to: number }> {
  if (from !== undefined && to !== undefined) return { from, to };
  const numbers = (await store.history(document)).map((entry) => entry.n);
  const later = to ?? numbers.at(-1);
  const earlier = from ?? numbers.filter((n) => n !== later).at(-1);
  if (later === undefined || earlier === undefined) {
    throw new UsageError(
      `Document ${document} has only one version: there is nothing to compare it with.`,
      document,
    );
  }
  return { from: earlier, to: later };
}
