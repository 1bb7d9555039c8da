import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../parse.ts';

/** Places as communiqués name them, with their full names. */
const PLACES: readonly (readonly [written: string, full: string])[] = [
  ['绍兴市', '绍兴市'],
  ['湖南省', '湖南省'],
  ['桐庐县', '桐庐县'],
  ['大理州', '大理白族自治州'],
  ['锡林郭勒盟', '锡林郭勒盟'],
  ['喀什地区', '喀什地区'],
  ['昆山市', '昆山市'],
  ['达拉特旗', '达拉特旗'],
  ['恩施土家族苗族自治州', '恩施土家族苗族自治州'],
  ['济南市历下区', '济南市历下区'],
  ['四川省仁寿县', '仁寿县'],
  ['宁夏回族自治区', '宁夏回族自治区'],
  ['长阳土家族自治县', '长阳土家族自治县'],
  ['重庆市', '重庆市'],
  ['攀枝花市', '攀枝花市'],
  ['铜梁区', '重庆市铜梁区'],
];
const YEARS = [2000, 2003, 2005, 2007, 2008, 2010, 2011, 2013, 2014, 2016, 2018, 2019, 2021, 2023, 2024];
const HANZI = '〇一二三四五六七八九';
const hanzi = (year: number): string => [...String(year)].map((digit) => HANZI[Number(digit)]).join('');
const WIDE = (text: string): string =>
  [...text]
    .map((char) => (/\d/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
    .join('');

/** Heads as bureaus, portals and copies set them: place and reviewed year. */
const HEADS: Record<
  string,
  (place: string, year: number) => { title?: string; head: string; publishedAt?: string }
> = {
  'title, bureau, date': (p, y) => ({
    head: `${y}年${p}国民经济和社会发展统计公报\n${p}统计局\n${y + 1}年3月20日`,
  }),
  'place first, footnote mark, two bureaus': (p, y) => ({
    head: `${p}${y}年国民经济和社会发展统计公报[1]\n${p}统计局 国家统计局${p}调查队\n（${y + 1}年4月2日）`,
  }),
  'portal, published years later': (p, y) => ({
    head: `首页 > 政务公开 > 统计信息 > 统计公报\n${p}${y}年国民经济和社会发展统计公报\n发布时间：${y + 5}-09-06 10:21 来源：${p}统计局 浏览次数：1203 【字体：大 中 小】`,
    publishedAt: `${y + 5}-09-06T10:21:00+08:00`,
  }),
  'in characters': (p, y) => ({
    head: `${hanzi(y)}年${p}国民经济和社会发展统计公报\n${p}统计局\n${hanzi(y + 1)}年二月`,
  }),
  'in characters with circles': (p, y) => ({
    head: `${p}${hanzi(y).replaceAll('〇', '○')}年国民经济和社会发展统计公报\n${p}统计局`,
  }),
  'in two lines': (p, y) => ({ head: `${p}\n${y}年国民经济和社会发展统计公报\n（${y + 1}年3月8日）` }),
  'in three lines': (p, y) => ({
    head: `${p}${y}年\n国民经济和社会发展\n统计公报\n${p}统计局\n${y + 1}年5月`,
  }),
  'bureau on the year': (p, y) => ({
    head: `${p}统计局关于${y}年国民经济和社会发展的统计公报\n${y + 1}年2月28日`,
  }),
  'year alone, bureau below': (p, y) => ({
    head: `关于${y}年国民经济和社会发展的统计公报\n${p}统计局\n（${y + 1}年3月15日）`,
  }),
  'annual, with 与': (p, y) => ({ head: `${y}年度${p}国民经济与社会发展统计公报` }),
  'year behind': (p, y) => ({ head: `${p}国民经济和社会发展统计公报（${y}年）\n${p}统计局 ${y + 1}-04-11` }),
  'year in brackets without 年': (p, y) => ({
    head: `${p}国民经济和社会发展统计公报(${y})\n发布日期：${y + 1}-06-30`,
  }),
  'page title alone': (p, y) => ({ title: `${p}${y}年国民经济和社会发展统计公报_${p}人民政府网`, head: '' }),
  'spaced and wide': (p, y) => ({
    head: `${WIDE(String(y))} 年 ${[...p].join(' ')} 国 民 经 济 和 社 会 发 展 统 计 公 报\n${p}统计局`,
  }),
  'short title': (p, y) => ({ head: `${p}${y}年统计公报\n来源：${p}统计局  时间：${y + 1}-03-30` }),
  'of economy and society': (p, y) => ({
    head: `${y}年${p}经济和社会发展统计公报\n索引号：01234567-8/${y + 1}-00031\n发文日期：${y + 1}年04月19日`,
  }),
  'list of other years': (p, y) => ({
    head: `${p}${y + 2}年国民经济和社会发展统计公报 | ${p}${y - 1}年国民经济和社会发展统计公报\n当前位置：数据发布\n${p}${y}年国民经济和社会发展统计公报\n${y + 1}年3月27日`,
  }),
  'no title, bureau and date': (p, y) => ({ head: `${p}统计局 国家统计局调查队\n${y + 1}年4月20日` }),
};

const body = (year: number): string =>
  [
    `${year}年，面对复杂形势，坚持稳中求进工作总基调，确保经济平稳运行。`,
    '一、综合',
    '初步核算，全年地区生产总值512.3亿元，比上年增长5.1%。',
    `图1：${year - 4}—${year}年地区生产总值及其增长速度`,
    '年末常住人口61.2万人。',
    '二、农业',
    '全年粮食产量96.2万吨，增长1.3%。',
    '三、人民生活',
    '全年居民人均可支配收入28416元，增长6.2%。',
    '注：',
    `1.本公报中${year}年数据均为初步统计数。`,
    `上一篇：${year - 1}年国民经济和社会发展统计公报`,
    `下一篇：${year + 1}年国民经济和社会发展统计公报`,
  ].join('\n');

describe('region and year of a communiqué', () => {
  const heads = Object.entries(HEADS);
  const cases = heads.flatMap(([layout, head], at) =>
    [0, 1, 2, 3].map((turn) => {
      const [written, full] = PLACES[(at * 5 + turn * 3) % PLACES.length]!;
      const year = YEARS[(at * 4 + turn * 7) % YEARS.length]!;
      return { layout, written, full, year, head };
    }),
  );

  test.each(cases)('$layout: $written $year', ({ written, full, year, head }) => {
    const { title = '', head: lines, publishedAt = null } = head(written, year);
    const [report, ...others] = parseArticle({ title, text: `${lines}\n${body(year)}`, publishedAt });
    expect(others).toEqual([]);
    expect({
      genre: report?.genre,
      region: report?.region?.name,
      year: report?.year,
      reviewed: report?.reviewed,
    }).toEqual({
      genre: 'communique',
      region: full,
      year: year + 1,
      reviewed: { start: year, end: year },
    });
    expect(report?.observations.map(({ kind, period }) => `${kind} ${period?.end}`)).toEqual(
      Array.from({ length: 7 }, () => `actual ${year}`),
    );
  });
});
