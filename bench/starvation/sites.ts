// The hosts of the measurement as a process of its own: three that answer at once, one that takes five seconds, one that
// takes a request and never answers. Even their robots.txt is so.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSite } from '../crawl/site.ts';

const site = buildSite(40);
const [, article] = [...site.pages].find(([path]) => path.includes('/zfgzbg/content_'))!;
const hosts = { fast1: 0, fast2: 0, fast3: 0, slow: 5_000, dead: Number.POSITIVE_INFINITY };

const served: Record<string, number> = {};
const asked: Record<string, number> = {};
const origins: Record<string, string> = {};
for (const [name, delayMs] of Object.entries(hosts)) {
  served[name] = 0;
  asked[name] = 0;
  const server = createServer((request, response) => {
    asked[name]! += 1;
    const answer = () => {
      if (request.url === '/robots.txt') return response.writeHead(404).end();
      served[name]! += 1;
      // Every page a text of its own: what is stored already would cost less.
      const body = article.replaceAll('各位代表', `各位代表${name}${request.url}`);
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    };
    if (Number.isFinite(delayMs)) setTimeout(answer, delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origins[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
process.send?.({ origins });
process.on('message', () => process.send?.({ served: { ...served }, asked: { ...asked } }));
process.on('disconnect', () => process.exit(0));
