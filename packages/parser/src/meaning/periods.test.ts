import { describe, expect, test } from 'vitest';
import { observationsOf, timeOf } from '../testing/read-report.ts';

const SESSION = '——2022年2月16日在怀安县第十七届人民代表大会第二次会议上';
const review = (sentence: string): string[] =>
  observationsOf({ session: SESSION, body: ['一、2021年工作回顾', sentence] }).map(timeOf);
const plan = (sentence: string): string[] =>
  observationsOf({
    session: SESSION,
    body: ['一、2021年工作回顾', '全县经济平稳运行。', '二、2022年工作安排', sentence],
  }).map(timeOf);

describe('a value of a part of a year', () => {
  const half = 'actual 2021 01-01..06-30';
  const quarters = 'actual 2021 01-01..09-30';
  test.each([
    ['上半年,规模以上工业增加值增长8.1%,税收收入7.6亿元。', [half, half]],
    [
      '全市一季度完成固定资产投资31亿元,同比增长12%。',
      ['actual 2021 01-01..03-31', 'actual 2021 01-01..03-31'],
    ],
    ['前三季度,社会消费品零售总额达到96亿元。', [quarters]],
    ['1—11月,外贸进出口总额18.2亿元,增长5.2%。', ['actual 2021 01-01..11-30', 'actual 2021 01-01..11-30']],
    ['1至10月份,全社会用电量增长9.4%。', ['actual 2021 01-01..10-31']],
    ['前11个月,接待游客420万人次。', ['actual 2021 01-01..11-30']],
    ['截至10月底,金融机构存款余额2100亿元。', ['actual 2021 01-01..10-31']],
    ['截至2021年9月末,市场主体总量达到5.3万户。', ['actual 2021 01-01..09-30']],
    ['截止11月20日,秋粮收购量达到18万吨。', ['actual 2021 01-01..11-20']],
    ['6月份,规模以上工业用电量增长6.6%。', ['actual 2021 06-01..06-30']],
    ['去年四季度,居民消费价格上涨2.3%。', ['actual 2021 10-01..12-31']],
    ['下半年,新开工项目42个。', ['actual 2021 07-01..12-31']],
    ['二季度末,贷款余额达到860亿元。', ['actual 2021 04-01..06-30']],
    ['全年地区生产总值增长7.8%,其中上半年增长6.9%。', ['actual 2021', half]],
    ['上半年地区生产总值增长6.9%,全年增长7.8%。', [half, 'actual 2021']],
  ] as const)('%s', (sentence, expected) => expect(review(sentence)).toEqual(expected));

  test('goes on in the sentence that names its part', () => {
    expect(review('上半年,一般公共预算收入完成58亿元。其中,税收收入41亿元。全年新增就业3200人。')).toEqual([
      half,
      half,
      'actual 2021',
    ]);
  });

  test('inside a clause says nothing of the clauses after it', () => {
    expect(review('直播基地8月份投入运营,电商销售额达到3.5亿元。')).toEqual(['actual 2021']);
    expect(review('5月份空气质量综合指数居全市第1位;全县绿化造林4.2万亩。')).toEqual([
      'actual 2021 05-01..05-31',
      'actual 2021',
    ]);
  });

  test('is no part of the name', () => {
    const names = observationsOf({
      session: SESSION,
      body: [
        '一、2021年工作回顾',
        '四季度新建商品房销售面积增长6%。1—11月规上工业能耗强度下降3%。6月份用电量增长2%。',
      ],
    }).map(({ indicator }) => indicator.name);
    expect(names).toEqual(['新建商品房销售面积', '规上工业能耗强度', '用电量']);
  });

  test.each([
    ['1—12月,规模以上工业增加值增长8.1%。', ['actual 2021']],
    ['截至12月底,存款余额达到310亿元。', ['actual 2021']],
    ['年末常住人口24.1万人。', ['actual 2021']],
    ['截至2021年底,建成高标准农田26万亩。', ['actual 2021']],
    ['地区生产总值增速比上半年加快1.2个百分点。', ['actual 2021']],
    ['农民工工资专项行动历时3个月,追回欠薪1200万元。', ['actual 2021']],
    ['自2020年7月起改造老旧小区36个。', ['actual 2021']],
    ['9月28日,怀安南环路建成通车,总投资2.3亿元。', ['actual 2021']],
  ] as const)('%s is of the year', (sentence, expected) => expect(review(sentence)).toEqual(expected));

  test('a deadline inside the year is a part of it', () => {
    expect(plan('6月底前建成农村公路60公里。')).toEqual(['target 2022 01-01..06-30']);
    expect(plan('上半年开工建设保障性住房800套,年底前基本建成500套。')).toEqual([
      'target 2022 01-01..06-30',
      'target 2022',
    ]);
  });
});

describe('a promise inside a review, a result inside a plan', () => {
  test.each([
    ['今年一般公共预算收入力争突破12亿元。', ['target 2022']],
    ['到2025年,森林覆盖率将达到38%。', ['target 2025']],
    ['超额完成年初确定的预期目标,地区生产总值增长7.8%。', ['actual 2021']],
    ['预计全年地区生产总值增长7.8%。', ['actual 2021']],
    ['积极争取到上级资金21.4亿元。', ['actual 2021']],
  ] as const)('%s', (sentence, expected) => expect(review(sentence)).toEqual(expected));

  test.each([
    ['去年,全县粮食产量达到21万吨。', ['actual 2021']],
    ['2021年全县新增就业3200人,今年要新增就业3500人以上。', ['actual 2021', 'target 2022']],
    ['城乡居民基础养老金由每月113元提高到123元。', ['actual 2021', 'target 2022']],
    ['明年地区生产总值力争突破105亿元。', ['target 2023']],
    ['城镇新增就业3500人以上。', ['target 2022']],
  ] as const)('%s', (sentence, expected) => expect(plan(sentence)).toEqual(expected));
});
