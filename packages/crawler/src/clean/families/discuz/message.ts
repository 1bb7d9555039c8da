import { type Block, joinBlocks, renderBlocks } from '../../dom/blocks.ts';
import { type Element, type ParentNode, textOf } from '../../dom/nodes.ts';
import { rules } from '../../rules/load.ts';

/** One post of a thread. */
export interface Floor {
  author: string;
  /** as {@link parseDate} */
  postedAt: string | null;
  /** 楼主, 沙发, 3# …, as the page says it */
  label: string;
  text: string;
  message: ParentNode;
}

/** A post's own words: no quotes of others, no edit notes, no attachment tips, no signature. */
export function messageText(message: ParentNode): string {
  return joinBlocks(messageBlocks(message));
}

function messageBlocks(message: ParentNode): Block[] {
  return renderBlocks(message, (e) => rules.thread.drop.some((q) => q.matches(e)) || isQuoteOfOther(e));
}

function isQuoteOfOther(element: Element): boolean {
  if (!rules.thread.quote.matches(element)) return false;
  return rules.thread.quoteHead.test(textOf(element).slice(0, 120));
}
