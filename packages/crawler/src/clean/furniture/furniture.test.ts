import { Document } from 'domhandler';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../dom/blocks.ts';
import { rules } from '../rules/load.ts';
import { joinTexts } from './joint.ts';
import { trimFurniture } from './trim.ts';
import { unwrap } from './unwrap.ts';

const element = new Document([]);
const blocks = (...lines: string[]): Block[] =>
  lines.map((text) => ({ text, kind: 'paragraph', opens: true, linkChars: 0, anchors: [], element }));
const trim = (...lines: string[]) =>
  trimFurniture(blocks(...lines), ['2031年临江市政府工作报告'], rules.furniture).map((b) => b.text);

describe('trimFurniture', () => {
  test('title, place, date line and print line go at the head', () => {
    expect(
      trim(
        '当前位置：首页 > 政务公开',
        '2031年临江市政府工作报告',
        '发布时间：2031-02-12 17:30 来源：临江日报',
        '【打印】【关闭】',
        '各位代表：',
      ),
    ).toEqual(['各位代表：']);
  });

  test('editor, neighbours and related titles go at the foot', () => {
    expect(
      trim(
        '全市实现增长。',
        '大家一起努力。',
        '（责任编辑：张小满）',
        '上一篇：江北大桥通车',
        '相关阅读',
        '图解报告',
      ),
    ).toEqual(['全市实现增长。', '大家一起努力。']);
  });

  test('an abstract that repeats the text goes, one with words of its own stays', () => {
    const text = '各位代表：现在，我代表市人民政府向大会报告工作，请予审议。';
    expect(trim('摘要：现在，我代表市人民政府向大会报告工作……', text, '全市实现增长。')).toEqual([
      text,
      '全市实现增长。',
    ]);
    const own = '摘要：今年计划新增就业三万人，办好十件民生实事。';
    expect(trim(own, text)).toEqual([own, text]);
  });

  test('a credit behind the last sentence, lines without a letter, and whose page it is', () => {
    expect(
      trim(
        '·',
        '全市实现增长。',
        '——',
        '大家一起努力。(责任编辑：admin)',
        '版权所有 临江在线 苏ICP备05000001号',
      ),
    ).toEqual(['全市实现增长。', '大家一起努力。']);
  });

  test("a content farm's words behind the text go, and what it says to be liked, too", () => {
    expect(
      trim(
        '原标题：2031年临江市政府工作报告',
        '全市实现增长。',
        '大家一起努力。',
        '以上就是2031年临江市政府工作报告的全部内容，希望对大家有所帮助。',
        '本文来自临江范文网 http://www.fw.example 转载请注明出处',
        '看过“2031年临江市政府工作报告”的人还看了：',
        '云岭县工作报告范文',
      ),
    ).toEqual(['全市实现增长。', '大家一起努力。']);
  });

  // whole lines of reports that look like furniture
  test.each([
    '关闭散乱污企业30家',
    '推荐优质企业上市15家',
    '2031年2月6日',
    '打印机产量增长12%',
    '收藏文物1200件',
    '下一步重点推进三件事',
    '编制完成全市产业规划',
    '技术支持服务体系加快建设',
    '主办单位增加到12家',
    '以上就是今年的主要工作',
    '内容由点及面逐步展开',
  ])('keeps “%s”', (line) => {
    expect(trim(line, '全市实现增长。', line)).toEqual([line, '全市实现增长。', line]);
  });
});

describe('unwrap', () => {
  const prose =
    '过去一年我们坚持稳中求进工作总基调全市地区生产总值增长五点七个百分点一般公共预算收入增长四点二个百分点城镇新增就业三点四万人居民收入增长与经济增长同步生态环境质量持续改善各项民生事业取得新的进步';
  const wrapped = prose.match(/.{1,12}/g)!;

  test('puts lines of one width together', () => {
    expect(unwrap(`${wrapped.join('\n')}。\n\n二、目标`)).toBe(`${prose}。\n\n二、目标`);
  });

  test('leaves headings over paragraphs alone', () => {
    const text = Array.from(
      { length: 12 },
      (_, i) => `（一）着力推动产业转型升级实现新突破${i}\n${prose}。`,
    ).join('\n');
    expect(unwrap(text)).toBe(text);
  });

  test('never changes anything but line breaks and single spaces', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 60 }), (lines) => {
        const text = lines.join('\n');
        expect(unwrap(text).replace(/[\n ]/g, '')).toBe(text.replace(/[\n ]/g, ''));
      }),
    );
  });
});

describe('joinTexts', () => {
  test.each([
    ['全年新开工项目', '173个。', '全年新开工项目173个。'],
    ['全年新开工项目\n\n（下转第2版）', '（上接第1版）\n\n173个。', '全年新开工项目173个。'],
    ['实现增长。', '下一步，', '实现增长。\n\n下一步，'],
    ['实现增长', '二、今年目标', '实现增长\n\n二、今年目标'],
    ['', '第一段', '第一段'],
  ])('%s + %s', (left, right, joined) => {
    expect(joinTexts(left, right)).toBe(joined);
  });
});
