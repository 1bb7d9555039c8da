import { cleanerVersion } from '@zhibiao/crawler/clean';
import { loadLexicon, parserVersion } from '@zhibiao/parser';
import type { DocumentStore } from '@zhibiao/store';
import { planReprocess, type ReprocessSelection } from '@zhibiao/store/reprocess';

export interface ReprocessSize {
  readonly pages: number;
  /** there are more: counting was ended */
  readonly more: boolean;
  /** pages a second of the last reprocess that has ended; null where there was none */
  readonly rate: number | null;
}

/** So much is counted while somebody waits. */
const most = { pages: 50_000, ms: 5_000 };

/**
 * Says how many pages a reprocess would read again, and how fast the last one was.
 * @throws UsageError on a wrong selection
 */
export async function countReprocess(
  store: DocumentStore,
  selection: ReprocessSelection,
  now: () => number = Date.now,
): Promise<ReprocessSize> {
  const until = now() + most.ms;
  let pages = 0;
  let more = false;
  for await (const _ of planReprocess(store.tables, 'count', selection)) {
    pages++;
    if (pages < most.pages && now() < until) continue;
    more = true;
    break;
  }
  return { pages, more, rate: await rateOfLast(store) };
}

/** The versions that read pages now: what others are older than. @param lexiconDir of further lexicon files */
export const presentVersions = (lexiconDir: string | undefined): { parser: string; cleaner: string } => ({
  parser: lexiconDir ? parserVersion(loadLexicon(lexiconDir)) : parserVersion(),
  cleaner: cleanerVersion(),
});

async function rateOfLast(store: DocumentStore): Promise<number | null> {
  const runs = await store.listRuns(100);
  for (const { type, startedAt, finishedAt, counts } of runs) {
    const done = counts.store ?? 0;
    if (type !== 'reprocess' || finishedAt === null || done === 0 || finishedAt <= startedAt) continue;
    return (done * 1_000) / (finishedAt - startedAt);
  }
  return null;
}
