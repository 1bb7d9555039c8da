import { foldedTexts } from './folded.ts';
import { detachAll, type Element, isTag, type ParentNode, silentTags, textOf, walk } from './nodes.ts';

const hiddenStyle =
  /(^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(px|pt|em)?\s*(;|!|$))/i;
// Some sites show their whole text only once a script has run: short invisible things are tricks, long ones are texts.
const invisibleStyle = /(^|[;\s])visibility\s*:\s*hidden/i;
const MAX_INVISIBLE = 200;
// `tvhidden`-like names are too risky; these are what the families use to hide text from readers but not from copiers
const hiddenClass =
  /(^|\s)(jammer|sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-only)(\s|$)/;

/** Takes silent elements and everything a reader cannot see out of the tree: anti-copy spans (jammer), closed menus, pop-ups. What one click shows of the text stays. */
export function prune(root: ParentNode, options: { keepHidden: boolean }): void {
  const doomed: Element[] = [];
  const isFolded = foldedTexts(root);
  walk(root, (node) => {
    if (!isTag(node)) return true;
    if (keptSilent.has(node.name)) return true;
    if (silentTags.has(node.name) || (!options.keepHidden && isHidden(node) && !isFolded(node))) {
      doomed.push(node);
      return false;
    }
    return true;
  });
  detachAll(doomed);
}

// metadata, links of image maps (e-papers) and hidden inputs are read by the families
const keptSilent = new Set(['head', 'title', 'meta', 'link', 'base', 'map', 'area', 'input']);

export function isHidden(element: Element): boolean {
  const a = element.attribs;
  return (
    (a.style !== undefined &&
      (hiddenStyle.test(a.style) ||
        (invisibleStyle.test(a.style) && textOf(element).length < MAX_INVISIBLE))) ||
    (a.hidden !== undefined && a.hidden !== 'until-found') ||
    (a.class !== undefined && hiddenClass.test(a.class)) ||
    (a['aria-hidden'] === 'true' && /popup|modal|menu/i.test(a.class ?? ''))
  );
}
