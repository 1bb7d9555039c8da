import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Source } from '@zhibiao/shared';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type DemoSite, startDemoSite } from './site.ts';
import { encode } from './site-body.ts';
import { loadExpected } from './site-expected.ts';
import { loadSite } from './site-manifest.ts';

const seeds = fileURLToPath(new URL('../../../../seeds/', import.meta.url));
const dir = join(seeds, 'demo/site');
const pages = loadSite(dir);
const plain = pages.filter((page) => !page.redirect && !page.trap);
const addresses = plain.flatMap((page) => [page.path, ...page.aliases].map((address) => ({ address, page })));

let site: DemoSite;
beforeAll(async () => {
  site = await startDemoSite({ dir, port: 0 });
});
afterAll(() => site.close());

const get = (path: string, init?: RequestInit) => fetch(site.origin + path, { redirect: 'manual', ...init });
const read = async (path: string) => {
  const { page } = addresses.find(({ address }) => address === path)!;
  return new TextDecoder(page.charset).decode(await (await get(path)).arrayBuffer());
};
const squeeze = (text: string) => text.replace(/<[^>]*>|\s/g, '');

describe('every page of the manifests', () => {
  it.each(addresses)('$address', async ({ address, page }) => {
    const response = await get(address);
    expect(response.status).toBe(page.status);
    const type = response.headers.get('content-type')!;
    const label = page.label === undefined ? page.charset : page.label;
    expect(type.startsWith(page.type)).toBe(true);
    if (page.type === 'text/html') expect(/charset=(.*)/.exec(type)?.[1] ?? null).toBe(label);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    if (page.template && !page.file && page.template !== 'phpcms.eta') {
      new TextDecoder(page.charset, { fatal: true }).decode(bytes);
      expect(bytes.length).toBeGreaterThan(20);
    }
  });

  it('has stable validators where the body is stable, and none where it is not', async () => {
    const first = await get('/gov/zwgk/gzbg/202301/t20230118_5102.html');
    const etag = first.headers.get('etag')!;
    const modified = first.headers.get('last-modified')!;
    expect(modified).toBe('Wed, 18 Jan 2023 01:12:00 GMT');
    const path = '/gov/zwgk/gzbg/202301/t20230118_5102.html';
    expect((await get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await get(path, { headers: { 'if-none-match': '"old"' } })).status).toBe(200);
    expect((await get(path, { headers: { 'if-modified-since': modified } })).status).toBe(304);
    expect((await get('/bbs/thread-4021-1-1.html')).headers.has('etag')).toBe(false);
  });

  it('counts views', async () => {
    const [one, two] = [await read('/bbs/thread-4021-1-1.html'), await read('/bbs/thread-4021-1-1.html')];
    expect(one).not.toBe(two);
  });
});

describe('charsets', () => {
  it('writes what only GB18030 holds', async () => {
    const bytes = Buffer.from(await (await get('/bbs/thread-4035-1-1.html')).arrayBuffer());
    // 普通𫛭: two double bytes and a quadruple one
    expect(bytes.includes(Buffer.from('c6d5cda898399735', 'hex'))).toBe(true);
    expect(new TextDecoder('gb18030').decode(bytes)).toContain('䴙䴘、普通𫛭');
  });

  it('mixes two where a page says so', async () => {
    const bytes = Buffer.from(
      await (await get('/farm/index.php?m=content&c=index&a=show&catid=9&id=77')).arrayBuffer(),
    );
    expect(bytes.includes(Buffer.from('今日天气', 'utf8'))).toBe(true);
    expect(bytes.includes(encode('高唐县', 'gb18030'))).toBe(true);
    expect(bytes.includes(Buffer.from('高唐县', 'utf8'))).toBe(false);
  });
});

