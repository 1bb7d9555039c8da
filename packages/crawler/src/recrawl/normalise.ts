import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readDataFile, WholeMatch } from '../discovery/data-file.ts';

/** `data/volatile-text.yaml` explains the fields. */
const VolatileText = z.strictObject({
  maxLine: z.int(),
  lines: z.array(WholeMatch),
  listHeadings: WholeMatch,
  sentenceEnd: z.string().transform((pattern) => new RegExp(pattern, 'u')),
});

const rules = readDataFile('volatile-text.yaml', VolatileText);

const invisible = /[\s\p{Cf}]+/gu;
/** Lines without these hold nothing invisible: asked first, as Unicode's properties cost many times as much. */
const unusual = /[^!-~\u2010-\u2027\u3001-\u9fff\uff01-\uffee]/;

/**
 * sha256 (hexadecimal) of what an article says: when it stays the same, the page has not changed, whatever its bytes
 * do. Where its lines break does not count: a new template may break them elsewhere.
 * @param text an article's clean text
 */
export function textHash(text: string): string {
  return createHash('sha256').update(comparableText(text).replaceAll('\n', '')).digest('hex');
}

/**
 * A text without what changes by itself: spaces and invisible characters, widths and case, counters, dates of the
 * furniture, hot lists. For comparing only.
 */
export function comparableText(text: string): string {
  const kept: string[] = [];
  let inHotList = false;
  for (const line of text.normalize('NFKC').split(/\r\n|[\r\n\u2028\u2029]/)) {
    const compact = (unusual.test(line) ? line.replace(invisible, '') : line).toLowerCase();
    if (compact === '') continue;
    if (compact.length > rules.maxLine || rules.sentenceEnd.test(compact)) inHotList = false;
    else if (rules.listHeadings.test(compact.replace(/[:：]$/, ''))) inHotList = true;
    if (!inHotList && !isVolatile(compact)) kept.push(compact);
  }
  return kept.join('\n');
}

function isVolatile(line: string): boolean {
  return line.length <= rules.maxLine && rules.lines.some((pattern) => pattern.test(line));
}
