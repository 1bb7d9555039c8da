import { isTag, type ParentNode, walk } from '../nodes.ts';
import { isScreen } from './sheet.ts';

/** Further sheets of a page are not asked for. */
const MAX_LINKED = 8;

/** Absolute addresses of the style sheets that a page links for screens, in page order. */
export function linkedSheets(root: ParentNode, url: string | undefined): string[] {
  const found: string[] = [];
  let base = url;
  walk(root, (node) => {
    if (!isTag(node)) return true;
    const { href, rel, media } = node.attribs;
    if (node.name === 'base' && href !== undefined && URL.canParse(href, url)) base = new URL(href, url).href;
    if (node.name !== 'link' || href === undefined || found.length >= MAX_LINKED) return true;
    if (!/(^|\s)stylesheet(\s|$)/i.test(rel ?? '') || /(^|\s)alternate(\s|$)/i.test(rel ?? '')) return true;
    if (isScreen(media ?? 'all') && URL.canParse(href, base)) found.push(new URL(href, base).href);
    return true;
  });
  return found;
}
