import type { Figure } from '@zhibiao/store';
import type { ConsoleDeps } from '../deps.ts';

/** @returns the sentences of the chosen values, by the figures' ids; each document is read once */
export async function sentencesOf(
  { store }: Pick<ConsoleDeps, 'store'>,
  figures: readonly Figure[],
): Promise<Map<string, string>> {
  const documents = [...new Set(figures.map(({ chosen }) => chosen.document))];
  const details = await Promise.all(documents.map((id) => store.document(id)));
  const sentences = new Map(
    details.flatMap((detail) =>
      (detail?.observations ?? []).map((row) => [row.id, row.observation.sentence.text] as const),
    ),
  );
  return new Map(figures.map(({ id, chosen, quote }) => [id, sentences.get(chosen.observation) ?? quote]));
}
