// The site as a process of its own: every page is rendered beforehand, so that serving costs the crawl little.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSite } from './site.ts';

const site = buildSite(Number(process.argv[2]));
const pages = new Map([...site.pages].map(([path, html]) => [path, Buffer.from(html)]));
let served = 0;

const server = createServer((request, response) => {
  if (request.url === '/robots.txt') {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /admin/\n');
    return;
  }
  const page = pages.get(request.url ?? '');
  if (page) served += 1;
  response.writeHead(page ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': page?.byteLength ?? 0,
  });
  response.end(page);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ origin: `http://127.0.0.1:${port}`, start: site.start, articles: site.articles });
});
/** Asked between two contestants: how many pages the last one has fetched. */
process.on('message', () => {
  process.send?.({ served });
  served = 0;
});
process.on('disconnect', () => process.exit(0));
