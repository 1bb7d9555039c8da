import type { Span } from '@zhibiao/shared';
import { present } from '@zhibiao/shared';

/** Something of a text that is to be shown in it. */
export interface Highlight extends Span {
  /** unique; becomes part of an HTML id */
  readonly key: string;
}

/** A stretch of text that the same highlights cover all over. */
export interface Segment extends Span {
  readonly text: string;
  /** keys of the highlights that cover it, in the order given */
  readonly covers: readonly string[];
  /** keys of the highlights that begin here: where to scroll to */
  readonly begins: readonly string[];
}

/**
 * Cuts `text.slice(within.start, within.end)` at the borders of the highlights, which may overlap.
 * Highlights outside of `within` are cut off or left out; empty ones are left out.
 */
export function segments(text: string, within: Span, highlights: readonly Highlight[]): Segment[] {
  const inside = highlights.filter((h) => h.start < h.end && h.end > within.start && h.start < within.end);
  const borders = new Set([within.start, within.end]);
  for (const h of inside) {
    borders.add(Math.max(h.start, within.start));
    borders.add(Math.min(h.end, within.end));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = present(cuts[i + 1], 'the next of cuts');
    const covering = inside.filter((h) => h.start <= start && h.end >= end);
    return {
      start,
      end,
      text: text.slice(start, end),
      covers: covering.map((h) => h.key),
      begins: covering.filter((h) => Math.max(h.start, within.start) === start).map((h) => h.key),
    };
  });
}

/** The lines of a text as spans without their line ends; empty lines are left out. */
export function lines(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) found.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return found;
}
