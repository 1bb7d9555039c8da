import { describe, expect, test } from 'vitest';
import { observationsOf, timeOf } from '../testing/read-report.ts';

const SESSION = '——2020年1月8日在盐池县第十七届人民代表大会第四次会议上';
const review = (...sentences: string[]): string[] =>
  observationsOf({ session: SESSION, body: ['一、2019年工作回顾', ...sentences] }).map(timeOf);
const plan = (...sentences: string[]): string[] =>
  observationsOf({
    session: SESSION,
    body: ['一、2019年工作回顾', '全县经济平稳运行。', '二、2020年工作安排', ...sentences],
  }).map(timeOf);

describe('several years in a review of one', () => {
  test.each([
    ['五年来,新建农村公路860公里。', ['actual 2015-2019']],
    ['经过七年努力,累计造林61万亩,森林覆盖率达到31%。', ['actual 2013-2019', 'actual 2019']],
    ['三年来,实施搬迁项目42个。村集体收入达到1.6亿元。', ['actual 2017-2019', 'actual 2019']],
    ['过去四年,新增就业2.1万人。改造危房3400户。', ['actual 2016-2019', 'actual 2016-2019']],
    ['六年间建成光伏电站18座。', ['actual 2014-2019']],
    ['近三年累计投入民生资金96亿元。', ['actual 2017-2019']],
    ['四年累计引进项目210个,年均增长12%。', ['actual 2016-2019', 'actual 2016-2019']],
    ['2016年以来,累计脱贫3.2万人。', ['actual 2016-2019']],
    ['五年来,高速公路通车总里程达到590公里,新建桥梁12座。', ['actual 2019', 'actual 2015-2019']],
    ['五年来,65%的国有企业完成改制。', ['actual 2019']],
    ['五年来,个体户总数达到4.2万户,新增企业3100家。', ['actual 2019', 'actual 2015-2019']],
    ['五年来,居民收入由1.1万元增长到1.9万元。', ['actual 2014', 'actual 2019']],
    ['五年来,新建学校12所。过去三年,新建医院4所。', ['actual 2015-2019', 'actual 2017-2019']],
    ['五年来,新建学校12所。2019年,新建医院4所。', ['actual 2015-2019', 'actual 2019']],
    ['五年来,新建学校12所。去年新建医院4所。', ['actual 2015-2019', 'actual 2019']],
  ] as const)('%s', (sentence, expected) => expect(review(sentence)).toEqual(expected));

  test('ends with its paragraph', () => {
    const long = '五年来,我们坚持生态优先,全县上下接续奋斗,山川面貌焕然一新,群众生活持续改善,新建学校12所。';
    expect(review(long, '新增市场主体4100户。')).toEqual(['actual 2015-2019', 'actual 2019']);
    expect(review('全年新增就业3000人。五年来,新建学校12所。', '新增市场主体4100户。')).toEqual([
      'actual 2019',
      'actual 2015-2019',
      'actual 2019',
    ]);
  });

  test('holds through sentences without figures, and not past them into the next paragraph', () => {
    expect(review('五年来,我们坚持生态立县。新建学校12所。')).toEqual(['actual 2015-2019']);
    expect(
      review('全年经济平稳。五年共改造危房3400户。', '刚刚过去的一年,全县团结奋斗。新建医院4所。'),
    ).toEqual(['actual 2015-2019', 'actual 2019']);
  });

  test.each([
    ['企业贷款利率降至十年来最低,存款增长8.8%。', ['actual 2019']],
    ['为近五年最好水平,新增规上企业10户。', ['actual 2019']],
    ['地区生产总值2018年突破百亿元,2019年达到108亿元。', ['actual 2018', 'actual 2019']],
    ['外贸出口从2015年的39.7亿元增长到2019年61.95亿元。', ['actual 2015', 'actual 2019']],
    ['预计2019年实现地区生产总值108亿元。', ['actual 2019']],
  ] as const)('%s', (sentence, expected) => expect(review(sentence)).toEqual(expected));

  test('ahead is a promise', () => {
    expect(plan('未来三年,新建学校12所。')).toEqual(['target 2022']);
    expect(plan('经过五年努力,森林覆盖率提高到36%。')).toEqual(['target 2020']);
  });
});

describe('a review of five years', () => {
  const term = (...sentences: string[]): string[] =>
    observationsOf({
      session: '——2017年1月10日在东平县第十八届人民代表大会第一次会议上',
      body: ['一、过去五年工作回顾', ...sentences],
    }).map(timeOf);
  test.each([
    ['2016年,生产总值完成380亿元,年均增长9.1%。', ['actual 2016', 'actual 2012-2016']],
    ['五年累计新增就业4.2万人,2016年新增9100人。', ['actual 2012-2016', 'actual 2016']],
    ['公共财政预算收入从9.6亿元提高到15.2亿元。', ['actual 2011', 'actual 2016']],
    ['到2016年底,公路通车里程达到2100公里。', ['actual 2016']],
    ['2014年以来,新建社区36个。', ['actual 2014-2016']],
    ['近三年,关停企业28家。', ['actual 2014-2016']],
  ] as const)('%s', (sentence, expected) => expect(term(sentence)).toEqual(expected));

  test('an achievement of a plan period is no target', () => {
    const said = observationsOf({
      session: '——2006年2月20日在青州市第十五届人民代表大会第四次会议上',
      body: [
        '一、“十五”时期工作回顾',
        '“十五”期间,累计完成投资210亿元。“十五”末,生产总值达到188亿元,提前一年实现“十五”计划目标。',
        '二、“十一五”发展目标',
        '“十五”期间新建学校23所,“十一五”期间再建40所。',
      ],
    }).map(timeOf);
    expect(said).toEqual(['actual 2001-2005', 'actual 2005', 'actual 2001-2005', 'target 2010']);
  });
});
