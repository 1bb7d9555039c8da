import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../lexicon/index.ts';
import { readView } from '../text/view.ts';
import { QuantityScanner } from './scan.ts';

const scanner = new QuantityScanner(loadLexicon());
const read = (text: string) =>
  scanner.scan(readView(text).text).map((q) => ({ ...q, quote: readView(text).text.slice(q.start, q.end) }));

describe('values and units', () => {
  test.each([
    ['达1.93万亿元', 1_930_000_000_000, '元'],
    ['共3.9万人', 39_000, '人'],
    ['约合1,234.5亿美元', 123_450_000_000, '美元'],
    ['装机122万千瓦', 1_220_000, '千瓦'],
    ['达515万标箱', 5_150_000, '标箱'],
    ['发放补贴7亿,', 700_000_000, ''],
    ['浓度每立方米39微克', 39, '微克/立方米'],
    ['标准每人每月995元', 995, '元/人/月'],
    ['浓度33.9微克/立方米', 33.9, '微克/立方米'],
    ['医生每万人4.18名', 4.18, '名/万人'],
    ['增长百分之八点五', 8.5, '%'],
    ['学位超万个', 10_000, '个'],
    ['销售突破千亿大关', 100_000_000_000, ''],
    ['两千三百万元', 23_000_000, '元'],
    ['综合污染指数为7.26,', 7.26, ''],
    ['增长1O%', 10, '%'],
  ])('%s', (text, value, unit) => {
    const [quantity] = read(text);
    expect([quantity?.value, quantity?.unit]).toEqual([value, unit]);
  });
});

describe('hedges', () => {
  test.each([
    ['增长5%以上', '>=', '以上', '5%以上'],
    ['约40%', '~', '约', '约40%'],
    ['控制在3%左右', '~', '左右', '3%左右'],
    ['控制在2%以内', '<=', '以内', '2%以内'],
    ['4000余人', '>=', '余', '4000余人'],
    ['5万余个', '>=', '余', '5万余个'],
    ['近70场', '~', '近', '近70场'],
    ['突破600亿元', '>=', '突破', '突破600亿元'],
    ['达到或超过120万元', '>=', '达到或超过', '达到或超过120万元'],
    ['不低于60%', '>=', '不低于', '不低于60%'],
    ['新签约38个', '=', null, '38个'],
  ])('%s', (text, bound, hedge, quote) => {
    const [quantity] = read(text);
    expect([quantity?.bound, quantity?.hedge, quantity?.quote]).toEqual([bound, hedge, quote]);
  });
});

describe('ranges, lists, ranks, doublings', () => {
  test('a range has two ends, a from-to is two values', () => {
    expect(read('增长3%-5%').map((q) => [q.value, q.valueTo])).toEqual([[3, 5]]);
    expect(read('建立1至2个集聚区').map((q) => [q.value, q.valueTo])).toEqual([[1, 2]]);
    expect(read('由400亿元到970亿元').map((q) => q.value)).toEqual([40_000_000_000, 97_000_000_000]);
  });

  test('a number takes its unit from the next one of the list', () => {
    expect(read('提高18.8和10个百分点').map((q) => [q.value, q.unit])).toEqual([
      [18.8, '百分点'],
      [10, '百分点'],
    ]);
  });

  test.each([
    ['列全省第7位', 7, '位'],
    ['居全国第一。', 1, ''],
    ['位居全省首位', 1, '位'],
    ['排名全市第十六。', 16, ''],
  ])('%s', (text, value, unit) => {
    const [rank] = read(text);
    expect([rank?.dimension, rank?.value, rank?.unit]).toEqual(['rank', value, unit]);
  });

  test('翻番 is a growth of 100 %', () => expect(read('总量翻一番').map((q) => q.value)).toEqual([100]));
});

describe('numbers that measure nothing', () => {
  test.each([
    '第一产业稳步发展',
    '2023年1月6日',
    'PM2.5和臭氧',
    'G524、S238、312国道',
    '65岁以上老年人',
    '4A级景区',
    '1000千伏变电站',
    '“12345”热线',
    '0.5个工作日办结',
    '十大工程、三个务必',
    '二十大精神',
    '轨交7、8号线',
    '1.2.3版本',
    '1.强化为民理政',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});
