import type { Article } from '@zhibiao/shared';
import { bare } from './furniture/same-text.ts';

type File = NonNullable<Article['attachments']>[number];

/** A file that was read, and what is known of it. */
export interface ReadFile {
  /** the address under which the page links it */
  url: string;
  articles: readonly Article[];
  /** bytes */
  size: number;
  /** blob key of the archived bytes */
  body: string;
}

/** So much of a text's lines in another make the two copies of each other. */
const COPY = 0.7;
/** Shorter lines stand in many texts. In letters. */
const MIN_LINE = 10;

/**
 * A page's article with the texts of its files: what a file says that neither the page nor a file before it has said is
 * added, and its parts say where it stands (`span`) and on which page of which file. A page that is only a note above its
 * files gives them its headline and its day.
 *
 * @param note whether the page's own text is a note and not part of the report
 */
export function withFiles(page: Article | null, files: readonly ReadFile[], note: boolean): Article {
  const [first] = files.flatMap((f) => f.articles);
  const base = page ?? first;
  if (!base) throw new RangeError('withFiles: neither the page nor a file holds an article');
  const own = page && !note ? page.text : '';
  let text = own;
  const parts: Article['parts'] =
    page === null
      ? []
      : page.parts.map((p) =>
          own === '' || page.parts.length > 1 ? p : { ...p, span: { start: 0, end: own.length } },
        );
  const flags = new Set(page?.flags.filter((f) => f !== 'attachment-only'));
  const families = new Set<Article['family']>(own === '' ? [] : [base.family]);
  for (const { url, articles } of files) {
    for (const article of articles) {
      if (article.text === '') continue;
      if (text !== '' && isCopy(article.text, text)) {
        flags.add('attachment-copies');
        continue;
      }
      const start = text === '' ? 0 : text.length + 2;
      text = text === '' ? article.text : `${text}\n\n${article.text}`;
      families.add(article.family);
      for (const flag of article.flags) flags.add(flag);
      for (const part of article.parts) {
        const span = part.span ?? { start: 0, end: article.text.length };
        parts.push({
          ...part,
          url,
          ordinal: parts.length + 1,
          attachment: url,
          span: { start: start + span.start, end: start + span.end },
        });
      }
    }
  }
  if (page !== null && text === '') flags.add('attachment-only');
  return {
    ...base,
    title: page && page.title !== '' ? page.title : (first?.title ?? ''),
    text,
    family: [...families][0] ?? base.family,
    parts,
    ...attachmentsOf(page, files),
    flags: [...flags],
  };
}

function attachmentsOf(page: Article | null, files: readonly ReadFile[]): Pick<Article, 'attachments'> {
  if (page === null) return {};
  const read = new Map(files.map((f) => [f.url, f]));
  const attachments = (page.attachments ?? []).map((a): File => {
    const file = read.get(a.url);
    if (!file) return a;
    const kind = file.articles[0]?.family ?? a.kind;
    return {
      ...a,
      ...(kind === undefined ? {} : { kind: a.kind ?? kind }),
      size: file.size,
      body: file.body,
    };
  });
  return attachments.length > 0 ? { attachments } : {};
}

/** Whether most of a text stands in another one already. */
function isCopy(text: string, known: string): boolean {
  const lines = [...new Set(text.split(/[\n。；]/).map(bare))].filter((l) => l.length >= MIN_LINE);
  if (lines.length === 0) return bare(known).includes(bare(text));
  const said = bare(known);
  return lines.filter((l) => said.includes(l)).length >= lines.length * COPY;
}
