import { gzipSync, strToU8 } from 'fflate';
import type { Shown } from '../calendar.ts';
import { type Answer, html, linked, paragraphs, type SiteKind } from './kind.ts';

const teasers = ['本地要闻', '天气预报', '文化活动', '便民电话']
  .map((t) => `<li><a href="/hot/${t.length}.html">${t}一览</a></li>`)
  .join('');

/** A news site: no list anyone could follow, a compressed sitemap instead. */
export const news: SiteKind = {
  name: 'news',
  about: 'news site that is found by its compressed sitemap',
  source: { start: '/', sitemap: '/sitemap.xml.gz', include: ['/a/\\d+'], render: 'http' },
  path: ({ number, date }, moved) =>
    `/a/${date.replaceAll('-', '')}${String(number).padStart(4, '0')}${moved ? '1' : ''}.shtml`,
  lists: (shown: readonly Shown[]) => {
    // The server's own origin is put in where the map is answered.
    const map = `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${linked(
      shown,
    )
      .map((s) => `<url><loc>{origin}${news.path(s.report, s.moved)}</loc></url>`)
      .join('')}</urlset>`;
    return new Map<string, Answer>([
      ['/', { body: html('江海新闻', `<h1>江海新闻</h1><ul>${teasers}</ul>`) }],
      ['/sitemap.xml.gz', { body: map, headers: { 'content-type': 'application/gzip' } }],
    ]);
  },
  pages: (report, path) =>
    new Map([
      [
        path,
        {
          body: html(
            `${report.title}-江海新闻`,
            `<nav><ul>${teasers}</ul></nav><article><h1>${report.title}</h1><p class="meta">${report.date} 08:00 来源：江海新闻 记者 王小明</p><div class="post">${paragraphs(report)}</div></article><aside><h3>相关阅读</h3><ul>${teasers}</ul></aside>`,
          ),
        },
      ],
    ]),
};

/** What `/sitemap.xml.gz` answers once the origin is known. */
export const packed = (xml: string): Uint8Array => gzipSync(strToU8(xml));

/** A content farm: each text over three pages, with advertisements between. */
export const farm: SiteKind = {
  name: 'farm',
  about: 'content farm that cuts a text into three pages',
  source: {
    start: '/gongzuobaogao/',
    title: '政府工作报告',
    include: ['/gongzuobaogao/\\d+'],
    render: 'http',
  },
  path: ({ number }, moved) => `/gongzuobaogao/${80_000 + number + (moved ? 5_000 : 0)}.html`,
  lists: (shown: readonly Shown[]) =>
    new Map([
      [
        '/gongzuobaogao/',
        {
          body: html(
            '工作报告范文',
            `<dl class="list">${linked(shown)
              .map(
                (s) =>
                  `<dd><a href="${farm.path(s.report, s.moved)}">${s.report.title}</a> ${s.report.date}</dd>`,
              )
              .join('')}</dl>`,
          ),
        },
      ],
    ]),
  pages(report, path) {
    const third = Math.ceil(report.blocks.length / 3);
    const at = (n: number) => (n === 1 ? path : path.replace('.html', `_${n}.html`));
    const pager = (n: number) =>
      `<div class="pages"><ul class="pagelist"><li><a>共3页: </a></li>${[1, 2, 3].map((p) => (p === n ? `<li class="thisclass"><a href="#">${p}</a></li>` : `<li><a href="${at(p).split('/').pop()}">${p}</a></li>`)).join('')}${
        n < 3
          ? `<li><a href="${at(n + 1)
              .split('/')
              .pop()}">下一页</a></li>`
          : ''
      }</ul></div>`;
    return new Map(
      [1, 2, 3].map((n): [string, Answer] => [
        at(n),
        {
          body: html(
            `${report.title}_范文百宝箱`,
            `<div class="place"><a href="/">主页</a> &gt; <a href="/gongzuobaogao/">工作报告</a></div><div class="viewbox"><div class="title"><h2>${report.title}</h2></div><div class="info">时间：${report.date} 作者：网络 点击：${report.number}次</div><div class="content">${paragraphs(report, (n - 1) * third, n * third)}<div class="ad">范文大全，海量下载</div></div>${pager(n)}</div>`,
            '<meta name="generator" content="DedeCMS">',
          ),
        },
      ]),
    );
  },
};

/** Pages that are empty until their script has asked for the text. */
export const app: SiteKind = {
  name: 'app',
  about: 'site whose pages are filled by script; wants a browser',
  source: { start: '/app/', title: '政府工作报告', include: ['/app/r\\d+'], render: 'auto' },
  path: ({ number }, moved) => `/app/r${number}${moved ? 'b' : ''}.html`,
  lists: (shown: readonly Shown[]) =>
    new Map([
      [
        '/app/',
        {
          body: html(
            '政务公开',
            `<ul>${linked(shown)
              .map((s) => `<li><a href="${app.path(s.report, s.moved)}">${s.report.title}</a></li>`)
              .join('')}</ul>`,
          ),
        },
      ],
    ]),
  pages(report, path) {
    const data = `/api/r${report.number}.json`;
    const script = `<div id="app"></div><script>fetch('${data}').then((r) => r.json()).then((d) => { document.getElementById('app').innerHTML = d.html; document.title = d.title; });</script>`;
    const content = `<h1>${report.title}</h1><p>发布时间：${report.date}</p><div class="content">${paragraphs(report)}</div>`;
    return new Map<string, Answer>([
      [path, { body: html('加载中', script) }],
      [
        data,
        {
          body: JSON.stringify({ title: report.title, html: content }),
          headers: { 'content-type': 'application/json; charset=utf-8' },
        },
      ],
    ]);
  },
};
