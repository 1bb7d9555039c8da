import { readFile } from 'node:fs/promises';
import { cleanAny, findOcr, type Ocr } from '@zhibiao/crawler/attachments';
import type { Cleaned } from '@zhibiao/crawler/clean';
import { type Lexicon, loadLexicon, parseArticle, type Step } from '@zhibiao/parser';
import { type Article, type Observation, type Report, ZhibiaoError } from '@zhibiao/shared';

/** One file for a worker thread. */
export interface OfflineTask {
  readonly file: string;
  /** what standard input gave, when `file` is `-` */
  readonly bytes?: Uint8Array;
  readonly url?: string;
  readonly lexiconDir?: string;
  readonly stage: 'clean' | 'extract';
  /** say of each observation how it was read */
  readonly explain?: boolean | undefined;
}

/** A report whose observations may say how they were read: the rules that fired and the words that they took. */
export type Explained = Omit<Report, 'observations'> & {
  readonly observations: readonly (Observation & { readonly explain?: readonly Step[] })[];
};

export type OfflineResult =
  | { readonly file: string; readonly articles: Article[]; readonly reports: Explained[] }
  | { readonly file: string; readonly failure: string };

let lexicon: { dir: string | undefined; lexicon: Lexicon } | null = null;

let ocr: Promise<Ocr | null> | null = null;

/** Looked for once in a thread, and only when a picture comes. */
function ocrOfThread(): Promise<Ocr | null> {
  ocr ??= findOcr();
  return ocr;
}

const needsOcr = (cleaned: Cleaned): boolean =>
  [...cleaned.flags, ...cleaned.articles.flatMap((a) => a.flags)].includes('needs-ocr');

/** The reports of an article, each observation with its steps where they are asked for. */
function explained(article: Article, words: Lexicon, explain: boolean): Explained[] {
  if (!explain) return parseArticle(article, { lexicon: words });
  const steps = new Map<string, readonly Step[]>();
  const trace = ({ id }: Observation, of: readonly Step[]) => void steps.set(id, of);
  return parseArticle(article, { lexicon: words, trace }).map((report) => ({
    ...report,
    observations: report.observations.map((one) => ({ ...one, explain: steps.get(one.id) ?? [] })),
  }));
}

/** Cleans (and parses) one file. Runs in a worker thread: a failure is a value, so that the other files go on. */
export default async function run(task: OfflineTask): Promise<OfflineResult> {
  const { file, url } = task;
  try {
    const bytes = task.bytes ?? (await readFile(file));
    const input = { bytes, file, ...(url ? { url } : {}) };
    let cleaned = await cleanAny(input);
    if (needsOcr(cleaned) && (await ocrOfThread()))
      cleaned = await cleanAny(input, { ocr: await ocrOfThread() });
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
      explained(article, words, task.explain === true).map((r) => ({ ...named, ...r })),
    );
    return { file, articles, reports };
  } catch (error) {
    return { file, failure: reasonOf(error) };
  }
}

/** Our own classes say it in words; of the system's faults the path is named already. */
function reasonOf(error: unknown): string {
  const { name, message, code } = error as NodeJS.ErrnoException;
  if (error instanceof ZhibiaoError) return message;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder; name the files in it';
  return code ? `cannot be read (${code})` : `${name}: ${message}`;
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
