import type { RehearsedReport } from '../report.ts';
import { type Answer, html, linked, type SiteKind } from './kind.ts';

const perPage = 15;
const boardPath = (n: number) => `/forum-12-${n}.html`;
const bar =
  '<div id="hd"><div id="nv"><a href="/">门户</a> <a href="/forum.php">论坛</a> <a href="/home.php">家园</a></div></div>';
const foot = '<div id="ft"><p>Powered by Discuz! X3.4 &copy; 2001-2020</p></div>';

function floor(id: number, author: string, when: string, body: string, ordinal: string): string {
  return `<div id="post_${id}"><table id="pid${id}" class="plhin"><tr><td class="pls"><div class="authi"><a href="/space-uid-${author.length}.html" class="xw1">${author}</a></div></td>
<td class="plc"><div class="pi"><strong><a href="#">${ordinal}</a></strong><div class="pti"><div class="authi"><em id="authorposton${id}">发表于 ${when}</em></div></div></div>
<div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_${id}">${body}</td></tr></table></div></div></div></td></tr></table></div>`;
}

const lines = (report: RehearsedReport, from = 0, to?: number) =>
  report.blocks
    .slice(from, to)
    .map(({ text }) => `　　${text}<br />`)
    .join('\r\n');

/** A Discuz! board in GBK; the thread's writer continues the text in the second floor, and readers answer below. */
export const board: SiteKind = {
  name: 'board',
  about: 'Discuz! board in GBK; a text over two floors, answers of readers',
  source: {
    start: boardPath(1),
    family: 'discuz',
    title: '政府工作报告',
    include: ['/thread-\\d+'],
    render: 'http',
  },
  path: ({ number }, moved) => `/thread-${4_000 + number + (moved ? 5_000 : 0)}-1-1.html`,
  lists(shown) {
    const threads = linked(shown);
    const pages = Math.max(1, Math.ceil(threads.length / perPage));
    return new Map(
      Array.from({ length: pages }, (_, i): [string, Answer] => {
        const rows = threads.slice(i * perPage, (i + 1) * perPage).map(({ report, moved }) => {
          const path = this.path(report, moved);
          return `<tbody id="normalthread_${report.number}"><tr><th class="common"><a href="${path}" class="s xst">${report.title}</a></th><td class="by"><cite>宣传员</cite><em>${report.date}</em></td><td class="num"><a href="${path}">2</a><em>${report.number % 90}</em></td></tr></tbody>`;
        });
        const pager = Array.from({ length: pages }, (_, n) =>
          n === i ? `<strong>${n + 1}</strong>` : `<a href="${boardPath(n + 1)}">${n + 1}</a>`,
        );
        const next = i + 1 < pages ? `<a href="${boardPath(i + 2)}" class="nxt">下一页</a>` : '';
        const body = `${bar}<div id="threadlist"><table id="threadlisttableid">${rows.join('')}</table></div><div class="pg">${pager.join('')}${next}</div>${foot}`;
        return [boardPath(i + 1), gbk('江海论坛', body)];
      }),
    );
  },
  pages(report, path) {
    const half = Math.ceil(report.blocks.length / 2);
    const id = 70_000 + report.number * 10;
    const floors = [
      floor(id, '宣传员', `${report.date} 09:12`, lines(report, 0, half), '楼主'),
      floor(id + 1, '宣传员', `${report.date} 09:13`, lines(report, half), '沙发'),
      floor(id + 2, '路过的人', `${report.date} 10:40`, '谢谢分享，学习了。', '板凳'),
    ];
    const subject = `<h1 class="ts"><span id="thread_subject">${report.title}</span></h1>`;
    return new Map([
      [path, gbk(report.title, `${bar}<div id="postlist">${subject}${floors.join('')}</div>${foot}`)],
    ]);
  },
};

const gbk = (title: string, body: string): Answer => ({
  body: html(title, body, '<meta name="generator" content="Discuz! X3.4" />').replace(
    'charset="utf-8"',
    'charset="gbk"',
  ),
  charset: 'gb18030',
});

/** A board where every fifth thread is for members: its page holds a notice and a form, and is no article. */
export const members: SiteKind = {
  ...board,
  name: 'members',
  about: 'Discuz! board where some threads ask for a login',
  hidden: ({ number }) => number % 5 === 0,
  gate: ({ report }) =>
    report && members.hidden?.(report)
      ? gbk(
          '提示信息',
          `${bar}<div id="messagetext" class="alert_info"><p>抱歉，本帖要求阅读权限高于 20 才能浏览</p></div><form method="post" action="/member.php?mod=logging&action=login"><input name="username" /><input type="password" name="password" /><button>登录</button></form>${foot}`,
        )
      : null,
};
