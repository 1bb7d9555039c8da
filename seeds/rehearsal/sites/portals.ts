import type { Shown } from '../calendar.ts';
import type { RehearsedReport } from '../report.ts';
import { type Answer, html, linked, paragraphs, type SiteKind } from './kind.ts';

const list = '/zwgk/zfgzbg/index.html';
const menu = ['首页', '政务公开', '新闻中心', '办事服务', '互动交流']
  .map((m, i) => `<li><a href="/col/${i}/">${m}</a></li>`)
  .join('');
const frame = (title: string, main: string): Answer => ({
  body: html(
    `${title}_市人民政府`,
    `<div class="header"><ul class="nav">${menu}</ul></div><div class="position">当前位置：<a href="/">首页</a> &gt; <a href="${list}">政府工作报告</a></div>
<div class="main">${main}</div><div class="footer"><p>主办：市人民政府办公室　网站标识码：0000000000　备案序号：某ICP备00000000号</p></div>`,
    '<meta name="SiteName" content="市人民政府"><meta name="ColumnName" content="政府工作报告">',
  ),
});

const entry = (path: string, { title, date }: RehearsedReport) =>
  `<li><a href="${path}" target="_blank" title="${title}">${title}</a><span>${date}</span></li>`;

function article(report: RehearsedReport): Answer {
  return frame(
    report.title,
    `<div class="article"><h1 class="title">${report.title}</h1><div class="info">发布时间：${report.date} 09:30　来源：市政府办公室　浏览次数：<span>${report.number}</span></div>
<div class="TRS_Editor" id="zoom">${paragraphs(report)}</div><div class="share">分享到：<a href="javascript:;">微信</a></div></div>`,
  );
}

/** A portal of static pages; the list has pages of its own. */
export const portal: SiteKind = {
  name: 'portal',
  about: 'government portal with static lists',
  source: { start: list, family: 'gov', title: '政府工作报告', include: ['/zwgk/zfgzbg/t'], render: 'http' },
  path: ({ number, year }, moved) => `/zwgk/zfgzbg/t${year}0118_${number}${moved ? '_new' : ''}.html`,
  lists(shown) {
    const entries = linked(shown).map((s) => entry(this.path(s.report, s.moved), s.report));
    const half = Math.ceil(entries.length / 2);
    const second = '/zwgk/zfgzbg/index_1.html';
    const page = (items: string[], pager: string) =>
      frame('政府工作报告', `<ul class="list">${items.join('\n')}</ul><div class="page">${pager}</div>`);
    return new Map([
      [
        list,
        page(entries.slice(0, half), `<span>1</span><a href="${second}">2</a><a href="${second}">下一页</a>`),
      ],
      [second, page(entries.slice(half), `<a href="${list}">1</a><span>2</span>`)],
    ]);
  },
  pages: (report, path) => new Map([[path, article(report)]]),
};

/** The list lies in a data island that a script of the page would show. */
export const scripted: SiteKind = {
  ...portal,
  name: 'scripted',
  about: 'portal whose list is left to a script (records in a data island)',
  lists(shown: readonly Shown[]) {
    const records = linked(shown).map(
      (s) => `<record><![CDATA[${entry(this.path(s.report, s.moved), s.report)}]]></record>`,
    );
    const island = `<div id="1001"><script type="text/xml"><datastore><nextgroup></nextgroup><recordset>${records.join('')}</recordset></datastore></script></div>`;
    return new Map([[list, frame('政府工作报告', island)]]);
  },
};

/** Asks who comes too fast to wait: 429 with the seconds. */
export const limiter: SiteKind = {
  ...portal,
  name: 'limiter',
  about: 'portal that answers 429 with Retry-After to whoever comes within 15 ms',
  gate: ({ pauseMs, path }) =>
    pauseMs < 15 && path !== '/robots.txt'
      ? { status: 429, headers: { 'retry-after': '1' }, body: html('429', '<h1>Too Many Requests</h1>') }
      : null,
};

/** Sends whoever has no cookie back to the same address with one. */
export const cookies: SiteKind = {
  ...portal,
  name: 'cookies',
  about: 'portal that sends a visitor without its cookie once around',
  gate: ({ path, cookie }) =>
    cookie.includes('visited=1') || path === '/robots.txt'
      ? null
      : { status: 302, headers: { location: path, 'set-cookie': 'visited=1; Path=/; HttpOnly' }, body: '' },
};
