import { expect } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { statedAndFound } from './stated.ts';

/** Checks that a store holds every version of `sampleRound` once and whole, with the newest at the heads. */
export async function expectWholeRound(store: DocumentStore): Promise<void> {
  expect(await store.tables.documents.count({})).toBe(10);
  const documents = await store.tables.documents.find({}, { by: 'id' });
  for (const document of documents) {
    const versions = await store.tables.versions.find({ document: { eq: document.id } }, { by: 'n' });
    // The three figures of a second report are the same words in another text: still a version for each text.
    const states = document.ordinal === 1 ? 4 : 3;
    expect(versions.map((version) => version.n)).toEqual(Array.from({ length: states }, (_, i) => i + 1));
    for (const { n, count } of versions)
      expect(await statedAndFound(store.tables, document.id, n)).toEqual([count, count]);
    expect(document.head?.time).toBe(4_000);
    expect(document.head?.retired).toBe(document.ordinal === 2);
  }
  const { rows } = await store.observations({ limit: 1_000 });
  expect(rows).toHaveLength(5 * 20);
  expect(rows.every((row) => row.observation.value >= 400)).toBe(true);
}
