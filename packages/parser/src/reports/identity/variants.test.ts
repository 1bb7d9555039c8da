import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../index.ts';

const BODY =
  '一年来,全市上下团结奋斗,全年完成地区生产总值123亿元,增长6.1%。\n做好今年工作,地区生产总值增长7%。\n谢谢大家!';
const address = (of: string): string => `各位代表:\n现在,我代表${of}人民政府,向大会报告工作,请予审议。\n`;

/** Name, title, text above the body, region, year. */
const VARIANTS: readonly (readonly [string, string, string, string, number])[] = [
  ['the title alone, in the text', '', '2023年丹阳市政府工作报告\n', '丹阳市', 2023],
  ['the title alone, of the page', '丹阳市政府工作报告(2023年)', address('市'), '丹阳市', 2023],
  ['a title with an address', '', `丹阳市2023年政府工作报告\n${address('市')}`, '丹阳市', 2023],
  [
    'a byline wrapped three times',
    '',
    `政府工作报告\n——2023年1月\n5日在丹阳市第十八届\n人民代表大会第二次\n会议上\n${address('市')}`,
    '丹阳市',
    2023,
  ],
  [
    'a byline wrapped inside the name',
    '',
    `政府工作报告\n(2023年1月5日在丹阳\n市第十八届人民代表大会\n第二次会议上)\n${address('市')}`,
    '丹阳市',
    2023,
  ],
  [
    'a date in 元月',
    '',
    `政府工作报告\n二○二三年元月五日在丹阳市第十八届人大二次会议上\n${address('市')}`,
    '丹阳市',
    2023,
  ],
  [
    'a date in dots',
    '',
    `政府工作报告\n——2023.01.05在丹阳市第十八届人民代表大会第二次会议上\n${address('市')}`,
    '丹阳市',
    2023,
  ],
  [
    'a date in brackets',
    '',
    `政府工作报告\n丹阳市人民政府市长 李某\n(2023年1月5日)\n${address('市')}`,
    '丹阳市',
    2023,
  ],
  [
    'a district whose city the title names',
    '福州市鼓楼区政府工作报告',
    `政府工作报告\n——2023年1月5日在鼓楼区第十八届人民代表大会第二次会议上\n${address('区')}`,
    '福州市鼓楼区',
    2023,
  ],
  [
    'a district whose city the body names',
    '',
    `政府工作报告\n——2023年1月5日在鼓楼区第十八届人民代表大会第二次会议上\n${address('区')}在徐州市委、市政府的领导下,`,
    '徐州市鼓楼区',
    2023,
  ],
  ['a zone', '', `镇江经济技术开发区2023年工作报告\n`, '镇江经济技术开发区', 2023],
];

describe('region and year', () => {
  test.each(VARIANTS)('%s', (_, title, head, region, year) => {
    const [report] = parseArticle({ title, text: head + BODY });
    expect([report?.region?.name, report?.year]).toEqual([region, year]);
    expect(report?.observations[0]?.period?.end).toBe(year - 1);
  });
});
