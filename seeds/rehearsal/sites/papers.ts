import { strToU8, zipSync } from 'fflate';
import type { Shown } from '../calendar.ts';
import type { RehearsedReport } from '../report.ts';
import { type Answer, html, linked, paragraphs, type SiteKind } from './kind.ts';

/** A newspaper: the articles of a page are areas of its picture. */
export const epaper: SiteKind = {
  name: 'epaper',
  about: 'e-paper whose articles are areas of a picture of the page',
  source: {
    start: '/html/2024-01/20/node_1.htm',
    family: 'epaper',
    title: '政府工作报告',
    include: ['content_\\d+'],
    render: 'http',
  },
  path: ({ number }, moved) => `/html/2024-01/20/content_${number}${moved ? '9' : ''}.htm`,
  lists(shown) {
    const items = linked(shown).map((s, i) => ({
      path: this.path(s.report, s.moved).split('/').pop(),
      title: s.report.title,
      i,
    }));
    const areas = items.map(
      ({ path, title, i }) =>
        `<area shape="rect" coords="0,${i * 20},300,${i * 20 + 19}" href="${path}" alt="${title}" title="${title}">`,
    );
    const links = items.map(({ path, title }) => `<li><a href="${path}">${title}</a></li>`);
    const body = `<div id="epaperdate">2024年01月20日 星期六</div><img src="/img/p1.jpg" usemap="#PagePicMap"><map name="PagePicMap">${areas.join('')}</map><div class="bz"><h3>第01版：要闻</h3><ul>${links.join('')}</ul></div>`;
    return new Map([[this.source.start, { body: html('江海日报数字报', body) }]]);
  },
  pages: (report, path) =>
    new Map([
      [
        path,
        {
          body: html(
            '江海日报数字报',
            `<div id="epaperdate">2024年01月20日 星期六</div><founder-title>${report.title}</founder-title><div id="ozoom"><founder-content>${paragraphs(report)}</founder-content></div><div class="pagebtn"><a href="node_1.htm">返回版面</a></div>`,
          ),
        },
      ],
    ]),
};

/** A portal of frames: list and text are pages of their own inside others. */
export const frames: SiteKind = {
  name: 'frames',
  about: 'site of a frameset and of articles within an inline frame',
  source: {
    start: '/index.htm',
    title: '政府工作报告',
    include: ['/show\\.asp', '/left\\.htm', '/text/'],
    render: 'http',
  },
  path: ({ number }, moved) => `/show.asp?id=${number}${moved ? '&v=2' : ''}`,
  lists: (shown: readonly Shown[]) =>
    new Map<string, Answer>([
      [
        '/index.htm',
        {
          body: '<html><head><title>政务</title></head><frameset cols="30%,70%"><frame src="/left.htm" name="left"><frame src="/welcome.htm" name="main"></frameset></html>',
        },
      ],
      ['/welcome.htm', { body: html('欢迎', '<p>欢迎访问。</p>') }],
      [
        '/left.htm',
        {
          body: html(
            '目录',
            `<ul>${linked(shown)
              .map(
                (s) =>
                  `<li><a href="${frames.path(s.report, s.moved)}" target="main">${s.report.title}</a></li>`,
              )
              .join('')}</ul>`,
          ),
        },
      ],
    ]),
  pages: (report, path) =>
    new Map<string, Answer>([
      [
        path,
        {
          body: html(
            report.title,
            `<h2>${report.title}</h2><iframe src="/text/${report.number}.htm" width="100%" height="900"></iframe>`,
          ),
        },
      ],
      [
        `/text/${report.number}.htm`,
        {
          body: html(
            report.title,
            `<h2>${report.title}</h2><p>发布日期：${report.date}</p>${paragraphs(report)}`,
          ),
        },
      ],
    ]),
};

/** The page holds a title and a link; the text is a Word file. */
export const attachments: SiteKind = {
  name: 'attachments',
  about: 'portal that publishes reports as Word files only',
  source: { start: '/zfgzbg/', title: '政府工作报告', include: ['/zfgzbg/\\d+'], render: 'http' },
  path: ({ number }, moved) => `/zfgzbg/${number}${moved ? '-2' : ''}.html`,
  lists: (shown: readonly Shown[]) =>
    new Map([
      [
        '/zfgzbg/',
        {
          body: html(
            '政府工作报告',
            `<ul class="list">${linked(shown)
              .map(
                (s) =>
                  `<li><a href="${attachments.path(s.report, s.moved)}">${s.report.title}</a><span>${s.report.date}</span></li>`,
              )
              .join('')}</ul>`,
          ),
        },
      ],
    ]),
  pages(report, path) {
    const file = `/files/${report.number}.docx`;
    const body = `<div class="article"><h1>${report.title}</h1><div class="info">发布时间：${report.date}</div><div class="content"><p>附件：<a href="${file}">${report.title}.docx</a></p></div></div>`;
    return new Map<string, Answer>([
      [path, { body: html(report.title, body) }],
      [
        file,
        {
          body: wordFile(report),
          headers: {
            'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          },
        },
      ],
    ]);
  },
};

/** The least that Word opens: content types, the relation to the document, its paragraphs. */
function wordFile(report: RehearsedReport): Uint8Array {
  const types = 'http://schemas.openxmlformats.org/package/2006';
  const body = [{ heading: true, text: report.title }, ...report.blocks]
    .map(
      ({ heading, text }) =>
        `<w:p><w:r>${heading ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`,
    )
    .join('');
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${declaration}<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${declaration}<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}
