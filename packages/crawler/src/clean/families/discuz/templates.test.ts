import { expect, test } from 'vitest';
import { cleanPage } from '../../clean-page.ts';

const sentences = '全市地区生产总值增长5.7%，一般公共预算收入增长4.2%，城镇新增就业3.4万人。'.repeat(6);
const report = `各位代表：<br>现在，我代表市人民政府向大会报告工作，请予审议。<br>${sentences}`;
const text = report.replaceAll('<br>', '\n');
const clean = (head: string, body: string) =>
  cleanPage({
    bytes: new TextEncoder().encode(`<html><head><title>${head}</title></head><body>${body}</body></html>`),
  });
const expected = {
  title: '2031年临江市政府工作报告',
  author: '江北老船工',
  publishedAt: '2031-02-08T21:40:00+08:00',
  text,
};

test("the first mobile template: messages beside the posters' boxes", () => {
  const floor = (n: number, who: string, day: string, message: string) =>
    `<div id="post_${n}" class="bm_c"><div class="bm_user" id="pid${n}"><a href="home.php?mod=space&uid=${n}">${who}</a>
     <a href="home.php?mod=spacecp&ac=pm">发消息</a><br><em id="authorposton${n}"><font>${day}</font></em></div></div>
     <div class="pbody"><div class="mes"><div id="postmessage_${n}">${message}</div></div></div>`;
  const page = clean(
    '2031年临江市政府工作报告 - 要闻 - Powered by Discuz!',
    `<div class="vt"><a id="thread_subject" href="#">2031年临江市政府工作报告</a>
     ${floor(1, '江北老船工', '2031-2-8 21:40', report)}${floor(2, '麦田', '2031-2-9 08:00', '报告写得很实在，转给同事看。')}</div>`,
  );
  expect(page.posts).toBe(2);
  expect(page.articles[0]).toMatchObject({ ...expected, family: 'discuz' });
});

test("a touch page that only its title tells: the template's links are no part of the subject", () => {
  const page = clean(
    '2031年临江市政府工作报告 - 手机版 - Powered by Discuz!',
    `<div class="postlist"><h2>[报告] 2031年临江市政府工作报告 <a href="#">只看楼主</a></h2>
     <div class="plc cl" id="pid1"><ul class="authi"><li class="grey"><em>楼主</em><b><a href="home.php?mod=space&uid=5">江北老船工</a></b></li>
     <li class="grey rela">2031-2-8 21:40</li></ul><div class="message">${report}</div></div></div>`,
  );
  expect(page.articles[0]).toMatchObject({ ...expected, family: 'discuz' });
});

test('other forum software: floors told apart, signatures and edit notes outside', () => {
  const floor = (id: string, who: string, day: string, message: string) =>
    `<div id="readfloor_${id}" class="read_t"><div class="readName"><a href="u.php?uid=1">${who}</a></div>
     <div class="tipTop"><span class="fl gray">发表于: ${day}</span></div>
     <div class="tpc_content"><div id="read_${id}">${message}</div></div><div class="sign">走遍千山万水</div></div>`;
  const page = clean(
    '2031年临江市政府工作报告|要闻 - 临江论坛',
    `<h1 id="subject_tpc">2031年临江市政府工作报告</h1>${floor('tpc', '江北老船工', '2031-02-08 21:40', report)}${floor('22', '麦田', '2031-02-09 08:00', '支持一下，写得很实在。')}`,
  );
  expect(page.posts).toBe(2);
  expect(page.articles[0]).toMatchObject({ ...expected, family: 'generic' });
});

test('an opener whom the page names above the first floor', () => {
  const page = clean(
    '2031年临江市政府工作报告_临江杂谈_江海社区',
    `<h1><span class="s_title">2031年临江市政府工作报告</span></h1><div><span>楼主：<a href="#">江北老船工</a></span> <span>时间：2031-02-08 21:40:00</span></div>
     <div class="atl-item"><div class="bbs-content">${report}</div></div>
     <div class="atl-item"><div class="atl-info"><span>作者：<a href="#">麦田</a></span><span>时间：2031-02-09 08:00:00</span></div><div class="bbs-content">支持一下，写得很实在。</div></div>`,
  );
  expect(page.posts).toBe(2);
  expect(page.articles[0]).toMatchObject(expected);
});

