import { readFile } from 'node:fs/promises';
import { cleanPage } from '@zhibiao/crawler/clean';
import { type Lexicon, loadLexicon, parseArticle } from '@zhibiao/parser';
import type { Article, Report } from '@zhibiao/shared';

/** One file for a worker thread. */
export interface OfflineTask {
  readonly file: string;
  /** what standard input gave, when `file` is `-` */
  readonly bytes?: Uint8Array;
  readonly url?: string;
  readonly lexiconDir?: string;
  readonly stage: 'clean' | 'extract';
}

export type OfflineResult =
  | { readonly file: string; readonly articles: Article[]; readonly reports: Report[] }
  | { readonly file: string; readonly failure: string };

let lexicon: { dir: string | undefined; lexicon: Lexicon } | null = null;

/** Cleans (and parses) one file. Runs in a worker thread: a failure is a value, so that the other files go on. */
export default async function run(task: OfflineTask): Promise<OfflineResult> {
  const { file, url } = task;
  try {
    const bytes = task.bytes ?? (await readFile(file));
    const cleaned = cleanPage({ bytes, file, ...(url ? { url } : {}) });
    const found =
      cleaned.articles.length > 0 ? cleaned.articles : [cleaned.listing].filter((a) => a !== null);
    const named = { file, ...(url ? { url } : {}) };
    const articles = (found.length > 0 ? found : [emptyArticle(cleaned.role, cleaned.flags)]).map((a) => ({
      ...named,
      ...a,
      ...named,
    }));
    if (task.stage === 'clean') return { file, articles, reports: [] };
    if (lexicon?.dir !== task.lexiconDir || !lexicon) {
      lexicon = { dir: task.lexiconDir, lexicon: loadLexicon(task.lexiconDir) };
    }
    const { lexicon: words } = lexicon;
    const reports = articles.flatMap((article) =>
      parseArticle(article, { lexicon: words }).map((r) => ({ ...named, ...r })),
    );
    return { file, articles, reports };
  } catch (error) {
    return { file, failure: `${(error as Error).name}: ${(error as Error).message}` };
  }
}

function emptyArticle(role: string, flags: readonly string[]): Article {
  return {
    title: '',
    author: '',
    publishedAt: null,
    site: '',
    text: '',
    family: 'generic',
    charset: { label: 'unknown', reason: 'nothing to decode' },
    parts: [],
    flags: [...new Set([role, ...flags])],
  };
}
