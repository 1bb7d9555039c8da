import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../parse.ts';

const BODY = [
  '一、综合',
  '初步核算,全年地区生产总值512.3亿元,比上年增长5.1%。分季度看,上半年增长4.6%。',
  '二、农业',
  '全年粮食产量96.2万吨,增长1.3%。年末生猪存栏41.5万头。',
  '三、人民生活',
  '全年居民人均可支配收入28416元,增长6.2%。要看到,农村居民收入仍然偏低。',
  '注:',
  '1.本公报数据均为初步统计数。',
];
const LEAD = '坚持以习近平新时代中国特色社会主义思想为指导,着力推动高质量发展,确保经济平稳运行。';
const read = (lines: readonly string[], title = '', publishedAt: string | null = null) => {
  const [report] = parseArticle({ title, text: [...lines, ...BODY].join('\n'), publishedAt });
  return {
    ...report,
    name: report?.region?.name,
    kinds: [...new Set(report?.observations.map(({ kind }) => kind))],
    years: [...new Set(report?.observations.map(({ period }) => period?.end))],
  };
};

describe('a statistical communiqué', () => {
  test.each([
    [
      '合肥市',
      '合肥市2021年国民经济和社会发展统计公报\n合肥市统计局 国家统计局合肥调查队\n2022年4月2日\n2021年,合肥发展向好,巢湖综合治理成效显著,巢湖水质好转,环巢湖地区和巢湖流域环境改善。',
      2021,
      '2022-04-02',
    ],
    [
      '湘西土家族苗族自治州',
      '湘西自治州2018年国民经济和社会发展统计公报\n湘西自治州统计局\n2019年3月28日\n2018年,全州上下齐心协力,全州经济稳中有进。全州完成各项任务,全州社会和谐。',
      2018,
      '2019-03-28',
    ],
    [
      '和田地区',
      '和田地区2019年国民经济和社会发展统计公报\n发布时间:2020-05-11 来源:和田地区统计局\n2019年,和田经济平稳。',
      2019,
      '2020-05-11',
    ],
    ['商洛市', '2012年商洛市国民经济和社会发展统计公报\n(2013年3月18日)\n商洛市统计局', 2012, '2013-03-18'],
    ['宁海县', '二〇〇九年宁海县国民经济和社会发展统计公报\n宁海县统计局\n二〇一〇年四月', 2009, '2010-04'],
    ['平果县', '广西平果县2015年国民经济和社会发展统计公报', 2015, '2016'],
    ['景洪市', '景洪市2020年国民经济和社会发展统计公报\n发布日期:2023-09-06 浏览次数:128', 2020, '2021'],
    ['全州县', '全州县2017年国民经济和社会发展统计公报\n全州县统计局\n2018年5月2日', 2017, '2018-05-02'],
  ])('%s', (name, head, reviewed, deliveredAt) => {
    expect(read([head, `${reviewed}年,${LEAD}`])).toMatchObject({
      genre: 'communique',
      name,
      year: reviewed + 1,
      deliveredAt,
      reviewed: { start: reviewed, end: reviewed },
      targeted: null,
      kinds: ['actual'],
      years: [reviewed],
    });
  });

  test('without its title is known by its words, and titled by region and year', () => {
    const districts = '邻水县\n武胜县\n岳池县\n华蓥市';
    const found = read([
      districts,
      '广安市统计局',
      '2017年3月9日',
      `2016年是全面建成小康社会决胜阶段的开局之年,全市${LEAD}`,
    ]);
    expect(found).toMatchObject({
      genre: 'communique',
      name: '广安市',
      year: 2017,
      reviewed: { start: 2016, end: 2016 },
      targeted: null,
      title: '广安市2016年国民经济和社会发展统计公报',
      kinds: ['actual'],
    });
  });

  test('is told by the page where the text has no head', () => {
    expect(read([`2014年,${LEAD}`], '德清县2014年国民经济和社会发展统计公报')).toMatchObject({
      genre: 'communique',
      name: '德清县',
      year: 2015,
    });
  });

  test('dates a figure that it revises, and parts of the year', () => {
    const [report] = parseArticle({
      title: '',
      text: [
        '2019年临夏市国民经济和社会发展统计公报',
        '一季度地区生产总值增长5.2%。经核定,2018年地区生产总值为61.3亿元。到2020年还有三个月。去年粮食产量2.1万吨。',
        ...BODY,
      ].join('\n'),
    });
    expect(
      report?.observations.slice(0, 3).map(({ kind, period }) => [kind, period?.end, period?.to]),
    ).toEqual([
      ['actual', 2019, '2019-03-31'],
      ['actual', 2018, undefined],
      ['actual', 2018, undefined],
    ]);
  });
});

