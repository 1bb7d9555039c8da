import { present } from '@zhibiao/shared';
import { type ChildNode, type Element, isTag, isText, type ParentNode, textOf, walk } from './nodes.ts';

/** What the control says that shows the rest of a text: 点击展开全文. */
const unfolds = /(展开|阅读|查看|显示)(全文|全部|剩余|余下|更多)|剩余\d+%/;
const MAX_LABEL = 30;
/** A control has little in it but its label. In child nodes. */
const MAX_PARTS = 5;
/** Shorter hidden things are tips, not the rest of a text. */
const MIN_FOLDED = 40;
/** How far from the folded text its control stands. In elements. */
const NEAR = 3;

/** Tells texts that one click shows from what no reader sees. The page is searched for controls when first asked. */
export function foldedTexts(root: ParentNode): (hidden: Element) => boolean {
  let controls: Set<ChildNode> | null = null;
  return (hidden) => {
    if (textOf(hidden).length < MIN_FOLDED) return false;
    controls ??= controlsOf(root);
    if (controls.size === 0) return false;
    const boxes = hidden.parent && isTag(hidden.parent) ? [hidden, hidden.parent] : [hidden];
    return boxes.some((box) => beside(box).some((element) => present(controls, 'the controls').has(element)));
  };
}

function controlsOf(root: ParentNode): Set<ChildNode> {
  const found = new Set<ChildNode>();
  walk(root, (node) => {
    if (isText(node) && node.data.length < 2 * MAX_LABEL && unfolds.test(node.data)) {
      for (let e = node.parent; e && isTag(e) && e.children.length <= MAX_PARTS; e = e.parent) {
        if (textOf(e).length > MAX_LABEL) break;
        found.add(e);
      }
    }
    return true;
  });
  return found;
}

/** The nearest elements before and after. */
function beside(box: Element): Element[] {
  const found: Element[] = [];
  for (const direction of ['prev', 'next'] as const) {
    let steps = 0;
    for (let node = box[direction]; node && steps < NEAR; node = node[direction]) {
      if (!isTag(node)) continue;
      found.push(node);
      steps++;
    }
  }
  return found;
}
