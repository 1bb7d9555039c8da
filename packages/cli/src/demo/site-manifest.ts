import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** How a bad server behaves. Times in milliseconds, sizes in bytes. */
export const Trap = z.discriminatedUnion('kind', [
  /** answers after a while */
  z.strictObject({ kind: z.literal('wait'), ms: z.int().positive() }),
  /** refuses the first `times` requests, with Retry-After in seconds */
  z.strictObject({
    kind: z.literal('busy'),
    times: z.int().positive(),
    status: z.union([z.literal(429), z.literal(503)]),
    retryAfter: z.int().min(0),
  }),
  /** one byte every `ms`, for ever */
  z.strictObject({ kind: z.literal('drip'), ms: z.int().positive() }),
  /** a body of this size, made while it is sent */
  z.strictObject({ kind: z.literal('flood'), bytes: z.int().positive() }),
  /** announces the whole body and closes the connection after these bytes, or resets it */
  z.strictObject({ kind: z.literal('cut'), bytes: z.int().positive(), reset: z.boolean().default(false) }),
  /** announces so many bytes and sends all of the body */
  z.strictObject({ kind: z.literal('short'), bytes: z.int().positive() }),
  /** never answers */
  z.strictObject({ kind: z.literal('silent') }),
  /** HTTP/1.0 without a length */
  z.strictObject({ kind: z.literal('old-http') }),
  /** chunks whose sizes are no numbers */
  z.strictObject({ kind: z.literal('broken-chunks') }),
  /** response headers of this size */
  z.strictObject({ kind: z.literal('headers'), bytes: z.int().positive() }),
  /** says gzip and sends something else */
  z.strictObject({ kind: z.literal('broken-gzip') }),
  /** a small body that unpacks to this size; encodings as in Content-Encoding, the first one innermost */
  z.strictObject({
    kind: z.literal('zip-bomb'),
    bytes: z.int().positive(),
    encodings: z.array(z.enum(['gzip', 'deflate', 'br'])).default(['gzip']),
  }),
]);
export type Trap = z.infer<typeof Trap>;

/** One address of the demo site. Paths of templates and files are relative to the site's own folder. */
export const SitePage = z.strictObject({
  /** path with the query parameters that must be there; others are ignored */
  path: z.string().startsWith('/'),
  /** other addresses of the same page */
  aliases: z.array(z.string().startsWith('/')).default([]),
  /** an Eta template, written in UTF-8; null for an empty body */
  template: z.string().nullable().default(null),
  /** sent as it is, whatever the template */
  file: z.string().optional(),
  /** what the template reads as `it.page` */
  data: z.record(z.string(), z.unknown()).default({}),
  /** a YAML file with more of it */
  dataFile: z.string().optional(),
  status: z.int().default(200),
  type: z.string().default('text/html'),
  /** in which the bytes are written */
  charset: z.enum(['utf-8', 'gb18030']).default('utf-8'),
  /** what the Content-Type header claims; null says nothing, the default tells the truth */
  label: z.string().nullable().optional(),
  modified: z.iso.datetime({ offset: true }).default('2024-03-01T09:00:00+08:00'),
  /** the body differs at every request (counters, hot lists), so it has no validators */
  live: z.boolean().default(false),
  /** `{host}` in `to` is this server's own host and port */
  redirect: z.strictObject({ status: z.int().min(300).max(399), to: z.string() }).optional(),
  trap: Trap.optional(),
  /** what of all this is different a day later; `data` is laid over the page's */
  nextDay: z.record(z.string(), z.unknown()).optional(),
});
export type SitePage = z.infer<typeof SitePage> & {
  /** folder below the demo site's, such as `bbs` */
  site: string;
};

/** `manifest.yaml` of a site: `defaults` fill what a page leaves out. */
const Manifest = z.strictObject({
  defaults: z.record(z.string(), z.unknown()).default({}),
  pages: z.array(z.record(z.string(), z.unknown())),
});

/**
 * Reads the manifests of all sites below a folder.
 * @param day 1, or 2 for the sites as they are a day later
 * @throws ZodError where a manifest does not fit, Error where two pages claim one address
 */
export function loadSite(dir: string, day: 1 | 2 = 1): SitePage[] {
  const sites = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(dir, entry.name)).includes('manifest.yaml'))
    .map((entry) => entry.name);
  const pages = sites.flatMap((site) => {
    const manifest = Manifest.parse(readYaml(join(dir, site, 'manifest.yaml')));
    return manifest.pages.map((entry) => {
      const today = SitePage.parse({ ...manifest.defaults, ...entry });
      const { data, ...later } = day === 2 ? (today.nextDay ?? {}) : {};
      const page = SitePage.parse({ ...today, ...later, data: { ...today.data, ...(data ?? {}) } });
      const more = page.dataFile ? (readYaml(join(dir, site, page.dataFile)) as Record<string, unknown>) : {};
      return { ...page, data: { ...more, ...page.data }, site };
    });
  });
  const seen = new Set<string>();
  for (const address of pages.flatMap((page) => [page.path, ...page.aliases])) {
    if (seen.has(address))
      throw new Error(`two pages of the demo site claim ${address}: change a manifest.yaml`);
    seen.add(address);
  }
  return pages;
}

/** Finds the page of an address: the path is equal, and the most of the named parameters are there. */
export function findPage(pages: readonly SitePage[], url: URL): SitePage | null {
  let best: { page: SitePage; score: number } | null = null;
  for (const page of pages) {
    for (const address of [page.path, ...page.aliases]) {
      const wanted = new URL(address, url);
      const parameters = [...wanted.searchParams];
      if (wanted.pathname !== url.pathname) continue;
      if (!parameters.every(([name, value]) => url.searchParams.get(name) === value)) continue;
      if (!best || parameters.length > best.score) best = { page, score: parameters.length };
    }
  }
  return best?.page ?? null;
}

function readYaml(file: string): unknown {
  return parse(readFileSync(file, 'utf8'));
}
