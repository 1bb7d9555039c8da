import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';
import { originalSpan, readView } from './view.ts';

describe('readView', () => {
  test.each([
    ['２０２２ 年１ 月10 日', '2022年1月10日'],
    ['中 国共产党', '中国共产党'],
    ['增长５．５％；', '增长5.5%;'],
    ['“五图六清单”① ,四大产业', '“五图六清单”,四大产业'],
    ['上云企业[12]20家', '上云企业20家'],
    ['- 新增企业 4 家', '新增企业4家'],
    ['增长12.5_M_M_;下降3\\%', '增长12.5%;下降3%'],
    ['占比8&#37;,变量_M_M_', '占比8%,变量_M_M_'],
    ['入园率达到 87% 省重点项目', '入园率达到87%,省重点项目'],
    ['增长 10% 以上', '增长10%以上'],
    ['增长1O%,下降l3.6%', '增长10%,下降13.6%'],
    ['一般预算收人完成', '一般预算收入完成'],
    ['吸收人员', '吸收人员'],
    ['投资1 20亿元', '投资120亿元'],
    ['2022-4-7 20:44', '2022-4-7 20:44'],
  ])('%s', (text, expected) => expect(readView(text).text).toBe(expected));

  test('joins the lines of a wrapped sentence, and of a paragraph that a column breaks', () => {
    const line = '深化招商改革围绕主导产业组建社会化招商队伍开展精准招商';
    expect(readView(`${line}\n成功举办`).text).toBe(`${line}成功举办`);
    const long = `${line},${line},${line},社会消费品`;
    expect(readView(`${long}\n\n零售总额增长5%`).text).toBe(`${long}零售总额增长5%`);
  });

  test.each([
    [
      '规模以上装备制造业产值增速居全市第一位,装备制造业\n、高技术制造业增加值增长9%',
      '装备制造业、高技术制造业',
    ],
    ['深入推进简政放权和优化服务改革,全面深化“放管服”\n改革', '“放管服”改革'],
    ['城乡居民人均可支配收入稳步提高,公众满意度测评位居全国第\n一,连续三年进位', '全国第一,'],
    ['产业结构继续优化升级,三次产业结构由上年的19:\n42:39调整为18:41:41', '19:42:39'],
    ['搭建防止返贫监测帮扶和动态管理以及社会救助五大平台\n[4],及时救助', '五大平台,及时'],
    ['固定资产投资、社会消费品零售总额、进出口总额均增长\n,财政收入增长6%', '均增长,财政'],
  ])('joins a line that goes on: %j', (text, expected) => expect(readView(text).text).toContain(expected));

  test('keeps headings and items apart', () => {
    expect(readView('一、工作回顾\n全年增长').text).toBe('一、工作回顾\n全年增长');
    expect(readView('全面完成各项任务。\n二、今后工作').text).toBe('全面完成各项任务。\n二、今后工作');
  });

  test('every unit leads back to a character of the article, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const view = readView(text);
        expect(view.origin.length).toBe(view.text.length);
        for (let i = 1; i < view.origin.length; i++)
          expect(view.origin[i]!).toBeGreaterThan(view.origin[i - 1]!);
        if (view.text.length > 0) {
          const span = originalSpan(view, 0, view.text.length);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('splitSentences', () => {
  test('ends at stops and line breaks, keeps closing quotes', () => {
    const text = '标题一行\n他说:“好。”然后走。完';
    expect(splitSentences(text).map((s) => [text.slice(s.start, s.end), s.isLine])).toEqual([
      ['标题一行', true],
      ['他说:“好。”', false],
      ['然后走。', false],
      ['完', false],
    ]);
  });
});
