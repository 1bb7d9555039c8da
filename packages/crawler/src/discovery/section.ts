import { getDomain } from 'tldts';
import { pageUrl } from './canonical.ts';
import { parseQuery } from './query.ts';

/** Hosts without a registrable domain (addresses, `localhost`) are one site per host and port. */
function siteOf(url: URL): string {
  return getDomain(url.hostname) ?? url.host;
}

export interface Section {
  /** the same registrable domain as a start address: `bbs.zhenjiang.gov.cn` and `www.zhenjiang.gov.cn` */
  sameSite(url: string): boolean;
  /**
   * The same host and below a start address: in its folder, or (dynamic pages) the same script with all parameters
   * of the start address. A start address that is a host's front page has the whole host as its section.
   */
  contains(url: string): boolean;
}

/** The part of a web site that a source's start addresses stand for. */
export function sectionOf(start: readonly string[]): Section {
  const starts = start.map((s) => new URL(pageUrl(s)));
  const sites = new Set(starts.map(siteOf));
  return {
    sameSite: (url) => sites.has(siteOf(new URL(url))),
    contains: (url) => starts.some((s) => isBelow(new URL(url), s)),
  };
}

function isBelow(url: URL, start: URL): boolean {
  if (url.host !== start.host) return false;
  if (start.search) {
    const given = new Set(parameters(url));
    return url.pathname === start.pathname && parameters(start).every((p) => given.has(p));
  }
  // A board's index page stands for all that lies beside it: its boards are `forum.php?fid=…`.
  const folder = start.pathname.slice(0, start.pathname.lastIndexOf('/') + 1);
  return url.pathname.startsWith(folder);
}

const parameters = (url: URL) => parseQuery(url.search.slice(1)).map(({ name, value }) => `${name}=${value}`);
