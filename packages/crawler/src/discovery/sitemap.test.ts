import { gzipSync } from 'node:zlib';
import { CorruptInputError } from '@zhibiao/shared';
import { describe, expect, it } from 'vitest';
import { parseSitemap, sitemapLinks } from './sitemap.ts';

const at = 'http://a.gov.cn/sitemap.xml';
const bytes = (text: string) => new TextEncoder().encode(text);
const urlset = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n" xmlns:image="i">
  <url><loc> http://a.gov.cn/1.html?a=1&amp;b=2 </loc><lastmod>2024-01-15T08:00:00+08:00</lastmod>
    <image:image><image:loc>http://a.gov.cn/1.jpg</image:loc></image:image></url>
  <url><loc><![CDATA[http://a.gov.cn/2.html]]></loc><lastmod>soon</lastmod><news:news><news:title>政府工作报告</news:title></news:news></url>
  <url><loc>javascript:alert(1)</loc></url>
  <url></url>
</urlset>`;

describe('parseSitemap', () => {
  it('reads addresses, times and headlines', () => {
    expect(parseSitemap(bytes(urlset), at)).toEqual({
      pages: [
        { url: 'http://a.gov.cn/1.html?a=1&b=2', title: '', lastModified: Date.UTC(2024, 0, 15) },
        { url: 'http://a.gov.cn/2.html', title: '政府工作报告', lastModified: null },
      ],
      sitemaps: [],
      truncated: false,
    });
  });

  it('reads gzipped ones and indexes', () => {
    const index = '<sitemapindex><sitemap><loc>http://a.gov.cn/s1.xml.gz</loc></sitemap></sitemapindex>';
    expect(parseSitemap(gzipSync(index), at).sitemaps.map((s) => s.url)).toEqual([
      'http://a.gov.cn/s1.xml.gz',
    ]);
  });

  it('reads GB labels and plain lists', () => {
    const gbk = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GB2312"?><urlset><url><loc>http://a.cn/1</loc><news:title>'),
      Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]),
      Buffer.from('</news:title></url></urlset>'),
    ]);
    expect(parseSitemap(gbk, at).pages[0]?.title).toBe('报告');
    expect(parseSitemap(bytes('http://a.cn/1\r\nnonsense\nhttp://a.cn/2'), at).pages).toHaveLength(2);
  });

  it('stops at the limits and says so', () => {
    expect(parseSitemap(bytes(urlset), at, { entries: 1, bytes: 1e6 })).toMatchObject({
      pages: { length: 1 },
      truncated: true,
    });
    expect(parseSitemap(bytes('http://a.cn/1\nhttp://a.cn/2'), at, { entries: 9, bytes: 14 }).truncated).toBe(
      true,
    );
    const bomb = gzipSync(Buffer.alloc(200_000));
    expect(() => parseSitemap(bomb, at, { entries: 9, bytes: 100_000 })).toThrow(CorruptInputError);
  });

  it.each(['<html><body>404</body></html>', '', '\u0000\u0001'])('finds nothing in %j', (text) =>
    expect(parseSitemap(bytes(text), at)).toEqual({ pages: [], sitemaps: [], truncated: false }),
  );

  it('does not believe an address in which the file breaks off', () => {
    expect(parseSitemap(bytes('<urlset><url><loc>http://a.cn/1'), at)).toEqual({
      pages: [],
      sitemaps: [],
      truncated: true,
    });
  });

  it('names the file whose gzip is broken', () => {
    const broken = gzipSync(urlset).subarray(0, 60);
    expect(() => parseSitemap(broken, at)).toThrow(at);
  });

  it('hands its pages on as links', () => {
    expect(sitemapLinks(parseSitemap(bytes(urlset), at), at).links[1]).toEqual({
      url: 'http://a.gov.cn/2.html',
      title: '政府工作报告',
      kind: 'article',
    });
  });
});
