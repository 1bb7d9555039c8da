import { present } from '@zhibiao/shared';
import { type Page, resolve } from './dom/page.ts';
import { firstGroup, refreshTarget, scriptedMoves } from './dom/refresh.ts';

/** A page that only leads on may hold a few words (正在跳转). In characters. */
const MAX_WORDS = 120;
/** Kept on their own: what a script does with them needs a script. */
const script = /<script\b(?![^<>]*\bsrc=)[^<>]*>([\s\S]*?)(?:<\/script\s*>|$)/gi;

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
  const scripted = [...source.matchAll(script)].flatMap(([, code]) =>
    [...present(code, 'the code').matchAll(scriptedMoves)].map(firstGroup),
  );
  const framed = page.embedded.frames
    .map((f) => resolve(page, f))
    .filter((f) => f !== null && isOfSite(page, f));
  const all = [...refreshed, ...scripted].map((a) => resolve(page, a)).concat(framed);
  const own = page.url?.href.replace(/#[\s\S]*/, '');
  return [...new Set(all)].filter((a): a is string => a !== null && a !== own);
}

/** The same host but for its first label: www.a.gov.cn and zwgk.a.gov.cn. */
function isOfSite(page: Page, address: string): boolean {
  const site = (host: string) => (host.split('.').length > 2 ? host.slice(host.indexOf('.') + 1) : host);
  const own = page.url?.hostname;
  const other = new URL(address).hostname;
  return own === undefined || other === own || (!/^[\d.:[\]]+$/.test(own) && site(other) === site(own));
}
