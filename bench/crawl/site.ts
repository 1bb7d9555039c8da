import { reportText } from './text.ts';

/** A site of list pages and articles; every page is the same for the same number of pages. */
export interface Site {
  /** path -> page */
  readonly pages: ReadonlyMap<string, string>;
  readonly articles: number;
  readonly lists: number;
  readonly start: string;
}

const perList = 100;
const listPath = (n: number) => (n === 1 ? '/zfgzbg/' : `/zfgzbg/list_${n}.html`);
const articlePath = (n: number) => `/zfgzbg/content_${100_000 + n}.html`;

/** @param pages lists and articles together, at least 2 */
export function buildSite(pages: number): Site {
  const lists = Math.max(1, Math.ceil(pages / (perList + 1)));
  const articles = pages - lists;
  const all = new Map<string, string>();
  for (let n = 1; n <= lists; n++) {
    all.set(listPath(n), listPage(n, lists, Math.min(articles, n * perList)));
  }
  for (let n = 1; n <= articles; n++) all.set(articlePath(n), articlePage(n, articles));
  return { pages: all, articles, lists, start: listPath(1) };
}

function listPage(n: number, lists: number, last: number): string {
  const entries: string[] = [];
  for (let i = (n - 1) * perList + 1; i <= last; i++) {
    const { title, date } = reportText(i);
    entries.push(`<li><a href="${articlePath(i)}" title="${title}">${title}</a><span>${date}</span></li>`);
  }
  const pager = Array.from({ length: lists }, (_, i) =>
    i + 1 === n ? `<strong>${i + 1}</strong>` : `<a href="${listPath(i + 1)}">${i + 1}</a>`,
  );
  return frame(
    '政府工作报告',
    `<div class="list"><ul>${entries.join('\n')}</ul></div><div class="pagination">${pager.join(' ')}</div>`,
  );
}

function articlePage(n: number, articles: number): string {
  const { title, date, paragraphs } = reportText(n);
  const near = [n - 1, n + 1].filter((i) => i >= 1 && i <= articles);
  const body = paragraphs.map((p) => `<p>　　${p}</p>`).join('\n');
  return frame(
    title,
    `<div class="article"><h1>${title}</h1>
<div class="info">发布日期：${date} 09:00　来源：市政府办公室　浏览次数：<span id="hits">${n % 977}</span></div>
<div class="content">${body}</div>
<div class="share">分享到：<a href="javascript:;">微信</a> <a href="javascript:;">微博</a> <a href="javascript:window.print()">打印</a></div>
<div class="near">${near.map((i) => `<a href="${articlePath(i)}">${reportText(i).title}</a>`).join('<br>')}</div></div>`,
  );
}

const columns = ['首页', '政务公开', '新闻中心', '办事服务', '互动交流', '数据发布', '走进本市', '专题专栏'];

function frame(title: string, main: string): string {
  const menu = columns.map((c, i) => `<li><a href="/col/col${i}/index.html">${c}</a></li>`).join('');
  const aside = columns
    .map((c) => `<li><a href="/col/hot/${c.length}.html">${c}的最新消息</a></li>`)
    .join('');
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}_市人民政府门户网站</title>
<meta name="keywords" content="政府工作报告,政务公开"><link rel="stylesheet" href="/css/site.css">
<script>var _hmt = _hmt || []; (function () { var s = document.createElement("script"); s.src = "/js/count.js"; document.head.appendChild(s); })();</script>
</head><body>
<div class="header"><div class="logo"><img src="/img/logo.png" alt="市人民政府"></div><ul class="nav">${menu}</ul>
<form action="/search.html"><input name="q"><button>搜索</button></form></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zfgzbg/">政府工作报告</a></div>
<div class="main">${main}</div>
<div class="side"><h3>热点信息</h3><ul>${aside}</ul></div>
<div class="footer"><p>主办：市人民政府办公室　承办：市大数据管理局</p><p>备案序号：苏ICP备00000000号　网站地图　联系我们</p></div>
</body></html>`;
}
