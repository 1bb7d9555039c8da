import { present } from '@zhibiao/shared';
import { withEncodedQuery } from '../charset/query.ts';
import { type Embedded, readEmbedded } from './embedded.ts';
import { type Element, isTag, textOf, walk } from './nodes.ts';
import { type ParsedPage, parseHtml } from './parse.ts';
import { prune } from './prune.ts';
import { metaRefreshes, scriptedTarget } from './refresh.ts';
import { query } from './select.ts';
import { linkedSheets } from './styles/linked.ts';
import { TreeIndex } from './tree-index.ts';

/** A parsed, pruned page with its head read: what every family starts from. */
export interface Page extends ParsedPage {
  /** address of the page, or null */
  url: URL | null;
  /** what relative links are resolved against */
  base: URL | null;
  /** what the queries of its links are written in */
  charset: string;
  /** lower-case names to first content */
  meta: Map<string, string>;
  /** `<title>`, white space collapsed */
  headTitle: string;
  canonical: string | null;
  index: TreeIndex;
  embedded: Embedded;
  /** where meta refreshes lead, as they are written */
  refreshes: readonly string[];
  /** addresses of the style sheets that count on a screen, in page order */
  linkedSheets: readonly string[];
  /** what {@link linkOf} has read so far */
  links: Map<Element, AnchorLink>;
}

/** Where an anchor leads ({@link resolve}) and what it says. */
export interface AnchorLink {
  url: string | null;
  text: string;
}

const headQuery = query('meta, title, base, link');

/** @param options.sheets bodies of linked style sheets, by address */
export function openPage(
  html: string,
  url: string | undefined,
  options: { keepHidden?: boolean; sheets?: ReadonlyMap<string, string>; charset?: string } = {},
): Page {
  const parsed = parseHtml(html);
  const embedded = readEmbedded(parsed.root);
  const refreshes = metaRefreshes(parsed.root);
  const linked = linkedSheets(parsed.root, url);
  const sheets = [...linked.flatMap((address) => options.sheets?.get(address) ?? []), ...parsed.styles];
  prune(parsed.root, sheets, { keepHidden: options.keepHidden ?? false });
  const address = parseUrl(url);
  const page: Page = {
    ...parsed,
    url: address,
    base: address,
    meta: new Map(),
    headTitle: '',
    charset: options.charset ?? 'utf-8',
    canonical: null,
    index: new TreeIndex(parsed.root),
    links: new Map(),
    linkedSheets: linked,
    embedded,
    refreshes,
  };
  for (const element of page.index.all(headQuery)) readHead(page, element);
  for (const [, name, value] of parsed.enpProperty?.matchAll(/<([a-z]+)>([^<]*)<\/\1>/g) ?? []) {
    if (present(value, 'the value').trim() !== '')
      page.meta.set(`enp:${name}`, present(value, 'the value').trim());
  }
  return page;
}

function readHead(page: Page, element: Element): void {
  const a = element.attribs;
  if (element.name === 'meta') {
    const name = (a.property ?? a.name ?? a.itemprop)?.toLowerCase().trim();
    if (name && a.content && !page.meta.has(name)) page.meta.set(name, a.content.trim());
  } else if (element.name === 'title') {
    if (page.headTitle === '' && !insideSvg(element)) page.headTitle = rawText(element);
  } else if (element.name === 'base') {
    page.base = parseUrl(a.href, page.url) ?? page.base;
  } else if (/(^|\s)canonical(\s|$)/i.test(a.rel ?? '')) {
    page.canonical ??= resolve(page, a.href);
  }
}

/** Stands in where a file is cleaned without its address; `.invalid` is reserved, nothing will ever be fetched from it. */
const UNKNOWN = new URL('http://page.invalid/');

/** Absolute http(s) address, fragment removed, or null. Relative to {@link UNKNOWN} where the page's address is not known. */
export function resolve(
  page: Pick<Page, 'base'> & { charset?: string },
  href: string | undefined,
): string | null {
  const trimmed = href?.trim();
  if (!trimmed || /^(#|javascript:|mailto:|tel:|data:|about:)/i.test(trimmed)) return null;
  const base = page.base ?? UNKNOWN;
  if (plainPath.test(trimmed) && /^https?:$/.test(base.protocol)) return below(base.href, trimmed);
  const url = parseUrl(withEncodedQuery(trimmed, page.charset ?? 'utf-8'), base);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  return url.href;
}

/** Most links are a path of plain names: joining those needs no parser of addresses, which is slow. */
const plainPath = /^(?:\/|\/?[\w-]+(?:[/.][\w-]+)*\/?)$/;

/** @param base an http(s) address as the URL class writes it: with a path, below which a {@link plainPath} is resolved */
function below(base: string, path: string): string {
  if (path.startsWith('/')) return base.slice(0, base.indexOf('/', 'https://'.length)) + path;
  const end = base.search(/[?#]/);
  return base.slice(0, base.lastIndexOf('/', end < 0 ? base.length : end) + 1) + path;
}

/** Pagers, lists, side boxes and the text itself are asked for the same anchors: each is read once. */
export function linkOf(page: Page, anchor: Element): AnchorLink {
  const known = page.links.get(anchor);
  if (known) return known;
  const { href, onclick } = anchor.attribs;
  const scripted = /^\s*(?:javascript:|#\s*$|$)/i.test(href ?? '')
    ? scriptedTarget(`${href} ${onclick ?? ''}`)
    : null;
  const link = { url: resolve(page, scripted ?? href), text: textOf(anchor) };
  page.links.set(anchor, link);
  return link;
}

function parseUrl(href: string | undefined, base?: URL | null): URL | null {
  if (!href) return null;
  try {
    return new URL(href, base ?? undefined);
  } catch {
    return null;
  }
}

function rawText(element: Element): string {
  let text = '';
  walk(element, (node) => {
    if ('data' in node && typeof node.data === 'string') text += node.data;
    return true;
  });
  return text.replace(/[\s\u00a0\u3000]+/g, ' ').trim() || textOf(element);
}

function insideSvg(element: Element): boolean {
  return element.parent !== null && isTag(element.parent) && element.parent.name === 'svg';
}
