import type { Document } from 'domhandler';
import { isTag, walk } from './dom/nodes.ts';
import { type Page, resolve } from './dom/page.ts';

/** A page that only leads on may hold a few words (正在跳转). In characters. */
const MAX_WORDS = 120;
/** Pages that renew themselves after minutes are pages. In seconds. */
const MAX_DELAY = 60;
const refresh = /^\s*(\d*\.?\d*)\s*[;,]?\s*(?:url\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^"'\s][^\s]*))?/i;
const target = `\\(?\\s*(?:"([^"\\s]{1,500})"|'([^'\\s]{1,500})')`;
const sets = new RegExp(
  `\\blocation(?:\\.href)?\\s*=\\s*${target}|\\blocation\\.(?:replace|assign)\\s*${target}|\\bnavigate\\s*${target}`,
  'g',
);
const opens = new RegExp(`\\b(?:window\\.)?open\\s*${target}|${sets.source}`, 'i');
/** Kept on their own: what a script does with them needs a script. */
const script = /<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script\s*>/gi;

/** Addresses in `<meta http-equiv=refresh>`. Call before silent elements are taken out of the tree: some stand in a `noscript`. */
export function metaRefreshes(root: Document): string[] {
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

/**
 * Where a page leads that says next to nothing itself: by refresh, by script, or by frames of its own site. Absolute,
 * nearest first, the page's own address left out.
 * @param said characters of the page's own text
 */
export function leadsOf(
  page: Page,
  source: string,
  header: string | null | undefined,
  said: number,
): string[] {
  if (said > MAX_WORDS) return [];
  const refreshed = [refreshTarget(header ?? ''), ...page.refreshes].filter((a) => a !== null);
  const scripted = [...source.matchAll(script)].flatMap(([, code]) => [...code!.matchAll(sets)].map(first));
  const framed = page.embedded.frames
    .map((f) => resolve(page, f))
    .filter((f) => f !== null && isOfSite(page, f));
  const all = [...refreshed, ...scripted].map((a) => resolve(page, a)).concat(framed);
  const own = page.url?.href.replace(/#.*$/, '');
  return [...new Set(all)].filter((a): a is string => a !== null && a !== own);
}

/** The address in an `onclick` or a `javascript:` link, as it is written; null where there is none. */
export function scriptedTarget(code: string | undefined): string | null {
  const match = code === undefined ? null : opens.exec(code);
  return match ? first(match) : null;
}

const first = (match: RegExpMatchArray | RegExpExecArray): string =>
  [...match].slice(1).find((g) => g !== undefined) ?? '';

/** The same host but for its first label: www.a.gov.cn and zwgk.a.gov.cn. */
function isOfSite(page: Page, address: string): boolean {
  const site = (host: string) => (host.split('.').length > 2 ? host.slice(host.indexOf('.') + 1) : host);
  const own = page.url?.hostname;
  const other = new URL(address).hostname;
  return own === undefined || other === own || (!/^[\d.:[\]]+$/.test(own) && site(other) === site(own));
}
