import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLexicon } from '@zhibiao/parser';
import type { Archive } from '@zhibiao/shared';
import type { DocumentStore } from '@zhibiao/store';
import { keepText } from '../../../runtime/src/testing/keep-text.ts';

const shared = fileURLToPath(new URL('../../../../../shared/', import.meta.url));

/** The real texts beside the repository, where they are. */
export const corpusDirs = ['seeds', 'corpus/reports'].map((dir) => join(shared, dir)).filter(existsSync);

/**
 * Reads real reports into a store as the workers would.
 * @param wanted files to take
 * @returns how many documents there are then
 */
export async function keepCorpus(
  stores: { store: DocumentStore; archive: Archive },
  wanted: (file: string) => boolean = () => true,
): Promise<number> {
  const lexicon = loadLexicon();
  let documents = 0;
  for (const dir of corpusDirs) {
    const files = (await readdir(dir)).filter((file) => file.endsWith('.txt') && wanted(file)).sort();
    for (const file of files) {
      const url = `https://reports.example.cn/${basename(dir)}/${encodeURIComponent(file)}`;
      const time = Date.UTC(2026, 0, 5) + documents * 3_600_000;
      const kept = await keepText(stores, lexicon, join(dir, file), { url, source: basename(dir), time });
      documents += kept.documents.length;
    }
  }
  return documents;
}
