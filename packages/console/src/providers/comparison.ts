import { UsageError } from '@zhibiao/shared';
import { type DocumentDetail, NotFoundError } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';
import { readArticle } from './article.ts';
import { type ObservationChange, observationChanges, type TextChange, textChanges } from './changes.ts';

export interface Comparison {
  readonly before: DocumentDetail;
  readonly after: DocumentDetail;
  readonly observations: ObservationChange[];
  /** null where a text is no longer in the archive */
  readonly text: TextChange[] | null;
}

/**
 * Compares two versions of a document; without numbers the current one with the one before it in the history.
 * @throws NotFoundError, UsageError when there is nothing to compare with
 */
export async function compareVersions(
  { store, archive }: Pick<ConsoleDeps, 'store' | 'archive'>,
  id: string,
  numbers: { from?: number; to?: number },
): Promise<Comparison> {
  const { from, to } = await chooseVersions(store, id, numbers);
  const [before, after] = await Promise.all([store.document(id, { n: from }), store.document(id, { n: to })]);
  if (!before || !after) {
    throw new NotFoundError(`Document ${id} has no version ${before ? to : from}.`, id);
  }
  return {
    before,
    after,
    observations: observationChanges(before.observations, after.observations),
    text: await compareTexts(archive, before, after),
  };
}

async function chooseVersions(
  store: ConsoleDeps['store'],
  id: string,
  { from, to }: { from?: number; to?: number },
): Promise<{ from: number; to: number }> {
  if (from !== undefined && to !== undefined) return { from, to };
  const numbers = (await store.history(id)).map((entry) => entry.n);
  const later = to ?? numbers.at(-1);
  const earlier = from ?? numbers.filter((n) => n !== later).at(-1);
  if (later === undefined || earlier === undefined) {
    throw new UsageError(`Document ${id} has only one version: there is nothing to compare it with.`, id);
  }
  return { from: earlier, to: later };
}

async function compareTexts(
  archive: ConsoleDeps['archive'],
  before: DocumentDetail,
  after: DocumentDetail,
): Promise<TextChange[] | null> {
  const part = async ({ version }: DocumentDetail) => {
    const article = await readArticle(archive, version.article);
    return article?.text.slice(version.report.span.start, version.report.span.end) ?? null;
  };
  const [a, b] = await Promise.all([part(before), part(after)]);
  if (a === null || b === null) return null;
  return a === b ? [] : textChanges(a, b);
}
