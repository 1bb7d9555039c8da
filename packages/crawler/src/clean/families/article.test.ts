import { describe, expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const sentences = [
  '各位代表：现在，我代表市人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。',
  '全年地区生产总值增长5.7%，一般公共预算收入增长4.2%，城镇新增就业3.4万人。',
  '固定资产投资增长9.8%，其中工业投资增长12.4%，社会消费品零售总额突破300亿元。',
  '我们将确保全面完成各项任务，向全市人民交出一份满意的答卷！',
];
const paragraphs = (list: readonly string[]) => list.map((s) => `<p>${s}</p>`).join('');
const title = '临江市2031年政府工作报告';
const clean = (head: string, body: string, url = 'http://zx.example/a/9.html') =>
  cleanPage({
    bytes: new TextEncoder().encode(`<html><head><title>${head}</title></head><body>${body}</body></html>`),
    url,
  }).articles[0]!;

describe('a text that is folded', () => {
  const page = (beside: string) =>
    `<h1>${title}</h1><p><span>小编：晓晓</span><span>时间：2031-02-18</span></p><div class="con">${paragraphs(sentences.slice(0, 2))}</div>
     ${beside}<div class="con" style="display:none">${paragraphs(sentences.slice(2))}</div>`;

  test('is read to its end, without the control', () => {
    const { text } = clean(title, page('<div class="more"><a href="javascript:;">点击展开全文</a></div>'));
    expect(text).toBe(sentences.join('\n\n'));
  });

  test('what nothing unfolds stays hidden', () => {
    const { text } = clean(title, page('<div class="more"><a href="/">返回首页</a></div>'));
    expect(text).toBe(sentences.slice(0, 2).join('\n\n'));
  });
});

test.each([
  ['in a heading', `<h1>临江市人民政府</h1><div class="bt1">${title}</div>`],
  [
    'above session and mayor',
    `<p><b>${title}</b></p><p>（2031年2月6日在临江市第十届人民代表大会第二次会议上）</p><p>市长 陈望</p>`,
  ],
])('the first words of a text are no title where the page has one %s', (_, above) => {
  const page = `${above}<div>2031-02-18</div><div id="content">${paragraphs(sentences)}</div>`;
  expect(clean('现在，我代表市人民政府向大会报告工作', page).title).toBe(title);
});

test.each([
  ['标题', `<h1>${title}</h1>`],
  ['2031年2月18日', `<h1>${title}</h1>`],
  ['新闻详情', `<h2>${title}</h2>`],
  [title, `<h1>标题</h1>`],
  [`${title}_临江在线`, `<h1>2031-02-18</h1>`],
])('a label or a day is no title: %s', (head, above) => {
  expect(clean(head, `${above}<div class="con">${paragraphs(sentences)}</div>`).title).toBe(title);
});

test('a page of a newspaper: its day is not that of the session, and a note above the title says that it goes on', () => {
  const article = clean(
    `临江日报数字报-${title}`,
    `<div>2031年02月18日 星期二</div><h3>（上接第1版）</h3><h2>${title}</h2><p>——2031年2月6日在临江市第十届人民代表大会第二次会议上</p>
     <div id="ozoom"><founder-content>${paragraphs(sentences)}</founder-content></div>`,
    'http://epaper.linjiang.example/content_5010.html',
  );
  expect(article).toMatchObject({
    family: 'epaper',
    publishedAt: '2031-02-18',
    flags: ['continues-elsewhere'],
  });
});

test('a source that stands in a box of its own, without a label', () => {
  const page = (boxes: string) =>
    `<h1>${title}</h1><div><span class="date">2031年02月18日 09:25</span>${boxes}</div><div class="con">${paragraphs(sentences)}</div>`;
  const box = '<span class="source">临江晚报</span>';
  expect(clean(title, page(box)).origin).toBe('临江晚报');
  expect(clean(title, page(box + box.replace('临江', '江北'))).origin).toBeNull();
});

test('who answered for a text stands below it, also in one line in brackets', () => {
  const credits = '<p>（供稿：市发展改革委 初审：甲某 复审：乙某 终审：丙某）</p>';
  expect(
    clean(title, `<h1>${title}</h1><div class="con">${paragraphs(sentences)}${credits}</div>`).text,
  ).toBe(sentences.join('\n\n'));
});
