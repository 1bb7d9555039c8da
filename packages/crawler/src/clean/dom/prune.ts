import { foldedTexts } from './folded.ts';
import {
  type ChildNode,
  detachAll,
  type Element,
  isTag,
  type ParentNode,
  silentTags,
  textOf,
  walk,
} from './nodes.ts';
import { type Appearance, readAppearance } from './styles/appearance.ts';

// Some sites show their whole text only once a script has run: short invisible things are tricks, long ones are texts.
const MAX_INVISIBLE = 200;
// `tvhidden`-like names are too risky; these are what the families use to hide text from readers but not from copiers
// a script shows these, whatever their length
const revealed = new Set(['js_content']);
const hiddenClass =
  /(^|\s)(jammer|sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-only)(\s|$)/;

/**
 * Takes silent elements and everything a reader cannot see out of the tree: what the page's style sheets hide, anti-copy
 * spans (jammer), closed menus, pop-ups. What one click shows of the text stays. Notes' marks are `sup` afterwards and
 * struck-out text is `del`, whatever the page made them with.
 *
 * @param sheets the page's style sheets, in order
 */
export function prune(root: ParentNode, sheets: readonly string[], options: { keepHidden: boolean }): void {
  const isFolded = foldedTexts(root);
  const { hidden, unsized } = readAppearance(root, sheets);
  const doomed: ChildNode[] = options.keepHidden ? [] : unsized;
  walk(root, (node) => {
    if (!isTag(node)) return true;
    if (keptSilent.has(node.name)) return true;
    if (silentTags.has(node.name) || (!options.keepHidden && isHidden(node, hidden) && !isFolded(node))) {
      doomed.push(node);
      return false;
    }
    return true;
  });
  detachAll(doomed);
}

// metadata, links of image maps (e-papers) and hidden inputs are read by the families; struck-out text is reported
const keptSilent = new Set(['head', 'title', 'meta', 'link', 'base', 'map', 'area', 'input', 'del']);

function isHidden(element: Element, hidden: Appearance['hidden']): boolean {
  const a = element.attribs;
  const how = hidden.get(element);
  return (
    (how !== undefined &&
      (how !== 'tricked' || (textOf(element).length < MAX_INVISIBLE && !revealed.has(a.id ?? '')))) ||
    (a.hidden !== undefined && a.hidden !== 'until-found') ||
    (a.class !== undefined && hiddenClass.test(a.class)) ||
    (a['aria-hidden'] === 'true' && /popup|modal|menu/i.test(a.class ?? ''))
  );
}
