import { describe, expect, test } from 'vitest';
import { parseArticle } from './index.ts';

const article = {
  title: '句容市2021年政府工作报告',
  text: [
    '政府工作报告',
    '——2021年1月12日在句容市第十七届人民代表大会第五次会议上',
    '各位代表:现在,我代表市人民政府向大会报告工作,请予审议。',
    '一、2020年工作回顾',
    '全年实现地区生产总值６５０.５亿元,增长３.２％,其中工业投资1 20亿元。城乡居民人均可支配收入分别达到5.2万元和2.6万元,增长4%和6.1%。',
    '二、2021年目标任务',
    '今年的主要预期目标是:地区生产总值增长7%以上,力争新增规上工业企业50家,城镇登记失业率控制在3%以内。',
  ].join('\n'),
};

describe('parseArticle', () => {
  const [report] = parseArticle(article);
  const observations = report!.observations;

  test('finds every value of the review and of the plan', () => {
    expect(
      observations.map((o) => [o.indicator.code, o.value, o.measure, o.bound, o.kind, o.period?.end]),
    ).toEqual([
      ['gdp', 65_050_000_000, 'level', '=', 'actual', 2020],
      ['gdp', 3.2, 'growth', '=', 'actual', 2020],
      ['industrial_investment', 12_000_000_000, 'level', '=', 'actual', 2020],
      ['urban_resident_income', 52_000, 'level', '=', 'actual', 2020],
      ['rural_resident_income', 26_000, 'level', '=', 'actual', 2020],
      ['urban_resident_income', 4, 'growth', '=', 'actual', 2020],
      ['rural_resident_income', 6.1, 'growth', '=', 'actual', 2020],
      ['gdp', 7, 'growth', '>=', 'target', 2021],
      ['above_scale_industrial_new', 50, 'level', '=', 'target', 2021],
      ['urban_registered_unemployment', 3, 'level', '<=', 'target', 2021],
    ]);
  });

  test('quotes are slices of the article', () => {
    for (const o of observations) expect(article.text.slice(o.span.start, o.span.end)).toBe(o.quote);
    expect(observations[0]?.quote).toBe('６５０.５亿元');
  });
});

test('says so where a text is no report', () => {
  const [report, ...more] = parseArticle({ title: '', text: '今天天气很好，适合散步。' });
  expect(more).toEqual([]);
  expect(report).toMatchObject({ region: null, year: null, observations: [], flags: ['no-report'] });
});
