import { type CanonicalRules, canonicalRules, type Rewrite } from './canonical-rules.ts';
import { formatQuery, normaliseEscapes, type Parameter, parseQuery, sortParameters } from './query.ts';

/**
 * The one address under which a page is known, whatever link led to it: general normalisation (case of scheme and
 * host, default port, fragment, credentials, escapes), tracking and session parameters out, parameters in a fixed
 * order, index pages as their folder, and per family the rewritten and the dynamic address as one
 * (`thread-123-1-1.html` is `forum.php?mod=viewthread&tid=123`). Rules: `data/canonical-urls.yaml`.
 *
 * It is an identity first: a server may not answer at it (a static mirror of a board has no `forum.php`), and a
 * robots.txt may treat it otherwise than the address that was linked. Fetch the linked address, file under this one.
 *
 * Idempotent; the order of differently named parameters does not matter.
 * @param base the page on which the link stood
 * @returns null where the text is no http(s) URL
 */
export function canonicalUrl(
  url: string,
  base?: string,
  rules: CanonicalRules = canonicalRules,
): string | null {
  const parsed = parseHttpUrl(url, base);
  if (!parsed) return null;
  let current = normalise(parsed, rules);
  // One rule may make way for another (a session id cut out of a path uncovers an index page).
  for (let round = 0; round < 5; round++) {
    const next = normalise(new URL(current), rules);
    if (next === current) break;
    current = next;
  }
  return current;
}

/** @returns the address under which a page is filed: its canonical one, or itself where it has none */
export const pageUrl = (address: string): string => canonicalUrl(address) ?? address;

/** Longer addresses are traps or data, and the patterns shall not have to run over them. */
const maxUrlLength = 4096;

/** @returns null where the text is no URL, not http(s), or longer than 4,096 characters */
export function parseHttpUrl(url: string, base?: string): URL | null {
  if (url.length > maxUrlLength || !URL.canParse(url, base)) return null;
  const parsed = new URL(url, base);
  return /^https?:$/.test(parsed.protocol) && parsed.hostname ? parsed : null;
}

function normalise(url: URL, rules: CanonicalRules): string {
  const host = url.host.replace(/\.(?=:|$)/, '');
  let path = rules.dropFromPath.reduce((p, pattern) => p.replace(pattern, ''), url.pathname) || '/';
  path = normaliseEscapes(path);
  const raw = normaliseEscapes(url.search.slice(1));
  const parameters = parseQuery(raw).filter((p) => !isDropped(p, rules));

  const rewritten = firstRewrite(rules.rewrites, path, raw, parameters);
  const query = rewritten?.query ?? sortParameters(parameters);
  path = rewritten?.path ?? path;
  if (query.length === 0) path = path.replace(rules.indexPages, '/');
  return `${url.protocol}//${host}${path}${query.length ? `?${formatQuery(query)}` : ''}`;
}

function isDropped({ name, value }: Parameter, rules: CanonicalRules): boolean {
  return rules.dropParameters.some(
    (rule) => rule.name.test(name) && (!rule.value || rule.value.test(value ?? '')),
  );
}

function firstRewrite(rewrites: readonly Rewrite[], path: string, raw: string, parameters: Parameter[]) {
  for (const rewrite of rewrites) {
    const result = applyRewrite(rewrite, path, raw, parameters);
    if (result) return result;
  }
  return null;
}

function applyRewrite(rewrite: Rewrite, path: string, raw: string, parameters: Parameter[]) {
  const inPath = rewrite.path.exec(path);
  if (!inPath) return null;
  const inQuery = rewrite.queryString?.exec(raw);
  if (rewrite.queryString && !inQuery) return null;

  const given = new Map(parameters.map(({ name, value }) => [name.toLowerCase(), value ?? '']));
  for (const [name, pattern] of Object.entries(rewrite.when)) {
    if (!pattern.test(given.get(name) ?? '')) return null;
  }
  const captured = new Map([...given, ...groups(inPath), ...groups(inQuery)]);
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (_, name) => captured.get(name) ?? '');
  const values = new Map(given);
  for (const [name, template] of Object.entries(rewrite.to.query)) {
    values.set(name.toLowerCase(), fill(template));
  }
  return {
    path: path.slice(0, inPath.index) + fill(rewrite.to.path),
    query: rewrite.keep
      .map((name) => ({ name, value: values.get(name.toLowerCase()) ?? '' }))
      .filter(({ name, value }) => value !== '' && value !== rewrite.defaults[name]),
  };
}

function groups(match: RegExpExecArray | null | undefined): [string, string][] {
  return Object.entries(match?.groups ?? {}).filter((entry): entry is [string, string] => Boolean(entry[1]));
}
