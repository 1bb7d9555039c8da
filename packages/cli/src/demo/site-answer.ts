import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SitePage } from './site-manifest.ts';
import { springTrap } from './site-traps.ts';

/** Answers one request for a page, conditionally where its body is stable, or as its trap wants. */
export function answer(
  page: SitePage,
  body: Buffer,
  count: number,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  if (page.redirect) {
    const location = page.redirect.to.replace('{host}', req.headers.host ?? '');
    res.writeHead(page.redirect.status, { location, 'content-length': 0 }).end();
    return;
  }
  res.setHeader('content-type', contentType(page));
  if (page.live || page.status !== 200) res.setHeader('cache-control', 'no-cache');
  else if (isUnchanged(page, body, req, res)) {
    res.writeHead(304).end();
    return;
  }
  if (page.trap && springTrap(page.trap, body, count, res)) return;
  res.writeHead(page.status, { 'content-length': body.length });
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** Sets the validators, and tells whether the client's copy is good still (RFC 9110, 13.2.2). */
function isUnchanged(page: SitePage, body: Buffer, req: IncomingMessage, res: ServerResponse): boolean {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  const modified = new Date(page.modified);
  res.setHeader('etag', etag);
  res.setHeader('last-modified', modified.toUTCString());
  const tags = req.headers['if-none-match'];
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = req.headers['if-modified-since'];
  return since !== undefined && Date.parse(since) >= modified.getTime();
}

function contentType(page: SitePage): string {
  const label = page.label === undefined ? page.charset : page.label;
  const isText = /^text\/|json$|xml$/.test(page.type);
  return isText && label !== null ? `${page.type}; charset=${label}` : page.type;
}
