import { describe, expect, test } from 'vitest';
import { frameReports } from './index.ts';

/** One report of a content farm's collection: its heading lies, its years are struck out. */
const part = (number: number, county: string, more: string): string =>
  [
    `【篇${number}】2024年云南省政府工作报告`,
    '各位代表:',
    `现在,我代表${county}人民政府作工作报告,请各位代表审议。`,
    '一、20xx年工作回顾',
    `过去一年,全县上下齐心协力,经济社会发展取得了新的成绩。预计生产总值增长7.5%,规模以上工业增加值增长6%,社会消费品零售总额增长9.5%。${more}`,
    '二、今年目标任务',
    '主要预期目标是:生产总值增长6.5%,一般公共预算收入增长10%左右,城镇登记失业率不超过4.5%,粮食产量保持稳定,居民收入与经济同步增长。',
  ].join('\n');

describe('short reports of a compilation under a lying heading', () => {
  const text = [
    '下面是小编整理的2024年云南省政府工作报告2篇,欢迎阅读。',
    part(1, '曲阳县', '今年是“十三五”规划的收官之年。'),
    part(2, '米易县', ''),
  ].join('\n');
  const frames = frameReports({ title: '2024年云南省政府工作报告汇编2篇', text, publishedAt: '2024-03-01' });

  test('each is of the government that speaks', () => {
    expect(frames.map(({ region }) => region?.name)).toEqual(['曲阳县', '米易县']);
  });

  test('a year that only titles and the page tell is none', () => {
    expect(frames[1]?.year).toBeNull();
    expect(frames[1]?.flags).toContain('year-redacted');
  });
});
