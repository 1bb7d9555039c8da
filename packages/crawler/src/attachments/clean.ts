import type { Article } from '@zhibiao/shared';
import { cleanPage } from '../clean/clean-page.ts';
import { type Cleaned, nothing, type PageInput } from '../clean/types.ts';
import { articleOfFile } from './article.ts';
import { fileKind } from './kind.ts';
import { type Ocr, readScans } from './ocr.ts';
import { readFile } from './reader.ts';
import type { FileContents, FileLimits, FileText } from './types.ts';

export interface CleanOptions {
  /** reads pictures; without it they are named as such (`needs-ocr`) */
  ocr?: Ocr | null;
  limits?: Partial<FileLimits>;
  /** reads one file; {@link readFile}, in a thread of its own, where nothing else is given */
  read?: typeof readFile;
  signal?: AbortSignal;
}

/**
 * Bytes of any kind in, text and links out: pages as {@link cleanPage} reads them, files (PDF, Word, WPS, sheets, OFD,
 * archives, pictures) by their content. One article for each document that a file holds.
 * @throws UnreadableFileError, UnreadablePageError
 */
export async function cleanAny(input: PageInput, options: CleanOptions = {}): Promise<Cleaned> {
  if (fileKind(input.bytes) === null) return cleanPage(input);
  const name = input.url ?? input.file ?? 'the file';
  const contents = await (options.read ?? readFile)(input.bytes, name, options);
  const texts = await withScans(contents, options);
  const file = input.file === undefined ? {} : { file: input.file };
  const articles = texts.map((text): Article => ({ ...file, ...articleOfFile(text, input.url) }));
  const found = articles.filter((a) => a.text !== '');
  if (found.length === 0) return nothing(...new Set(articles.flatMap((a) => a.flags)));
  return { ...nothing(), role: 'article', articles: found };
}

/** The texts of a file, with what its pictures say where they can be read. */
async function withScans({ texts, scans }: FileContents, { ocr, signal }: CleanOptions): Promise<FileText[]> {
  const pictures = scans.filter((s) => !texts.some((t) => t.name === s.name));
  const all: FileText[] = [
    ...texts,
    ...[...new Set(pictures.map((p) => p.name))].map(
      (name): FileText => ({ name, kind: 'image', text: '', pages: [], flags: ['needs-ocr'] }),
    ),
  ];
  if (!ocr || scans.length === 0) return all;
  const read = await readScans(scans, ocr, signal);
  return all.map((text) => {
    const own = read.filter((r) => r.name === text.name && r.text !== '');
    return own.length === 0 ? text : addPages(text, own);
  });
}

/** Puts the pages that were read into their places among those that have a text of their own. */
function addPages(file: FileText, read: readonly { page: number; text: string }[]): FileText {
  const byPage = new Map<number, string>(
    file.pages.map(({ page, start, end }) => [page, file.text.slice(start, end)]),
  );
  for (const { page, text } of read) byPage.set(page, text);
  let text = '';
  const pages: FileText['pages'] = [];
  for (const [page, own] of [...byPage].sort(([a], [b]) => a - b)) {
    if (own === '') continue;
    text += text === '' ? '' : /[。！？；：]$/.test(text) ? '\n\n' : '';
    pages.push({ page, start: text.length, end: text.length + own.length });
    text += own;
  }
  return {
    ...file,
    text,
    pages,
    flags: [...new Set([...file.flags.filter((f) => f !== 'needs-ocr'), 'ocr'])],
  };
}
