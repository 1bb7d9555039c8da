import { describe, expect, test } from 'vitest';
import { observationsOf, timeOf } from '../../testing/read-report.ts';

const SESSION = '——2021年2月6日在丹阳市第十八届人民代表大会第五次会议上';
const REVIEW = [
  '一年来,在市委的坚强领导下,全市上下攻坚克难,经济社会保持平稳发展。全年完成地区生产总值523亿元。',
  '坚持产业强市,完成技改投资16亿元。农业提质增效,新建高标准农田4.2万亩。',
];
const PLAN = '抓城建,改造供水管网30公里,新建停车位500个。\n抓民生,建成幼儿园4所,改造农村户厕6000座。';

/** The times of a review and of a plan that begins with `opening`, no heading between them. */
const times = (opening: string): string[] => [
  ...new Set(observationsOf({ session: SESSION, body: [...REVIEW, opening, PLAN] }).map(timeOf)),
];

describe('a plan without a heading begins where its words announce it', () => {
  test.each([
    '新的一年,我们将坚持稳中求进,重点做好以下工作。',
    '各位代表,做好今年的工作,责任重大。全市主要预期目标是:地区生产总值增长7%。',
    '下一步,我们要重点抓好以下几项工作。',
    '今年政府工作的指导思想是:坚持以人民为中心,全面深化改革。',
    '2021年,全市上下要抢抓机遇、奋发有为,地区生产总值增长7%。',
    '成绩属于过去,奋斗成就未来。我们将牢记使命,重点抓好五个方面工作。',
    '根据市委部署,今年要突出抓好以下工作:',
    '站在新起点,我们建议今年经济社会发展主要目标为:地区生产总值增长7%。',
    '展望新的一年,我们信心满怀。',
  ])('%s', (opening) => expect(times(opening)).toEqual(['actual 2020', 'target 2021']));

  test('a short line with figures is no heading', () => {
    const body = ['一年来,全市生产总值增长5%,新建学校3所。', '做好今年工作,改造管网30公里,抓好城建。'];
    expect(observationsOf({ session: SESSION, body }).map(timeOf)).toEqual([
      'actual 2020',
      'actual 2020',
      'target 2021',
    ]);
  });
});
