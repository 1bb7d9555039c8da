import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a page takes, milliseconds: a worker that is killed is often at one. */
const answerMs = 100;

export interface ChaosSite {
  readonly origin: string;
  /** what makes a worker hang that reads it */
  readonly marker: string;
  close(): void;
}

/** A list of so many reports, each a page of its own, and `/hangs.html`, which is linked by nobody. */
export async function startSite(pages: number): Promise<ChaosSite> {
  const marker = 'hangs-whoever-reads-it';
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const n = Number(/^\/report-(\d+)\.html$/.exec(path)?.[1] ?? Number.NaN);
    if (path === '/robots.txt') return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (path === '/hangs.html') return void response.end(report(pages).replace('各位代表', marker));
    if (Number.isNaN(n)) return void response.end(list(pages));
    await sleep(answerMs);
    response.end(report(n));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    marker,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const titleOf = (n: number) => `${2000 + (n % 25)}年第${n}区政府工作报告`;

function list(pages: number): string {
  const links = Array.from(
    { length: pages },
    (_, n) => `<li><a href="/report-${n}.html">${titleOf(n)}</a><span>2023-01-${10 + (n % 18)}</span></li>`,
  );
  return `<!doctype html><html><head><meta charset="utf-8"><title>政府工作报告</title></head><body><div class="list"><ul>${links.join('')}</ul></div></body></html>`;
}

function report(n: number): string {
  const year = 2000 + (n % 25);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${titleOf(n)}</title></head><body>
<div class="article"><h1>${titleOf(n)}</h1><div class="info">发布日期：${year}-01-20 来源：区政府办公室</div><div class="content">
<p>各位代表：</p><p>现在，我代表区人民政府向大会报告工作，请予审议。</p>
<p>一、${year - 1}年工作回顾</p><p>全区地区生产总值完成${400 + n}亿元，增长${(n % 90) / 10}%；一般公共预算收入${30 + n}亿元，增长${n % 12}.5%。</p>
<p>全年新增城镇就业${(n % 7) + 3}.5万人，居民人均可支配收入达到${30000 + n}元。</p>
<p>二、${year}年主要目标</p><p>地区生产总值增长${n % 6}.5%左右。</p></div></div></body></html>`;
}
