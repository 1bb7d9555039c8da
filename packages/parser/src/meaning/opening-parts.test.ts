import { expect, test } from 'vitest';
import { parseArticle } from '../index.ts';

const HEAD =
  '宁丰县政府工作报告\n——2023年1月6日在宁丰县第十八届人民代表大会第二次会议上\n一、2022年工作回顾\n';

/** The part of the year of each value: from and to, empty where it is the year's. */
const partsIn = (text: string): string[] =>
  parseArticle({ title: '', text: `${HEAD}${text}` }).flatMap(({ observations }) =>
    observations.map(({ period }) => (period?.from === undefined ? '' : `${period.from}..${period.to}`)),
  );

test.each([
  ['一季度实现开门红,地区生产总值增长6.2%。', ['2022-01-01..2022-03-31']],
  ['下半年新开工项目61个,完成投资42亿元。', ['2022-07-01..2022-12-31', '2022-07-01..2022-12-31']],
  ['三季度以来工业投资增长12%。', ['2022-07-01..2022-12-31']],
  ['12月当月社会消费品零售总额增长4%。', ['2022-12-01..2022-12-31']],
  ['上半年克服疫情影响,税收收入增长2.1%;全年完成31亿元。', ['2022-01-01..2022-06-30', '']],
  ['前三季度经济企稳,工业用电量增长4%。', ['2022-01-01..2022-09-30']],
  ['3月份实现运营,接待游客21万人次。', ['']],
  ['6月底前全部投产,产值突破12亿元。', ['']],
  ['在上半年雨水偏少的情况下,粮食产量达到61万吨。', ['']],
])('%s', (text, expected) => expect(partsIn(text)).toEqual(expected));