describe('other genres', () => {
  test('a budget report promises what its draft says', () => {
    const [report] = parseArticle({
      title: '',
      text: [
        '关于定边县2020年财政预算执行情况和2021年财政预算草案的报告',
        '——2021年2月3日在定边县第十八届人民代表大会第五次会议上',
        '定边县财政局',
        '各位代表:',
        '受县人民政府委托,现将2020年财政预算执行情况和2021年财政预算草案提请大会审议。',
        '一、2020年财政预算执行情况',
        '全县一般公共预算收入完成18.2亿元,增长3.1%。',
        '二、2021年财政收支预算(草案)',
        '全县一般公共预算收入安排19亿元,增长4.4%。',
      ].join('\n'),
    });
    expect(report).toMatchObject({
      genre: 'budget',
      title: '关于定边县2020年财政预算执行情况和2021年财政预算草案的报告',
      region: { name: '定边县' },
      year: 2021,
      deliveredAt: '2021-02-03',
    });
    expect(report?.observations.map(({ kind, period }) => `${kind} ${period?.end}`)).toEqual([
      'actual 2020',
      'actual 2020',
      'target 2021',
      'target 2021',
    ]);
  });

  test.each([
    ['', '受市人民政府委托,向大会报告临湘市2018年预算执行情况和2019年预算草案,请予审议。', 'budget'],
    ['', '受县政府委托,现将2018年财政预算执行情况和2019年财政预算草案提请大会审查。', 'budget'],
    [
      '关于临湘市2018年预算执行情况和2019年预算草案的报告',
      '现在,我受市人民政府委托,向大会作报告,请予审议。',
      'budget',
    ],
    ['', '受市人民政府委托,我向大会报告2017年财政决算情况,请审议。', 'budget'],
    ['', '现在,我代表市人民政府,向大会报告工作,请予审议。', 'work-report'],
    ['政府工作报告', '现在,我代表市人民政府,向大会作政府工作报告,连同预算草案请一并审议。', 'work-report'],
  ])('%s %s is a %s', (title, address, genre) => {
    const text = `——2019年1月8日在临湘市第九届人民代表大会第三次会议上\n临湘市财政局局长\n各位代表:\n${address}\n一、2018年预算执行情况\n一般公共预算收入完成18.2亿元。`;
    expect(parseArticle({ title, text })[0]?.genre).toBe(genre);
  });

  test('a work report is one, a text that is none has none', () => {
    const text =
      '2022年1月9日在丹阳市第十八届人民代表大会第一次会议上\n各位代表:\n现在,我代表市人民政府向大会报告工作,请予审议。';
    expect(parseArticle({ title: '', text })[0]).toMatchObject({
      genre: 'work-report',
      title: '丹阳市2022年政府工作报告',
    });
    expect(parseArticle({ title: '天气', text: '今天天气很好。' })[0]).toMatchObject({
      genre: null,
      title: '天气',
    });
  });

  test.each(['标题', '2022-01-09', '2022年1月9日', '现在,我代表市人民政府,向大会报告工作', '正文', ''])(
    '%s is no title of a report',
    (title) => {
      const text =
        '2022年1月9日在丹阳市第十八届人民代表大会第一次会议上\n各位代表:\n现在,我代表市人民政府,向大会报告政府工作,请予审议。';
      expect(parseArticle({ title, text })[0]?.title).toBe('丹阳市2022年政府工作报告');
    },
  );
});
