import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NeedsOcrError } from '../attachments/index.ts';
import { useSite } from './testing/one-site.ts';
import { articlePage } from './testing/site.ts';

const fixture = (name: string) => readFileSync(new URL(`../attachments/fixtures/${name}`, import.meta.url));
const text = fixture('report.txt').toString('utf8').trim();
const docx = { headers: { 'content-type': 'application/octet-stream' }, body: fixture('report.docx') };

const given = useSite();
const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>云岭县政府工作报告_云岭县人民政府</title></head><body>
<div class="wz"><h1>云岭县政府工作报告</h1><div class="info">发布时间：2031-01-20 09:00　来源：政府办</div><div id="zoom">${body}</div></div></body></html>`;

it('a page that holds a title and links to files is the report of its file, and copies count once', async () => {
  given.site.pages['/a.html'] = page(
    '<p><a href="/u/1.docx">云岭县政府工作报告.docx</a></p><p>附件：<a href="/u/2.pdf">云岭县政府工作报告.pdf</a></p>',
  );
  given.site.pages['/u/1.docx'] = docx;
  given.site.pages['/u/2.pdf'] = {
    headers: { 'content-type': 'application/pdf' },
    body: fixture('report.pdf'),
  };
  const { parsed, failed } = await given.crawl('/a.html');
  expect(failed).toEqual([]);
  expect(parsed).toHaveLength(1);
  const article = await given.system.article(parsed[0]!.article);
  expect(article).toMatchObject({
    title: '云岭县政府工作报告',
    publishedAt: '2031-01-20T09:00:00+08:00',
    origin: '政府办',
    family: 'docx',
    text,
    flags: ['attachment-copies'],
  });
  const body = fixture('report.docx');
  expect(article.attachments).toMatchObject([
    { url: given.site.url('/u/1.docx'), kind: 'docx', size: body.length },
    { url: given.site.url('/u/2.pdf'), kind: 'pdf' },
  ]);
  expect(Buffer.from(await given.system.archive.get(article.attachments![0]!.body!)).equals(body)).toBe(true);
  const part = article.parts.at(-1)!;
  expect(part.attachment).toBe(given.site.url('/u/1.docx'));
  expect(article.text.slice(part.span!.start, part.span!.end)).toBe(text);
});

it('the same article comes out of the archived bytes again', async () => {
  given.site.pages['/a.html'] = page('<p><a href="/u/1.docx">云岭县政府工作报告.docx</a></p>');
  given.site.pages['/u/1.docx'] = docx;
  const { parsed } = await given.crawl('/a.html');
  const { run, shadow, source, page: url, snapshots } = parsed[0]!;
  const again = await given.system.drain([{ task: 'clean', run, shadow, source, page: url, snapshots }]);
  expect(again.parsed[0]!.article).toBe(parsed[0]!.article);
});

it('a page that holds the report keeps its files as links: nobody asks for them', async () => {
  given.site.pages['/a.html'] = articlePage().replace(
    '</div></div></body>',
    '<p>附件：<a href="/u/1.docx">全文.docx</a></p></div></div></body>',
  );
  const { parsed } = await given.crawl('/a.html');
  expect(parsed).toHaveLength(1);
  expect(given.site.paths()).toEqual(['/a.html']);
});

it('an address that is a file itself', async () => {
  given.site.pages['/u/1.docx'] = docx;
  const { parsed, failed } = await given.crawl('/u/1.docx');
  expect(failed).toEqual([]);
  expect((await given.system.article(parsed[0]!.article)).text).toBe(text);
});

it('pictures that nobody can read are named for what they need, and are archived', async () => {
  given.site.pages['/a.html'] = page('<p><img src="/u/1.png"></p>');
  given.site.pages['/u/1.png'] = { headers: { 'content-type': 'image/png' }, body: fixture('page.png') };
  const { parsed, failed } = await given.crawl('/a.html');
  expect(parsed).toEqual([]);
  expect(failed[0]!.error).toBeInstanceOf(NeedsOcrError);
  expect(failed[0]!.error.message).toMatch(/u\/1\.png: needs OCR/);
  expect(await given.system.archive.snapshotsOf(given.site.url('/u/1.png'))).toHaveLength(1);
});

it('a file that is gone is told as such', async () => {
  given.site.pages['/a.html'] = page('<p><a href="/u/1.docx">云岭县政府工作报告.docx</a></p>');
  const { failed } = await given.crawl('/a.html');
  expect(failed[0]!.error.message).toMatch(/u\/1\.docx.*(no longer|404)/s);
});
