import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportWarc, importWarc } from '@zhibiao/store/warc';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { ImportedPages, startOffline } from './crawl-offline.ts';
import { awaitRun } from './runs.ts';
import { openSmallSystem, type SmallSystem, silent } from './testing/small-system.ts';

const lines = [
  '——2023年1月10日在镇江市第九届人民代表大会第二次会议上',
  '各位代表：现在，我代表市人民政府向大会报告工作，请予审议。',
  '一、2022年工作回顾',
  '过去一年，全市地区生产总值完成5017亿元，增长2.9%；一般公共预算收入304.2亿元；城镇新增就业5.6万人。',
  '我们顶住压力抓项目，沿江岸线腾退了旧码头，新建的江滩公园成了市民散步的好去处，老城的排水管网也换了新的。',
  '二、2023年主要目标',
  '地区生产总值增长5.5%左右，一般公共预算收入增长5%以上，城镇新增就业4.5万人以上。',
  '各位代表，路在脚下，让我们一步一个脚印地往前走，把说过的话一件一件办好！',
];
const title = '2023年镇江市政府工作报告';
const page = (from: number, to: number, furniture: string, more = '') =>
  `<!doctype html><html><head><meta charset="gbk"><title>${title}_${furniture}</title></head><body><div class="nav">${furniture}</div>
<div class="article"><h1>${title}</h1><div class="info">发布日期：2023-01-20 09:00 来源：${furniture}</div><div class="content">
${lines
  .slice(from, to)
  .map((line) => `<p>${line}</p>`)
  .join('\n')}</div>${more}</div></body></html>`;
const pager =
  '<div class="pages"><a href="/a.html">1</a><a href="/a_2.html">2</a><a href="/a_2.html">下一页</a></div>';

const site: Record<string, string> = {
  '/a.html': page(0, 5, '示例网', pager),
  '/a_2.html': page(5, 8, '示例网', pager),
  '/copy.html': page(0, 8, '另一个网站的导航条'),
};

let system: SmallSystem;
let other: SmallSystem;
let asked: string[];
beforeEach(async () => {
  asked = [];
  const listener: Parameters<typeof openSmallSystem>[1] = (request, response) => {
    asked.push(`${request.url} ${request.headers['if-none-match'] ?? '-'}`);
    const body = site[request.url ?? ''];
    if (request.headers['if-none-match']) return void response.writeHead(304).end();
    const headers = { 'content-type': 'text/html; charset=gbk', etag: '"1"' };
    response.writeHead(body ? 200 : 404, headers).end(iconv.encode(body ?? '', 'gbk'));
  };
  system = await openSmallSystem(inject('redisUrl'), listener);
  other = await openSmallSystem(inject('redisUrl'), listener);
});
afterEach(async () => {
  await system.close();
  await other.close();
});

async function importInto({ stores, producer }: SmallSystem, file: string) {
  const imported = new ImportedPages();
  await importWarc(stores.archive, file, (snapshot) => imported.add(snapshot));
  const offline = await startOffline(stores.store, producer, imported, null);
  const never = new AbortController().signal;
  return { ...offline, state: await awaitRun({ store: stores.store, producer }, offline.run, silent, never) };
}

const observed = async ({ stores }: SmallSystem) =>
  (await stores.store.observations({ limit: 1_000 })).rows
    .map(({ page: url, observation: o }) => `${url} ${o.indicator.code} ${o.quote} ${o.span.start}`)
    .sort();

