import { renderBlocks } from '../dom/blocks.ts';
import { isTag, type ParentNode, tagsNamed } from '../dom/nodes.ts';
import { linkOf, type Page } from '../dom/page.ts';
import type { Link } from '../types.ts';

/** Fewer links to texts are what a text itself may hold. */
const MIN_ENTRIES = 3;
/** What may stand between one title of a list and the next: date, counters, a summary. In characters. */
const MAX_BETWEEN = 320;
/** What may stand in a title's own line beside it: category, date, counters. */
const MAX_BESIDE = 80;
const sentence = /[。！？]/;

/**
 * The titles of a list whose entries have summaries or dates of their own, so that it looks like prose: lines that are a
 * link to a text, never far apart, none of them behind running text. null where the elements hold anything else.
 */
export function listedEntries(
  page: Page,
  elements: readonly ParentNode[],
  links: readonly Link[],
): Link[] | null {
  const known = new Map(links.filter((l) => l.kind === 'article').map((l) => [l.url, l]));
  const anchors = elements.flatMap((e) => (isTag(e) && e.name === 'a' ? [e] : tagsNamed(e, 'a')));
  if (anchors.filter((a) => known.has(linkOf(page, a).url ?? '')).length < MIN_ENTRIES) return null;
  const entries = new Set<Link>();
  let between = 0;
  for (const block of elements.flatMap((e) => renderBlocks(e))) {
    const link = block.anchors
      .map((a) => linkOf(page, a))
      .filter(({ text }) => block.text.length - text.length <= MAX_BESIDE)
      .map(({ url }) => known.get(url ?? ''))
      .find((l) => l !== undefined && l.title.length >= 6 && !l.title.includes('。'));
    if (link) {
      entries.add(link);
      between = 0;
      continue;
    }
    between += block.text.length;
    const beforeFirst = entries.size === 0 && block.text.length > 30 && sentence.test(block.text);
    if (between > MAX_BETWEEN || beforeFirst) return null;
  }
  return entries.size >= MIN_ENTRIES ? [...entries] : null;
}
