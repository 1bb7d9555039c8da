import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { report } from '../../discovery/testing/report.ts';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
type Page = string | Answer | ((request: IncomingMessage, response: ServerResponse) => Answer | undefined);

export interface Site {
  readonly origin: string;
  readonly host: string;
  url(path: string): string;
  /** What it answers, by path with query; may be changed at any time. `robots.txt` is missing unless it is here. */
  readonly pages: Record<string, Page>;
  /** Requests in their order, without those for robots.txt. */
  readonly asked: { path: string; headers: IncomingHttpHeaders; time: number }[];
  paths(): string[];
  close(): Promise<void>;
}

/** A site on a loopback port of its own. A string is an HTML page in UTF-8. */
export async function startSite(pages: Record<string, Page> = {}): Promise<Site> {
  const asked: Site['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path !== '/robots.txt') asked.push({ path, headers: request.headers, time: Date.now() });
    const page = pages[path] ?? { status: 404, body: 'not found' };
    const answer = typeof page === 'function' ? page(request, response) : page;
    if (answer === undefined) return;
    const { status = 200, headers, body = '' } = typeof answer === 'string' ? { body: answer } : answer;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    url: (path) => `http://${host}${path}`,
    pages,
    asked,
    paths: () => asked.map(({ path }) => path),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const paragraphs = (text: string) => text.split('\n').map((line) => `<p>${line}</p>`);

/** An article page of a CMS. `from` and `to`: which lines of the text it holds; `more`: the addresses of its pages. */
export function articlePage({
  region = '示例市',
  year = 2023,
  from = 0,
  to = undefined as number | undefined,
  more = [] as readonly string[],
  hits = 0,
} = {}): string {
  const title = `${year}年${region}政府工作报告`;
  const lines = paragraphs(report(region, year)).slice(from, to);
  const pager = more.map((href, i) => `<a href="${href}">${i + 1}</a>`).join('');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}_示例网</title></head><body>
<div class="nav"><a href="/">首页</a></div><div class="article"><h1>${title}</h1>
<div class="info">发布日期：${year}-01-20 09:00　来源：示例日报　点击：${hits}次</div>
<div class="content">${lines.join('\n')}</div>
${more.length > 0 ? `<div class="pages">${pager}<a href="${more.at(-1)}">下一页</a></div>` : ''}</div></body></html>`;
}

/** A list of articles as a portal shows it. */
export function listPage(links: Readonly<Record<string, string>>): string {
  const rows = Object.entries(links).map(
    ([href, title]) => `<li><a href="${href}" title="${title}">${title}</a><span>2023-01-20</span></li>`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"><title>政府工作报告_示例网</title></head>
<body><div class="list"><ul>${rows.join('\n')}</ul></div></body></html>`;
}
