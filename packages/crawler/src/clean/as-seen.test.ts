import { describe, expect, test } from 'vitest';
import { cleanFile } from './clean-page.ts';

/** A portal's page with the given lines in its text. */
function page(body: string, { head = '', tail = '' } = {}) {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>云岭县政府工作报告_云岭县人民政府</title>${head}</head>
<body><div class="nav"><a href="/">首页</a><a href="/zw">政务</a></div><div class="wz"><h1>云岭县政府工作报告</h1>
<div id="zoom" class="content"><p>各位代表：</p><p>一、2030年工作回顾</p><p>我们把日子往前过，山里的路修通了，河边的树种上了，孩子们的学校也换了新房子。</p>
${body}<p>二、2031年工作安排</p><p>新的一年，地区生产总值增长6%左右，大家一起把事情办好。</p></div></div>${tail}</body></html>`;
  return cleanFile({ bytes: Buffer.from(html), url: 'http://www.yunling.example/a.html' })[0]!;
}
/** The lines between the two sections. */
const lines = (...given: Parameters<typeof page>) =>
  page(...given)
    .text.split('\n')
    .filter(Boolean)
    .slice(3, -2);

describe('notes and powers that are raised', () => {
  test.each([
    ['a mark before a unit', '新建项目50<sup>3</sup>个。', '新建项目50[3]个。'],
    ['a mark behind a name', '生产总值<sup>1</sup>130.5亿元。', '生产总值[1]130.5亿元。'],
    ['several marks', '生产总值<sup>1、2</sup>130.5亿元。', '生产总值[1][2]130.5亿元。'],
    ['a mark with its own word', '就业<sup>注3</sup>1.5万人。', '就业[3]1.5万人。'],
    ['in a link', '项目50<a href="#n1"><sup>1</sup></a>个。', '项目50[1]个。'],
    ['a link to a note that nothing raises', '项目50<a href="#n2">2</a>个。', '项目50[2]个。'],
    ['a span', '项目50<span style="vertical-align: super">1</span>个。', '项目50[1]个。'],
    ['a shifted span', '项目50<span style="position:relative;top:-4px">1</span>个。', '项目50[1]个。'],
    ['a symbol', '项目50<sup>*</sup>个。', '项目50个。'],
    ['a square', '42.3万m<sup>2</sup>。', '42.3万m²。'],
    ['a power of ten', '3×10<sup>4</sup>吨。', '3×10⁴吨。'],
    ['what is a mark by its form', '增长<sup>②</sup>4.5%<sup>[2]</sup>。', '增长②4.5%[2]。'],
    ['no mark at all', '第19<sup>th</sup>，CO<sub>2</sub>。', '第19th，CO2。'],
  ])('%s', (_, body, text) => {
    expect(lines(`<p>${body}</p>`)).toEqual([text]);
  });

  test('by a class of the page', () => {
    const head = '<style>.z{vertical-align:super}</style>';
    expect(lines('<p>项目50<span class="z">1</span>个。</p>', { head })).toEqual(['项目50[1]个。']);
  });
});

describe('what a style sheet hides', () => {
  const junk = '<p>增长4.<i class="k">87</i>5%。</p>';
  test.each([
    '.k{display:none}',
    '.a, .k { font-size: 0 }',
    '.k{font:0/0 a}',
    '#zoom i.k{visibility:hidden}',
    'p > .k{opacity:0}',
    '.k{position:absolute;left:-9999px}',
    '.k{position:fixed;top:-200em}',
    '.k{text-indent:-999em;display:inline-block}',
    '.k{width:0;height:0;overflow:hidden;display:inline-block}',
    '.k{max-width:0;overflow:hidden;display:inline-block}',
    '.k{color:#fff;font-size:1px}',
    '.k{color:#fefefe}',
    '#zoom{background:#eef3f8}.k{color:rgb(238,243,248)}',
    '.k{color:transparent}',
    '.k{position:absolute;clip:rect(0,0,0,0)}',
    '.k{clip-path:inset(50%)}',
    '.k{transform:scale(0);display:inline-block}',
    '@media screen{.k{display:none}}',
    '@media (min-width: 600px){ .k{display:none} }',
    '/* } */ .x::before{content:"}"} .k{display:none}',
    'i.k{display:none!important}#zoom .k{display:inline}',
    '.content{font-size:0}.content p{font-size:16px}.k{display:none}',
  ])('%s', (css) => {
    expect(lines(junk, { head: `<style>${css}</style>` })).toEqual(['增长4.5%。']);
  });

  test.each([
    '.k{display:none}.content .k{display:inline}',
    '@media print{.k{display:none}}',
    '@media (max-width: 600px){.k{display:none}}',
    '.k:hover{display:none}',
    '.k::after{display:none}',
    '.other .k{display:none}',
    '.k{font-size:12px;width:0;opacity:.9;left:-9999px}',
    '#zoom{background:#c00}.k{color:#fff}',
    '#zoom{color:#fff}.k{color:#fff}',
    '.k{{display:none}',
  ])('but not %s', (css) => {
    expect(lines(junk, { head: `<style>${css}</style>` })).toEqual(['增长4.875%。']);
  });

  test('nor a sheet for paper only', () => {
    expect(lines(junk, { head: '<style media="print">.k{display:none}</style>' })).toEqual(['增长4.875%。']);
  });

  test.each(['style="font-size:0px"', 'style="DISPLAY : none"', 'hidden', 'style="opacity:0"'])(
    'an attribute: %s',
    (attribute) => {
      expect(lines(`<p>增长4.<i ${attribute}>87</i>5%。</p>`)).toEqual(['增长4.5%。']);
    },
  );

  test('white letters of an old attribute', () => {
    expect(lines('<p>增长4.<font color="#FFFFFF">87</font>5%。</p>')).toEqual(['增长4.5%。']);
  });
});

test.each([
  '<del>120亿元</del>',
  '<s>120亿元</s>',
  '<span style="text-decoration: line-through">120亿元</span>',
])('struck-out words are left out, and the article says so: %s', (struck) => {
  const article = page(`<p>生产总值${struck}130.5亿元。</p>`);
  expect(article.text).toContain('生产总值130.5亿元。');
  expect(article.flags).toEqual(['struck-out']);
});

describe('a box that ends early', () => {
  const rest = ['工业投资210亿元，增长8.2%，这一年大家都很辛苦。', '粮食总产量42.3万吨，比上年多了一些。'];
  const asLines = rest.map((l) => `<p>${l}</p>`).join('');
  test.each([
    ['the ends of body and document', `</body></html>${asLines}`],
    ['every box and the document', `</div></div></body></html>${asLines}`],
    ['its own box', `</div>${asLines}`],
    ['its own box, the rest without boxes', `</div>${rest.join('<br>')}<br>`],
  ])('by %s', (_, end) => {
    expect(lines(`<p>新增就业1.5万人。</p>${end}`)).toEqual(['新增就业1.5万人。', ...rest]);
  });

  test('a whole document behind the other', () => {
    const second = `</div></div></body></html><html><head><title>x</title></head><body><div class="wz"><div id="zoom" class="content">${asLines}`;
    expect(lines(`<p>新增就业1.5万人。</p>${second}`)).toEqual(['新增就业1.5万人。', ...rest]);
  });

  test('a notice below the text is no part of it', () => {
    const tail =
      '<p>声明：本站转载此文是为了传递信息。</p><div class="foot"><p>版权所有，未经许可，请勿转载。</p></div>';
    expect(page('', { tail }).text.split('\n').at(-1)).toBe(
      '新的一年，地区生产总值增长6%左右，大家一起把事情办好。',
    );
  });
});

describe('codes of a second layer', () => {
  test.each([
    [
      '[p=30, 2, left]完成[b]130.5[/b]亿元，[color=#ff0000]65.2[/color]亿元。[/p]',
      ['完成130.5亿元，65.2亿元。'],
    ],
    [
      '完成[size=4][font=宋体]130.5[/font][/size]亿元[img]http://a.example/1.jpg[/img]。',
      ['完成130.5亿元。'],
    ],
    ['完成[s]120[/s]130.5亿元[sup]1[/sup]。', ['完成130.5亿元[1]。']],
    [
      '[table=98%][tr][td]指标[/td][td]数值[/td][/tr][tr][td]财政收入[/td][td]65.2亿元[/td][/tr][/table]',
      ['指标\t数值', '财政收入\t65.2亿元'],
    ],
    ['&lt;p&gt;完成&lt;strong&gt;130.5&lt;/strong&gt;亿元&lt;br/&gt;。&lt;/p&gt;', ['完成130.5亿元。']],
    ['见附注[b]，甲[A]类、[1]。', ['见附注[b]，甲[A]类、[1]。']],
  ])('%s', (body, expected) => {
    expect(lines(`<p>${body}</p>`)).toEqual(expected);
  });
});

describe('numbers, units and words that a line break cuts', () => {
  const whole = '全县收入完成18.2亿元，同比增长6.1%；零售总额256.3亿元，增长7.2%。';
  test.each([
    ['br', '<p>全县收入完成18.2<br>亿元，同比增长6.1<br>%；零售总额256.3<br>亿元，增长7.2%。</p>'],
    [
      'paragraphs',
      '<p>全县收入完成18.2</p><p>亿元，同比增长6.1</p><p>%；零售总额256.3</p><p>亿元，增长7.2%。</p>',
    ],
    ['boxes', '全县收入完成<div>18.2</div>亿元，同比增长<div>6.1</div>%；零售总额256.3亿元，增长7.2%。'],
    [
      'inside numbers',
      '<p>全县收入完成18.<br>2亿元，同比增长6<br>.1%；零售总额2<br>56.3亿元，增长7.2%。</p>',
    ],
    [
      'between multiplier and unit',
      '<p>全县收入完成18.2亿<br>元，同比增长6.1%；零售总额256.3亿<br>元，增长7.2%。</p>',
    ],
    ['lone signs', '<p>全县收入完成18.2亿元，同比增长6.1<br>%<br>；零售总额256.3亿元，增长7.2%<br>。</p>'],
    ['words', '<p>全县收入完成18.2亿元，<br>同比增长6.1%；零售总额256.3亿元，增长7.2%。</p>'],
  ])('%s', (_, body) => {
    expect(lines(body)).toEqual([whole]);
  });

  test('the name of an indicator', () => {
    expect(lines('<p>全县地区生产总<br>值130.5亿元，粮食总产<br>量42.3万吨。</p>')).toEqual([
      '全县地区生产总值130.5亿元，粮食总产量42.3万吨。',
    ]);
  });

  test('lines that end in a number and are whole stay apart', () => {
    const whole = [
      '表1',
      '人口变化',
      '点击：12',
      '人民日报',
      '附件2',
      '家庭农场名录',
      '电话86123456',
      '2030年建成',
    ];
    expect(lines(`<p>${whole.join('<br>')}</p>`)).toEqual(whole);
  });
});
