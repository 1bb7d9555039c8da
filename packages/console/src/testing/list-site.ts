import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const titles = ['2024年政府工作报告', '2023年政府工作报告', '市政府召开常务会议'];
const list = `<html><head><title>政府信息公开</title></head><body><ul>${titles
  .map((title, i) => `<li><a href="/zwgk/2024/t2024010${i}_${i}.html">${title}</a></li>`)
  .join('')}</ul></body></html>`;

/** A site on this machine whose every page is a list of two reports and a piece of news; it has no robots.txt. */
export interface ListSite {
  readonly url: string;
  /** `host:port`, as an allow-list names it */
  readonly host: string;
  close(): void;
}

export async function startListSite(): Promise<ListSite> {
  const server = createServer((request, answer) => {
    const isRobots = request.url === '/robots.txt';
    answer.writeHead(isRobots ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    answer.end(isRobots ? '' : list);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}`, host, close: () => server.close() };
}
