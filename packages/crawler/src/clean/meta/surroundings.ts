import { renderBlocks } from '../dom/blocks.ts';
import type { ParentNode } from '../dom/nodes.ts';
import type { Page } from '../dom/page.ts';

/** Short lines of the page before and after its text: where date, source and author stand. Nearest ones only, in page order. */
export interface Surroundings {
  before: string[];
  after: string[];
}

const NEAR = 40;
const MAX_LINE = 200;

export function surroundings(page: Page, bodies: readonly ParentNode[]): Surroundings {
  const marks: number[] = [];
  const held = new Set<ParentNode>(bodies);
  const blocks = renderBlocks(
    page.root,
    (element) => held.has(element),
    (linesBefore) => marks.push(linesBefore),
    true,
  );
  const short = (from: number, to: number) =>
    blocks
      .slice(from, to)
      .map((b) => b.text)
      .filter((t) => t.length <= MAX_LINE);
  const first = marks[0] ?? blocks.length;
  return {
    before: short(0, first).slice(-NEAR),
    after: short(marks.at(-1) ?? blocks.length, blocks.length).slice(0, NEAR),
  };
}
