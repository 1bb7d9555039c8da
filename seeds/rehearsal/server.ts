import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import iconv from 'iconv-lite';
import { randomFrom } from '../../bench/random.ts';
import { shownOn } from './calendar.ts';
import type { RehearsedReport } from './report.ts';
import { board, members } from './sites/boards.ts';
import type { Answer, SiteKind } from './sites/kind.ts';
import { app, farm, news, packed } from './sites/news.ts';
import { attachments, epaper, frames } from './sites/papers.ts';
import { cookies, limiter, portal, scripted } from './sites/portals.ts';

export const kinds: readonly SiteKind[] = [
  board,
  members,
  farm,
  portal,
  scripted,
  limiter,
  cookies,
  epaper,
  frames,
  attachments,
  news,
  app,
];

/** One request as the site saw it. */
export interface Visit {
  readonly path: string;
  readonly day: number;
  /** milliseconds since the epoch */
  readonly at: number;
  readonly status: number;
  /** a fault that was switched on at random answered */
  readonly fault: boolean;
}

export interface RehearsalSite {
  readonly kind: SiteKind;
  readonly origin: string;
  /** numbers of the reports that it publishes over the days */
  readonly numbers: readonly number[];
  readonly visits: Visit[];
  setDay(day: number): void;
  close(): Promise<void>;
}

export interface SiteOptions {
  readonly seed: number;
  readonly numbers: readonly number[];
  /** share of requests that fail for no reason: 500, or a connection that breaks off */
  readonly faults: number;
}

/** Serves one site of the rehearsal on a free port of the loopback address. */
export async function startSite(
  kind: SiteKind,
  { seed, numbers, faults }: SiteOptions,
): Promise<RehearsalSite> {
  const visits: Visit[] = [];
  const random = randomFrom(seed + kind.name.length * 31);
  let day = 0;
  let last = 0;
  let pages = new Map<string, Answer>();
  let reports = new Map<string, RehearsedReport>();
  let origin = '';

  const setDay = (next: number) => {
    day = next;
    ({ pages, reports } = pagesOf(kind, seed, numbers, day));
  };
  setDay(0);

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    const at = Date.now();
    const pauseMs = at - last;
    last = at;
    const fault = path !== '/robots.txt' && random() < faults;
    const note = (status: number) => void visits.push({ path, day, at, status, fault });
    if (fault && random() < 0.3) {
      note(0);
      request.socket.destroy();
      return;
    }
    const report = reports.get(path) ?? null;
    const found =
      kind.gate?.({ path, cookie: request.headers.cookie ?? '', pauseMs, report }) ?? pages.get(path);
    const answer: Answer = fault
      ? { status: 500, body: '<h1>500</h1>' }
      : (found ?? { status: 404, body: '<h1>404</h1>' });
    const { status = 200, headers } = answer;
    note(status);
    response
      .writeHead(status, { 'content-type': 'text/html', ...headers })
      .end(bytesOf(answer, path, origin));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { kind, origin, numbers, visits, setDay, close };
}

function pagesOf(kind: SiteKind, seed: number, numbers: readonly number[], day: number) {
  const shown = numbers.flatMap((number) => shownOn(seed, number, day) ?? []);
  const pages = kind.lists(shown);
  const reports = new Map<string, RehearsedReport>();
  for (const { report, moved, gone } of shown) {
    if (gone) continue;
    const path = kind.path(report, moved);
    for (const [address, answer] of kind.pages(report, path)) pages.set(address, answer);
    reports.set(path, report);
    if (moved) pages.set(kind.path(report, false), { status: 301, headers: { location: path }, body: '' });
  }
  return { pages, reports };
}

function bytesOf({ body, charset }: Answer, path: string, origin: string): Uint8Array {
  if (typeof body !== 'string') return body;
  if (path.endsWith('.xml.gz')) return packed(body.replaceAll('{origin}', origin));
  return charset === 'gb18030' ? iconv.encode(body, 'gb18030') : Buffer.from(body, 'utf8');
}
