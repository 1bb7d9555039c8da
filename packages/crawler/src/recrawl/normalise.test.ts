import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableText, textHash } from './normalise.ts';

const text = `2023年示例市政府工作报告
各位代表：
地区生产总值达到1234.5亿元，增长5.2%。
全市接待游客1200万人次；旅游收入80亿元。
以上报告，请予审议。`;

describe('textHash', () => {
  it.each([
    ['other line ends and indents', text.replaceAll('\n', '\r\n\r\n\u3000\u3000')],
    ['other line breaks', text.replaceAll('；', '；\n').replace('工作报告\n', '工作报告')],
    ['other spaces inside', text.replace('达到', ' 达到\u00a0').replace('游客', '游\u200b客')],
    ['full-width figures', text.replace('1234.5', '１２３４.５')],
    ['a view counter', `${text}\n浏览：1234次`],
    ['another view counter', `阅读(99)\n${text}\n1.2万次浏览 `],
    ['counters of a board', `查看: 1024|回复: 3\n${text}`],
    ['the day of the visit', `今天是2024年3月5日 星期二\n${text}`],
    ['a time of printing', `${text}\n打印时间：2024-03-05 10:22`],
    ['the board’s foot', `${text}\nGMT+8, 2024-3-5 10:22\nProcessed in 0.03 second(s), 9 queries`],
    ['its neighbours', `${text}\n上一篇：某区召开会议\n下一篇：没有了`],
    ['a hot list', `${text}\n热门文章\n某市召开经济会议\n某县项目开工\n相关阅读：\n又一条新闻`],
  ])('does not see %s', (_, other) => expect(textHash(other)).toBe(textHash(text)));

  it.each([
    ['a figure', text.replace('1234.5', '1234.6')],
    ['a hedge', text.replace('5.2%', '5.2%左右')],
    ['a sentence more', `${text}\n谢谢大家。`],
    ['a sentence after a hot list', `热门文章\n某市召开会议\n${text.replace('1234.5', '9')}`],
    ['figures that look like counters', text.replace('1200万人次', '1300万人次')],
    ['a heading', text.replace('各位代表：', '')],
    ['the order', text.split('\n').reverse().join('\n')],
  ])('sees %s', (_, other) => expect(textHash(other)).not.toBe(textHash(text)));

  it('ends a hot list where text begins again', () => {
    expect(comparableText('相关链接\n短标题\n这是一句话。\n二、今年工作')).toBe('这是一句话。\n二、今年工作');
  });

  it('keeps a long line whatever it begins with', () => {
    const line = `阅读：1${'，全民阅读深入开展'.repeat(9)}`;
    expect(comparableText(line)).not.toBe('');
  });

  it('is a projection: what is comparable already stays', () => {
    const line = fc.constantFrom(
      '浏览：1',
      '热门文章',
      '各位代表：',
      '增长5.2%。',
      ' \u3000',
      'ＡＢＣ',
      '短标题',
      '下一篇：x',
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const once = comparableText(lines.join('\n'));
        expect(comparableText(once)).toBe(once);
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => /^[0-9a-f]{64}$/.test(textHash(any))));
  });
});
