import type { Article } from '@zhibiao/shared';
import { type ReportData, reportData } from '../data.ts';
import { type Folded, fold } from './fold.ts';
import { findHeadings } from './headings.ts';
import { type Stretch, splitReports } from './openings.ts';
import type { Range } from './range.ts';
import { buildTree, type Node } from './sections.ts';

/** A report's stretch of the folded copy with its headings: what region, year and roles are read from. */
export type Outline = {
  readonly folded: Folded;
  readonly range: Range;
  readonly nodes: readonly Node[];
  /** the opening sentence (我代表…政府…报告) or a compilation's mark is there */
  readonly opened: boolean;
  /** where the address ends that opens a report (我代表…政府…), else where its body begins */
  readonly headEnd: number;
  readonly data: ReportData;
};

/** The outlines of the reports of a text, in order and disjoint; at least one. */
export function outlinesOf(text: Article['text']): Outline[] {
  const folded = fold(text);
  return splitReports(folded).map((stretch) => outlineOf(folded, stretch));
}

/** The outline of a frame's own text, taken as one report. */
export function outlineOfFrame(text: string): Outline {
  const folded = fold(text);
  const opening = splitReports(folded)[0]?.opening ?? null;
  return outlineOf(folded, { start: 0, end: folded.text.length, opening });
}

function outlineOf(folded: Folded, { start, end, opening }: Stretch): Outline {
  const data = reportData();
  // A newspaper page may set the heading below the report's first columns: those are no head.
  const bodyStart = opening && start >= opening.start ? (opening.address?.end ?? start) : start;
  const headings = findHeadings(folded.text, start, end, bodyStart, data.patterns);
  return {
    folded,
    range: { start, bodyStart, end },
    nodes: buildTree(headings, end),
    opened: opening !== null,
    headEnd: opening?.address?.end ?? bodyStart,
    data,
  };
}