it('an imported crawl gives the pages, texts, copies and observations of the crawl itself, and asks nobody', async () => {
  await system.crawl(`${system.origin}/a.html`, `${system.origin}/copy.html`);
  await exportWarc(system.stores.archive, system.dir);
  asked.length = 0;
  const { pages, state } = await importInto(other, join(system.dir, 'zhibiao-00000.warc.gz'));
  expect([pages, state.failed, asked]).toEqual([3, 0, []]);
  const { store } = other.stores;
  expect(await observed(other)).toEqual(await observed(system));
  expect((await store.documents()).rows).toHaveLength(2);
  for (const path of ['/a.html', '/copy.html']) {
    const [there, here] = [
      await store.getPage(system.origin + path),
      await system.stores.store.getPage(system.origin + path),
    ];
    expect(there).toMatchObject({
      role: 'article',
      textHash: here!.textHash,
      article: here!.article,
      etag: '"1"',
    });
  }
  expect(await store.getPage(`${system.origin}/a_2.html`)).toMatchObject({
    role: 'part',
    partOf: `${system.origin}/a.html`,
  });
  const copies = await store.copiesOf(`${system.origin}/a.html`);
  expect(copies.map((copy) => copy.page)).toEqual([`${system.origin}/copy.html`]);
  // A second time there is nothing to do.
  await importInto(other, join(system.dir, 'zhibiao-00000.warc.gz'));
  expect(await observed(other)).toEqual(await observed(system));
});

it('an imported page is asked for conditionally when it is crawled again', async () => {
  await system.crawl(`${system.origin}/copy.html`);
  const { files } = await exportWarc(system.stores.archive, system.dir);
  const file = join(system.dir, files[0]!);
  const mine = await openFrom(file);
  asked.length = 0;
  await mine.crawl(`${system.origin}/copy.html`);
  expect(asked).toEqual(['/copy.html "1"']);
  expect((await mine.stores.store.documents()).rows).toHaveLength(1);
});

/** The system that has nothing but what the file holds, and may ask the first one's site. */
async function openFrom(file: string): Promise<SmallSystem> {
  await other.reopen({ ZHIBIAO_ALLOW_HOSTS: new URL(system.origin).host });
  await importInto(other, file);
  return other;
}

it('reads what another crawler wrote: redirects as records of their own, a charset in the header, pictures', async () => {
  const record = (url: string, status: string, headers: string[], body: Buffer) => {
    const http = Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\n\r\n`), body]);
    const head = [
      'WARC/1.0',
      'WARC-Type: response',
      `WARC-Target-URI: ${url}`,
      'WARC-Date: 2023-02-03T04:05:06Z',
      `WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-${String(url.length).padStart(12, '0')}>`,
      'Content-Type: application/http; msgtype=response',
      `Content-Length: ${http.length}`,
    ];
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), http, Buffer.from('\r\n\r\n')]);
  };
  const html = ['Content-Type: text/html; charset=gb2312', 'ETag: "7"'];
  const origin = 'http://www.example.com';
  const encoded = (text: string) => iconv.encode(text.replace('<meta charset="gbk">', ''), 'gb18030');
  const first = page(0, 5, '示例网', pager.replaceAll('/a_2.html', '/old_2.html'));
  const file = join(system.dir, 'other.warc');
  await writeFile(
    file,
    Buffer.concat([
      record(
        `${origin}/robots.txt`,
        '200 OK',
        ['Content-Type: text/plain'],
        Buffer.from('User-agent: *\nDisallow: /\n'),
      ),
      record(`${origin}/a.html`, '200 OK', html, encoded(first)),
      record(`${origin}/old_2.html`, '302 Found', [`Location: /a_2.html`], Buffer.alloc(0)),
      record(`${origin}/a_2.html`, '200 OK', html, encoded(page(5, 8, '示例网', pager))),
      record(`${origin}/p.png`, '200 OK', ['Content-Type: image/png'], Buffer.from('\u0089PNG', 'latin1')),
      record(`${origin}/gone.html`, '404 Not Found', html, Buffer.from('no')),
    ]),
  );
  const { pages, others, state } = await importInto(other, file);
  expect([pages, others, state.failed, asked]).toEqual([2, 4, 0, []]);
  const known = await other.stores.store.getPage(`${origin}/a.html`);
  expect(known).toMatchObject({ etag: '"7"', fetchedAt: Date.UTC(2023, 1, 3, 4, 5, 6) });
  const article = JSON.parse(new TextDecoder().decode(await other.stores.archive.get(known!.article!)));
  expect(article.text).toContain(lines[3]);
  expect(article.text).toContain(lines[7]);
  expect((await other.stores.store.observations({ code: 'gdp' })).rows).toHaveLength(3);
});
