import { describe, expect, test } from 'vitest';
import { observationsOf, timeOf } from '../../testing/read-report.ts';

/** A plan below `heading`; what it says is a promise of the year, whatever the heading is called. */
const times = (session: string, review: string, heading: string, ...plan: string[]): string[] =>
  observationsOf({ session, body: [review, '全年新增市场主体4100户。', heading, ...plan] }).map(timeOf);

const TARGET = '粮食播种面积稳定在52万亩,建成农村公路130公里。';

describe('a plan under a heading that names no year', () => {
  test.each([
    '二、今年工作安排',
    '二、今年的主要工作',
    '二、今年目标任务',
    '二、今年经济社会发展主要预期目标',
    '二、下一步工作打算',
    '二、新一年工作安排',
    '二、今后一年的工作',
    '二、明年工作安排',
    '第二部分 今年工作',
    '二、对今年政府工作的建议',
    '二、关于新的一年政府工作',
    '二、下阶段工作重点',
    '【今年工作安排】',
    '今年政府工作的总体安排',
    '二、今年是我县撤县设市后的第一年',
    '(二)今年工作思路',
    '二、做好今年工作的总体要求',
    '贰、今年工作任务',
    'Ⅱ 今年工作计划',
  ])('%s', (heading) => {
    const session = '——2019年2月18日在仁怀市第五届人民代表大会第四次会议上';
    expect(times(session, '一、过去一年工作回顾', heading, TARGET)).toEqual([
      'actual 2018',
      'target 2019',
      'target 2019',
    ]);
  });

  test.each([
    [
      '——2012年1月9日在凤翔县第十七届人民代表大会第一次会议上',
      '一、2011年工作回顾',
      '二、今年工作的总体部署',
      2012,
    ],
    ['——2007年3月1日在赤壁市第四届人民代表大会第一次会议上', '一、去年工作情况', '二、今年的工作任务', 2007],
    [
      '——2025年1月14日在额尔古纳市第十届人民代表大会第四次会议上',
      '一、2024年工作回顾',
      '二、今年重点工作',
      2025,
    ],
  ])('%s', (session, review, heading, year) => {
    expect(times(session, review, heading, TARGET)).toEqual([
      `actual ${year - 1}`,
      `target ${year}`,
      `target ${year}`,
    ]);
  });

  test('a session in December looks back at this year and plans the next', () => {
    const session = '——2021年12月27日在桐庐县第十七届人民代表大会第一次会议上';
    expect(times(session, '一、今年工作回顾', '二、明年工作安排', TARGET)).toEqual([
      'actual 2021',
      'target 2022',
      'target 2022',
    ]);
  });

  test('a plan for five years is dated by them', () => {
    const session = '——2022年1月20日在南部县第十九届人民代表大会第一次会议上';
    const said = times(session, '一、过去五年工作回顾', '二、今后五年的奋斗目标', '森林覆盖率达到46%。');
    expect(said.at(-1)).toBe('target 2026');
  });
});

describe('a plan whose heading says nothing', () => {
  const session = '——2018年1月11日在平罗县第十八届人民代表大会第二次会议上';
  test.each([
    ['二、奋力谱写新时代发展新篇章', '今年经济社会发展的主要预期目标是:地区生产总值增长7.5%左右。'],
    ['二、奋力谱写新时代发展新篇章', '今年全县经济社会发展的主要目标为:地区生产总值增长7.5%左右。'],
    ['二、走好高质量发展新路子', '新的一年,我们要力争地区生产总值增长7.5%左右。'],
    ['奋楫扬帆再出发', '今年,我们将确保地区生产总值增长7.5%左右。'],
    ['', '综合各方面因素,今年发展的预期目标建议为:地区生产总值增长7.5%左右。'],
    ['', '根据县委要求,今年政府工作的总体思路是稳中求进,力争地区生产总值增长7.5%左右。'],
  ])('%s / %s', (heading, sentence) => {
    expect(times(session, '一、2017年工作回顾', heading, sentence)).toEqual(['actual 2017', 'target 2018']);
  });
});

describe('a plan that no heading and no opening tells', () => {
  const SESSION = '——2014年1月15日在建水县第十五届人民代表大会第三次会议上';
  const REVIEW = [
    '一年来,全县完成生产总值98.2亿元,同比增长12%,荣获全省县域经济先进县,成功创建国家级示范区。',
    '新增规上企业6户,累计投入民生资金11亿元,首次入选全国百强,项目建设取得明显成效,群众得到了实惠。',
  ];
  const PLAN = [
    '要着力抓好项目建设,加快推动园区提质,确保完成固定资产投资80亿元,力争突破85亿元。',
    '大力发展高原特色农业,努力打造特色品牌,鼓励龙头企业做强,切实抓好春耕生产,种植蔬菜23万亩。',
    '继续深化改革,强化要素保障,积极探索融资模式,努力完善市场体系,谋划储备项目120个。',
    '切实加强生态建设,着力抓好石漠化治理,继续推动退耕还林,确保造林6万亩。',
    '加强社会管理,着力做好就业工作,努力完善保障体系,确保新增就业2600人,推动民生改善。',
    '我们要强化责任,切实抓好落实,努力打造务实政府,确保办好10件实事。',
  ];
  const kinds = (...lines: string[]): string[] => [
    ...new Set(observationsOf({ session: SESSION, body: lines }).map(timeOf)),
  ];

  test.each([
    [['一、2013年工作回顾', ...REVIEW, ...PLAN]],
    [['一、2013年工作回顾', ...REVIEW, '二、乘势而上谱新篇', ...PLAN]],
    [['一、2013年工作回顾', ...REVIEW, '二、总结经验再出发', ...PLAN]],
    [['一、2013年工作回顾', ...REVIEW, '奋力开启新征程', ...PLAN]],
    [
      [
        '一、2013年工作回顾',
        ...REVIEW,
        '二、奋力开启新征程',
        ...PLAN,
        '三、2014年政府自身建设',
        '要建设服务型政府。',
      ],
    ],
  ])('%#', (lines) => expect(kinds(...lines)).toEqual(['actual 2013', 'target 2014']));

  test('a review that ends with its problems and what is to be done about them stays one', () => {
    expect(
      kinds(
        '一、2013年工作回顾',
        ...REVIEW,
        '同时,也要清醒看到,经济总量不大,我们要采取有力措施,切实加以解决。3个乡镇尚未脱贫。',
      ),
    ).toEqual(['actual 2013']);
  });
});
