import type { Article } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';
import { beginsElsewhere, goesOnElsewhere } from './families/jump.ts';
import { joinTexts } from './furniture/joint.ts';
import { sameText } from './furniture/same-text.ts';
import type { Cleaned } from './types.ts';
import { type ReadFile, withFiles } from './with-files.ts';

/**
 * One article out of the pages of a text: title, date and author of the first part, texts joined. A lead-in that every page
 * repeats is kept once, 下转/上接 notes at a joint go, a sentence that was cut at a joint is put together again.
 * @throws RangeError when no part holds an article
 * @example
 * ```ts
 * import { cleanPage, joinParts } from '@zhibiao/crawler/clean';
 * const html = `<html><head><title>工作报告 - 某站</title></head><body><h1>工作报告</h1>
 *   <div class="content"><p>全年地区生产总值增长5.5%，比上年提高0.3个百分点。</p><p>城镇新增就业1.2万人，完成年度计划的109%。</p></div></body></html>`;
 * const url = 'https://example.gov.cn/1.html';
 * const cleaned = cleanPage({ bytes: new TextEncoder().encode(html), url });
 * joinParts([{ url, cleaned }]).title; // → '工作报告'
 * ```
 */
export function joinParts(all: readonly TextPart[]): Article {
  const pages = all.filter((p) => p.file === undefined);
  const page = pages.length > 0 ? joinPages(pages) : null;
  const files = all.flatMap(({ url, cleaned, file }): ReadFile[] =>
    file ? [{ url, articles: cleaned.articles, ...file }] : [],
  );
  return files.length === 0 && page ? page : withFiles(page, files, page !== null && isNote(page));
}

/** A part of a text: one of its pages, or a file that one of them links. */
export interface TextPart {
  /** for a file the address under which it is linked */
  url: string;
  cleaned: Cleaned;
  /** where it is a file: its size in bytes and the key of its archived body */
  file?: { size: number; body: string };
}

/** A page whose text only leads to its files. In characters. */
const MAX_NOTE = 400;
/**
 * @example
 * ```ts
 * import { isNote } from '@zhibiao/crawler/clean';
 * isNote({ text: '报告全文见附件。' }); // → true
 * ```
 */
export const isNote = (page: Article): boolean =>
  page.text.length < MAX_NOTE && !/[0-9][\d.]{0,20}(?:亿元|万元|%|％)/.test(page.text);

function joinPages(parts: readonly TextPart[]): Article {
  const head = parts.find((p) => p.cleaned.articles.length > 0)?.cleaned.articles[0];
  if (!head) throw new RangeError('joinParts: none of the parts holds an article');
  let text = '';
  const used: { url: string; ordinal: number }[] = [];
  const flags = new Set(head.flags);
  const attachments = new Map<string, NonNullable<Article['attachments']>[number]>();
  for (const { url, cleaned } of parts) {
    const part =
      cleaned.articles.find((a) => a.author === head.author) ??
      (cleaned.articles.length === 1 && cleaned.posts === undefined ? cleaned.articles[0] : undefined);
    if (!part) continue;
    for (const a of part.attachments ?? []) attachments.set(a.url, a);
    if (part.text === '') continue;
    text = text === '' ? part.text : joinTexts(text, withoutLeadIn(part.text, text, head.title));
    used.push({ url, ordinal: used.length + 1 });
  }
  if (used.length > 1 && !goesOnElsewhere(text) && !beginsElsewhere(text))
    flags.delete('continues-elsewhere');
  const joined: Article = { ...head, text, parts: used.length > 0 ? used : head.parts, flags: [...flags] };
  if (attachments.size > 0) joined.attachments = [...attachments.values()];
  return joined;
}

/** Leading lines of a later page that the text so far begins with, or that repeat the title. */
function withoutLeadIn(text: string, before: string, title: string): string {
  const opening = new Set(
    before
      .split('\n')
      .filter((l) => l !== '')
      .slice(0, 4),
  );
  const lines = text.split('\n');
  let start = 0;
  for (let i = 0; i < Math.min(lines.length, 8); i++) {
    const line = present(lines[i], 'lines at i');
    if (line === '') continue;
    if (opening.has(line) || sameText(line.replace(/[(（]\d+[)）]$/, ''), title)) start = i + 1;
    else break;
  }
  return lines.slice(start).join('\n').trim();
}
