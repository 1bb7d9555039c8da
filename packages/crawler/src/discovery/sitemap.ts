import { gunzipSync } from 'node:zlib';
import { CorruptInputError } from '@zhibiao/shared';
import { Parser } from 'htmlparser2';
import { parseHttpUrl } from './canonical.ts';
import type { ListPage } from './follow.ts';

export interface SitemapEntry {
  url: string;
  /** the headline where the file is a news sitemap, else `` */
  title: string;
  /** milliseconds since the epoch */
  lastModified: number | null;
}

export interface Sitemap {
  pages: SitemapEntry[];
  /** further sitemaps, of an index */
  sitemaps: SitemapEntry[];
  /** true where the limits cut it short, or the file breaks off */
  truncated: boolean;
}

/** The limits of the sitemap protocol (sitemaps.org): 50,000 addresses, 50 MB unpacked. */
export const sitemapLimits = { entries: 50_000, bytes: 50 * 1024 * 1024 };

/**
 * Reads a sitemap, a sitemap index or a plain list of addresses, each also gzipped.
 * Entries that are no http(s) addresses are passed over; a page that is no sitemap gives an empty one.
 * @param url of the file, for messages
 * @throws CorruptInputError when it is gzipped and cannot be unpacked, or unpacks to more than the limit
 */
export function parseSitemap(bytes: Uint8Array, url: string, limits = sitemapLimits): Sitemap {
  const unpacked = unpack(bytes, url, limits.bytes);
  const text = decode(unpacked.subarray(0, limits.bytes));
  const sitemap = /^\s*</.test(text) ? parseXml(text, limits.entries) : parseList(text, limits.entries);
  return { ...sitemap, truncated: sitemap.truncated || unpacked.length > limits.bytes };
}

/** A sitemap's pages as {@link follow} takes them. */
export function sitemapLinks(sitemap: Sitemap, url: string): ListPage {
  return {
    url,
    next: [],
    links: sitemap.pages.map((entry) => ({ url: entry.url, title: entry.title, kind: 'article' })),
  };
}

function unpack(bytes: Uint8Array, url: string, limit: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    throw new CorruptInputError(
      `The sitemap ${url} cannot be unpacked, or is over ${limit} bytes then (${(error as Error).message}). It is left out.`,
      url,
      { cause: error },
    );
  }
}

function decode(bytes: Uint8Array): string {
  const declared = /encoding=["']([\w-]+)/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  )?.[1];
  return new TextDecoder(/^gb/i.test(declared ?? '') ? 'gb18030' : 'utf-8').decode(bytes);
}

function parseList(text: string, limit: number): Sitemap {
  const urls = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => parseHttpUrl(line));
  return {
    pages: urls.slice(0, limit).map((url) => ({ url, title: '', lastModified: null })),
    sitemaps: [],
    truncated: urls.length > limit,
  };
}

function parseXml(text: string, limit: number): Sitemap {
  const sitemap: Sitemap = { pages: [], sitemaps: [], truncated: false };
  let fields: Map<string, string> | null = null;
  let field = '';
  const parser = new Parser(
    {
      onopentag(name) {
        field = localName(name);
        if (field === 'url' || field === 'sitemap') fields = new Map();
      },
      ontext(part) {
        if (field) fields?.set(field, (fields.get(field) ?? '') + part);
      },
      onclosetag(name, implied) {
        field = '';
        const local = localName(name);
        if (!fields || (local !== 'url' && local !== 'sitemap')) return;
        // A file that breaks off may break off inside an address.
        const entry = implied ? null : entryOf(fields);
        sitemap.truncated ||= implied;
        fields = null;
        if (!entry) return;
        if (sitemap.pages.length + sitemap.sitemaps.length >= limit) {
          sitemap.truncated = true;
          parser.pause();
          return;
        }
        sitemap[local === 'url' ? 'pages' : 'sitemaps'].push(entry);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return sitemap;
}

/** Names of the sitemap's own name space bare, `news:title` with its prefix, so that `image:loc` is not `loc`. */
const localName = (name: string) => name.replace(/^(sm|sitemap|ns\d*):/, '');

function entryOf(fields: Map<string, string>): SitemapEntry | null {
  const url = fields.get('loc')?.trim() ?? '';
  if (!parseHttpUrl(url)) return null;
  const time = Date.parse(fields.get('lastmod')?.trim() ?? '');
  return {
    url,
    title: fields.get('news:title')?.trim() ?? '',
    lastModified: Number.isNaN(time) ? null : time,
  };
}
