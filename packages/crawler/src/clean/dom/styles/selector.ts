import { compile } from 'css-select';
import { parse, type Selector } from 'css-what';
import type { ChildNode, Element } from '../nodes.ts';

export interface CompiledSelector {
  readonly matches: (element: Element) => boolean;
  /** ids, then classes and attributes, then tags, as one number */
  readonly specificity: number;
}

const never: CompiledSelector = { matches: () => false, specificity: 0 };

/** A faulty selector matches nothing, as in browsers. A list is as specific as its most specific part. */
export function compileSelector(source: string): CompiledSelector {
  try {
    const parsed = parse(source);
    const specificity = Math.max(...parsed.map(specificityOf));
    return { matches: compile<ChildNode, Element>(parsed) as (element: Element) => boolean, specificity };
  } catch {
    return never;
  }
}

function specificityOf(selector: readonly Selector[]): number {
  let sum = 0;
  for (const token of selector) {
    if (token.type === 'tag') sum += 1;
    else if (token.type === 'attribute')
      sum += token.name === 'id' && token.action === 'equals' ? 10_000 : 100;
    else if (token.type === 'pseudo') {
      const inner = Array.isArray(token.data) ? token.data : null;
      if (!inner) sum += 100;
      else if (token.name !== 'where') sum += Math.max(0, ...inner.map(specificityOf));
    }
  }
  return sum;
}