test('version 6: the poster and not the link to the card; others do not continue the text', () => {
  const floor = (n: number, who: string, message: string) =>
    `<div class="mainbox viewthread"><table id="pid${n}"><tr><td class="postauthor"><cite><label><a href="#">查看资料</a></label>
     <a href="space.php?uid=${n}" id="userinfo${n}">${who}</a></cite></td><td class="postcontent"><div class="postinfo">发表于 2031-2-8 21:40
     <a href="viewthread.php?tid=9&authorid=5">只看该作者</a></div><div class="postmessage"><div id="postmessage_${n}" class="t_msgfont">${message}</div></div></td></tr></table></div>`;
  const page = clean(
    '2031年临江市政府工作报告 要闻  临江论坛 -  Powered by Discuz!',
    `<div id="nav"><a href="index.php">临江论坛</a> &raquo; <a href="forumdisplay.php?fid=2">要闻</a></div>
     <form name="modactions">${floor(1, '江北老船工', report)}${floor(2, '麦田', '报告写得很实在，转给同事看。')}</form>`,
  );
  expect(page.posts).toBe(2);
  expect(page.articles[0]).toMatchObject({ ...expected, family: 'discuz' });
});

test("version 5: nothing but a space parts the subject from the board's name; the subject above the text goes", () => {
  const floor = (n: number, who: string, message: string) =>
    `<table class="tableborder"><tr><td><a href="viewpro.php?uid=${n}" class="bold">${who}</a><br>积分 2211<br>注册 2005-3-3</td>
     <td><table><tr><td class="smalltxt">发表于 2031-2-8 21:40 <a href="#">资料</a></td></tr><tr><td><div class="t_msgfont" id="message${n}">${message}</div></td></tr></table></td></tr></table>`;
  const page = clean(
    '2031年临江市政府工作报告 要闻 临江论坛 - powered by Discuz! Board',
    `<div class="nav"><a href="index.php">临江论坛</a> &raquo; <a href="forumdisplay.php?fid=2">要闻</a></div>
     <form name="delpost">${floor(1, '江北老船工', `<span class="bold">2031年临江市政府工作报告</span><br><br>${report}`)}${floor(2, '麦田', '写得很实在。')}</form>`,
  );
  expect(page.posts).toBe(2);
  expect(page.articles[0]).toMatchObject({ ...expected, family: 'discuz' });
});

test('an article of the portal names its writer beside who put it there', () => {
  const page = clean(
    '2031年临江市政府工作报告 - 要闻 - 临江社区',
    `<div id="nv_portal"></div><div class="vw"><div class="h"><h1 class="ph">2031年临江市政府工作报告</h1><p class="xg1">2031-2-8 21:40<span class="pipe">|</span>
     发布者: <a href="home.php?mod=space&uid=1">admin</a><span class="pipe">|</span>查看: <em>88</em><span class="pipe">|</span>原作者: 江北老船工<span class="pipe">|</span>来自: 临江日报</p></div>
     <div class="d"><table class="vwtb"><tr><td id="article_content">${report}</td></tr></table></div></div>`,
  );
  expect(page.articles[0]).toMatchObject({ ...expected, family: 'discuz', origin: '临江日报' });
});

test('what the forum hides from guests leaves no notice in the text', () => {
  const page = clean(
    '2031年临江市政府工作报告 - 要闻 - 临江社区 - Powered by Discuz!',
    `<span id="thread_subject">2031年临江市政府工作报告</span><div id="postlist"><div id="post_1"><div class="pls"><div class="authi"><a>江北老船工</a></div></div>
     <em id="authorposton1">发表于 2031-2-8 21:40</em><td class="t_f" id="postmessage_1">${report}<br><div class="locked">游客，如果您要查看本帖隐藏内容请<a href="#">回复</a></div></td></div></div>`,
  );
  expect(page.articles[0]).toMatchObject({ ...expected, family: 'discuz' });
});