describe('traps', () => {
  it('loops, moves, and points inwards', async () => {
    expect((await get('/traps/loop-a.html')).headers.get('location')).toBe('/traps/loop-b.html');
    expect((await get('/traps/private.html')).headers.get('location')).toContain('http://10.255.255.1/');
    expect((await get('/gov/zfgb/2025/gzbg.html')).status).toBe(301);
  });

  it('is busy once', async () => {
    const first = await get('/traps/many.html');
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await get('/traps/many.html')).status).toBe(200);
  });

  it('breaks off, floods, and lies about its compression', async () => {
    await expect((await get('/traps/cut.html')).arrayBuffer()).rejects.toThrow();
    await expect(get('/traps/broken-gzip.html').then((response) => response.text())).rejects.toThrow();
    const flood = (await get('/traps/oversize.html')).body!.getReader();
    let bytes = 0;
    while (bytes < 1_000_000) bytes += (await flood.read()).value!.length;
    await flood.cancel();
  });

  it('moves, vanishes and mends a slip a day later', async () => {
    const other = await startDemoSite({ dir, port: 0 });
    const at = async (path: string) => {
      const response = await fetch(other.origin + path, { redirect: 'manual' });
      return [response.status, response.headers.get('location'), await response.text()] as const;
    };
    const report = '/gov/zwgk/gzbg/202501/t20250120_7716.html';
    expect((await at(report))[2]).toContain('贷款18亿元');
    expect((await at('/farm/archive/2013/zmd.htm'))[0]).toBe(404);
    other.nextDay();
    expect((await at(report))[2]).toContain('贷款1.8亿元');
    expect((await at('/farm/old/zmd2013.htm')).slice(0, 2)).toEqual([301, '/farm/archive/2013/zmd.htm']);
    expect((await at('/farm/archive/2013/zmd.htm'))[0]).toBe(200);
    expect((await at('/blog/2023/02/gaotang-report/'))[0]).toBe(410);
    await other.close();
  });

  it('leads on for ever', async () => {
    expect(await read('/traps/calendar.php')).toContain('month=2024-02');
    expect(await (await get('/traps/calendar.php?month=2031-12')).text()).toContain('month=2032-01');
    expect(await read('/traps/session.php')).not.toBe(await read('/traps/session.php'));
  });
});

it('answers what it does not know, and refuses to be written to', async () => {
  expect((await get('/nowhere')).status).toBe(404);
  expect((await get('/gov/', { method: 'POST' })).status).toBe(405);
});

it('takes another port where its own is taken, and stops at once, slow answers included', async () => {
  const other = await startDemoSite({ dir, port: site.port });
  expect(other.port).not.toBe(site.port);
  const dripping = await fetch(`${other.origin}/traps/drip.html`);
  await other.close();
  await expect(dripping.text()).rejects.toThrow();
  const refused = new Promise((resolve) => connect(other.port, '127.0.0.1').on('error', resolve));
  expect(await refused).toMatchObject({ code: 'ECONNREFUSED' });
});

describe('expected results', () => {
  const expected = loadExpected(join(seeds, 'demo/expected'));

  it.each(expected.articles)('$path holds what is expected of it', async (article) => {
    const path = article.rendered ? '/app/api/report-20240112.json' : article.path;
    const text = squeeze((await Promise.all([path, ...article.parts].map(read))).join(''));
    for (const phrase of article.contains) expect(text).toContain(phrase.replace(/\s/g, ''));
    for (const { quote } of article.reports.flatMap((report) => report.observations))
      expect(text).toContain(quote);
  });

  it('names addresses that the site has', () => {
    const known = new Set(pages.flatMap((page) => [page.path, ...page.aliases]));
    const named = [
      ...expected.articles.flatMap((article) => [
        article.path,
        ...article.parts,
        ...article.copies,
        ...article.movedFrom,
      ]),
      ...[...expected.empty, ...expected.failures, ...expected.budgets].map(({ path }) => path),
      ...expected.forbidden,
      ...expected.nextDay.changed.map(({ path }) => path),
      ...expected.nextDay.moved.flatMap(({ path, to }) => [path, to]),
      ...expected.nextDay.unchanged,
      ...expected.nextDay.gone,
    ];
    expect(named.filter((path) => !known.has(path))).toEqual([]);
  });
});

it.each(
  ['.', 'demo/sources'].flatMap((folder) =>
    readdirSync(join(seeds, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folder, name)),
  ),
)('source %s is valid', (name) => {
  const source = Source.parse(parse(readFileSync(join(seeds, name), 'utf8')));
  expect(name).toContain(`${source.id}.yaml`);
});
