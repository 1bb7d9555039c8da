import { isTag, type ParentNode, walk } from './nodes.ts';

/** Pages that renew themselves after minutes are pages. In seconds. */
const MAX_DELAY = 60;
const refresh = /^\s*(\d*\.?\d*)\s*[;,]?\s*(?:url\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^"'\s][^\s]*))?/i;
const target = `(?:\\(\\s*)?(?:"([^"\\s]{1,500})"|'([^'\\s]{1,500})')`;
export const scriptedMoves = new RegExp(
  `\\blocation(?:\\.href)?\\s*=\\s*${target}|\\blocation\\.(?:replace|assign)\\s*${target}|\\bnavigate\\s*${target}`,
  'g',
);
const opens = new RegExp(`\\b(?:window\\.)?open\\s*${target}|${scriptedMoves.source}`, 'i');
/** Addresses in `<meta http-equiv=refresh>`. Call before silent elements are taken out of the tree: some stand in a `noscript`. */
export function metaRefreshes(root: ParentNode): string[] {
  const found: string[] = [];
  walk(root, (node) => {
    if (isTag(node) && node.name === 'meta' && /^\s*refresh\s*$/i.test(node.attribs['http-equiv'] ?? '')) {
      const address = refreshTarget(node.attribs.content ?? '');
      if (address) found.push(address);
    }
    return true;
  });
  return found;
}

/** The address that a Refresh header or a meta refresh names, null where it names none or waits for long. */
export function refreshTarget(content: string): string | null {
  const [, delay = '', ...quoted] = refresh.exec(content) ?? [];
  const address = quoted.find((a) => a !== undefined);
  return address && Number(delay || 0) <= MAX_DELAY ? address : null;
}

/** The address in an `onclick` or a `javascript:` link, as it is written; null where there is none. */
export function scriptedTarget(code: string | undefined): string | null {
  const match = code === undefined ? null : opens.exec(code);
  return match ? firstGroup(match) : null;
}

export const firstGroup = (match: RegExpMatchArray | RegExpExecArray): string =>
  [...match].slice(1).find((g) => g !== undefined) ?? '';
