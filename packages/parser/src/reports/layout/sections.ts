import type { Section } from '@zhibiao/shared';
import { ordinal } from '../../text/ordinals.ts';
import { type Folded, originalEnd, originalOffset } from './fold.ts';
import type { Heading, HeadingKind } from './headings.ts';

/** A heading with its place in the tree; `start`..`bodyEnd` in offsets of the folded copy. */
export type Node = Heading & { readonly level: number; readonly bodyEnd: number };

const RANK: Readonly<Record<HeadingKind, number>> = {
  part: 1,
  chapter: 1,
  line: 2,
  section: 2,
  item: 3,
  subitem: 4,
};

/**
 * True where unnumbered parts (2022年工作回顾) stand above chapters whose numbers start anew under one of them; else they are
 * siblings of the chapters.
 */
function partsHoldChapters(headings: readonly Heading[]): boolean {
  let afterPart = false;
  let last = 0;
  let held = false;
  let restarts = false;
  for (const { kind, number } of headings) {
    if (kind === 'part') afterPart = true;
    if (kind !== 'chapter') continue;
    const count = ordinal(number ?? '') ?? 0;
    restarts ||= count <= last;
    held ||= afterPart && count === 1;
    last = count;
    afterPart = false;
  }
  return held && (restarts || headings.filter(({ kind }) => kind === 'part').length === 1);
}

/** Gives every heading its level (1 the highest) and the end of its body. */
export function buildTree(headings: readonly Heading[], end: number): Node[] {
  const partRank = partsHoldChapters(headings) ? 0 : 1;
  const rankOf = (heading: Heading): number => (heading.kind === 'part' ? partRank : RANK[heading.kind]);
  const open: { index: number; rank: number }[] = [];
  const levels: number[] = [];
  const ends: number[] = headings.map(() => end);
  headings.forEach((heading, index) => {
    const rank = rankOf(heading);
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= rank) {
      const closed = open.pop();
      if (closed) ends[closed.index] = heading.start;
    }
    open.push({ index, rank });
    levels.push(open.length);
  });
  return headings.map((heading, index) => ({
    ...heading,
    level: levels[index] ?? 1,
    bodyEnd: ends[index] ?? end,
  }));
}

/** The tree as a report carries it: spans and titles of the article's own text. */
export function sectionsOf(nodes: readonly Node[], folded: Folded, text: string): Section[] {
  return nodes.map((node) => {
    const start = originalOffset(folded, node.start);
    const titleEnd = originalEnd(folded, node.end);
    let end = node.bodyEnd;
    while (end > node.end && folded.text.charAt(end - 1) === '\n') end -= 1;
    return {
      level: node.level,
      title: text
        .slice(start, titleEnd)
        .replace(/[\s\u3000?]+/g, (blank) => (/\w/.test(blank) ? ' ' : ''))
        .trim(),
      start,
      end: Math.max(titleEnd, originalEnd(folded, end)),
    };
  });
}
