import type { Article } from '@zhibiao/shared';
import { beginsElsewhere, goesOnElsewhere } from './families/jump.ts';
import { joinTexts } from './furniture/joint.ts';
import { sameText } from './furniture/same-text.ts';
import type { Cleaned } from './types.ts';

/**
 * One article out of the pages of a text: title, date and author of the first part, texts joined. A lead-in that every page
 * repeats is kept once, 下转/上接 notes at a joint go, a sentence that was cut at a joint is put together again.
 * @throws RangeError when no part holds an article
 */
export function joinParts(parts: readonly { url: string; cleaned: Cleaned }[]): Article {
  const head = parts.find((p) => p.cleaned.articles.length > 0)?.cleaned.articles[0];
  if (!head) throw new RangeError('joinParts: none of the parts holds an article');
  let text = '';
  const used: { url: string; ordinal: number }[] = [];
  const flags = new Set(head.flags);
  const attachments = new Map<string, { url: string; title: string }>();
  for (const { url, cleaned } of parts) {
    const part =
      cleaned.articles.find((a) => a.author === head.author) ??
      (cleaned.articles.length === 1 && cleaned.posts === undefined ? cleaned.articles[0] : undefined);
    if (!part || part.text === '') continue;
    text = text === '' ? part.text : joinTexts(text, withoutLeadIn(part.text, text, head.title));
    used.push({ url, ordinal: used.length + 1 });
    for (const a of part.attachments ?? []) attachments.set(a.url, a);
  }
  if (used.length > 1 && !goesOnElsewhere(text) && !beginsElsewhere(text))
    flags.delete('continues-elsewhere');
  const joined: Article = { ...head, text, parts: used, flags: [...flags] };
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
    const line = lines[i]!;
    if (line === '') continue;
    if (opening.has(line) || sameText(line.replace(/[(（]\d+[)）]$/, ''), title)) start = i + 1;
    else break;
  }
  return lines.slice(start).join('\n').trim();
}
