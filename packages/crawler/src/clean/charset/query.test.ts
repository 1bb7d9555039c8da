import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { findChromium } from '../../browser/find-chromium.ts';
import { launchChromium } from '../../browser/launch.ts';
import { cleanPage } from '../clean-page.ts';
import { withEncodedQuery } from './query.ts';

test.each([
  ['show.asp?t=报告', 'gb2312', 'show.asp?t=%B1%A8%B8%E6'],
  ['show.asp?t=報告&p=2#位置', 'big5', 'show.asp?t=%B3%F8%A7i&p=2#位置'],
  ['/报告/show?t=报告', 'gbk', '/报告/show?t=%B1%A8%B8%E6'],
  ['show.asp?t=报告', 'utf-8', 'show.asp?t=报告'],
  ['show.asp?t=%B1%A8', 'gbk', 'show.asp?t=%B1%A8'],
  ['show.asp?t=😀', 'big5', 'show.asp?t=%26%23128512%3B'],
  ['/报告', 'gbk', '/报告'],
  ['show.asp?t=报告', 'x-unknown', 'show.asp?t=报告'],
])('a query is written in the charset of its page: %s in %s', (href, charset, expected) => {
  expect(withEncodedQuery(href, charset)).toBe(expected);
});

const chromium = findChromium(process.env.ZHIBIAO_CHROMIUM);

test.skipIf(chromium === null).each(['gb2312', 'gbk', 'gb18030', 'big5', 'utf-8'])(
  'links lead where Chromium leads: %s',
  { timeout: 60_000 },
  async (charset) => {
    const names = ['一二三', '政府工作', '江山 "人口" <五>', "a'b年"];
    const anchors = names
      .map(
        (name, i) =>
          `<p><a href="/show/政/${i}.asp?t=${name.replace(/"/g, '&quot;')}#人">关于${i}号文件的通知</a></p>`,
      )
      .join('');
    const html = `<html><head><meta charset="${charset}"><title>目录</title></head><body>${anchors}</body></html>`;
    const bytes = iconv.encode(html, charset);
    const url = 'http://page.example/';
    const contentType = `text/html; charset=${charset}`;
    const browser = await launchChromium(chromium!);
    try {
      const page = await browser.newPage();
      await page.route('**/*', (route) => route.fulfill({ body: Buffer.from(bytes), contentType }));
      await page.goto(url);
      const shown = await page.evaluate<string[]>(`[...document.links].map((a) => a.href.split('#')[0])`);
      const { links } = cleanPage({ bytes, url, contentType });
      expect(links.map((l) => l.url)).toEqual(shown);
    } finally {
      await browser.close();
    }
  },
);
