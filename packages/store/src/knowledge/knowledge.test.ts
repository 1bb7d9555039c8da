import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { directionOf } from './direction.ts';
import { directions } from './files.ts';
import { scopeOf } from './scope.ts';
import { commonUnit, inCommonUnit } from './unit.ts';

const lexicon = new URL('../../../parser/data/lexicon/indicators.json', import.meta.url);
const more = [
  '地区生产总值',
  '粮食产量',
  '新增城镇就业',
  '新改建农村公路',
  '九年义务教育巩固率',
  '空气质量优良天数',
  '能耗下降率',
];
const less = [
  '城镇调查失业率',
  '死亡人数',
  '单位GDP能耗',
  'PM2.5平均浓度',
  '化学需氧量排放总量',
  '刑事发案率',
  '贫困发生率',
  '空气质量综合指数',
];
const neither = ['居民消费价格', '总人口', '一般公共预算支出', '新增地方政府债券', '人均预期寿命'];

describe('direction', () => {
  it.each([
    ...more.map((name) => [name, 'more'] as const),
    ...less.map((name) => [name, 'less'] as const),
    ...neither.map((name) => [name, null] as const),
  ])('%s: %s', (name, direction) => expect(directionOf({ name, code: null })).toBe(direction));

  it('goes by the code before the name, and by the name where the code is not known', () => {
    expect(directionOf({ name: '某某', code: 'pm25' })).toBe('less');
    expect(directionOf({ name: '地区生产总值', code: 'another' })).toBe('more');
  });

  it('lists every code of the lexicon, each once', async () => {
    const known = (JSON.parse(await readFile(lexicon, 'utf8')) as { code: string }[]).map(({ code }) => code);
    const listed = Object.values(directions).flatMap(({ codes }) => codes);
    expect([...listed].sort()).toEqual([...known].sort());
    expect(new Set(listed).size).toBe(listed.length);
  });
});

describe('scope', () => {
  const said = (scope: string | null, region: string, name = '地区生产总值') =>
    scopeOf({ indicator: { name, code: null }, region: { name: region, adcode: null }, scope });
  it.each([
    ['全市', '镇江市', ''],
    ['全市', '扬中市', ''],
    ['全市', '阜平县', '全市'],
    ['全县', '阜平县', ''],
    ['全区', '保定市清苑区', ''],
    ['全区', '广西壮族自治区', ''],
    ['全区', '镇江市', '全区'],
    ['全省', '河北省', ''],
    ['全省', '镇江市', '全省'],
    ['镇江市', '镇江市', ''],
    [null, '镇江市', ''],
    ['市本级', '镇江市', '市本级'],
    ['规上', '镇江市', '规模以上'],
    ['可比', '镇江市', '可比口径'],
    ['县域', '镇江市', '县域'],
  ] as const)('%s in %s', (scope, region, kept) => expect(said(scope, region)).toBe(kept));

  it('is read from a name that tells figures of one code apart', () => {
    expect(said(null, '镇江市', '地表水国考断面水质优良比例')).toBe('国考');
    expect(said(null, '镇江市', '省控断面地表水优良率')).toBe('省考');
    expect(said('全市', '镇江市', '县域生产总值')).toBe('县域');
    expect(said(null, '镇江市', '规模以上服务业增加值')).toBe('规模以上');
  });

  it.each([
    ['industrial_value_added', '规模以上工业增加值', '规模以上', ''],
    ['industrial_value_added', '规上工业增加值', null, ''],
    ['fixed_asset_investment', '全社会固定资产投资', '全社会', ''],
    ['fixed_asset_investment', '规模以上固定资产投资', null, '规模以上'],
    ['retail_sales', '社会消费品零售总额', '限上', '限额以上'],
  ])('%s: %s, %s', (code, name, scope, kept) =>
    expect(scopeOf({ indicator: { name, code }, region: { name: '镇江市', adcode: null }, scope })).toBe(
      kept,
    ),
  );
});

describe('units', () => {
  it('brings magnitudes of one unit together, and keeps others apart', () => {
    expect(commonUnit('公斤', 'level')).toEqual({ unit: '吨', factor: 0.001 });
    expect(inCommonUnit(1234.5, 0.001)).toBe(1.2345);
    expect(commonUnit('美元', 'level').unit).toBe('美元');
    expect(commonUnit('名', 'rank').unit).toBe('位');
    expect(commonUnit('名', 'level').unit).toBe('人');
    expect(commonUnit('家', 'level')).toEqual(commonUnit('个', 'level'));
  });
});
