import { describe, expect, test } from 'vitest';
import { claimsOf } from '../claims/testing/claims-of.ts';
import { openGazetteer } from '../gazetteer/index.ts';
import { expandName, nameFolder } from '../lexicon/index.ts';
import { IndicatorTable } from '../lexicon/indicators.ts';
import type { Stretch } from '../reports/time/stretch.ts';
import { ownLexicon } from '../tools.ts';
import { timeOf } from './period.ts';
import { placeFinder } from './place.ts';
import { timesOf } from './times.ts';

const stretch = (kind: 'actual' | 'target', start: number, end: number): Stretch => ({
  start: 0,
  end: 1000,
  kind,
  period: { start, end },
  term: start < end,
  clock: { present: 2022, reviewed: 2021, term: null, promises: true },
  notes: false,
  certain: true,
});

/** Periods of the values of one sentence. */
function periods(text: string, of: Stretch | null): string[] {
  const times = timesOf(text, { start: 0, end: text.length, opensLine: true, isLine: false });
  return claimsOf(text).map((claim) => {
    const front = text.slice(0, claim.quantity.start);
    const { period } = timeOf(claim, of, times, front, front);
    if (period === null) return '';
    return period.start === period.end ? String(period.end) : `${period.start}-${period.end}`;
  });
}

describe('periodOf', () => {
  const review = stretch('actual', 2021, 2021);
  const term = stretch('actual', 2017, 2021);
  const plan = stretch('target', 2022, 2026);

  test.each([
    ['地区生产总值达到800亿元。', review, ['2021']],
    ['满意度由上年的85%跃升到96%。', review, ['2020', '2021']],
    ['地区生产总值由2015年的56亿元增长到2020年的77亿元。', review, ['2015', '2020']],
    ['人均生产总值由12万元增长到17万元。', term, ['2016', '2021']],
    ['新建保障性住房27万平方米。', term, ['2017-2021']],
    ['三公经费支出年均下降10%。', term, ['2017-2021']],
    ['单位GDP能耗较2016年下降19%。', term, ['2021']],
    ['常住人口城镇化率达75%。', term, ['2021']],
    ['地区生产总值由“十二五”末的29亿元增长到50亿元。', term, ['2015', '2021']],
    ['完成通村公路176公里、产业路103公里。', term, ['2017-2021', '2017-2021']],
    ['地区生产总值突破800亿元。', plan, ['2026']],
    ['地区生产总值年均增长7%。', plan, ['2022-2026']],
    ['到2025年,森林覆盖率达到40%。', plan, ['2025']],
    ['地区生产总值达到800亿元。', null, ['']],
  ])('%s', (text, of, expected) => expect(periods(text, of)).toEqual(expected));
});

describe('codes', () => {
  const table = new IndicatorTable(ownLexicon());
  const foldName = nameFolder(ownLexicon().names);
  const code = (name: string, unit: string, measure: 'level' | 'growth' = 'level') =>
    table.find(name, unit, measure)?.code ?? null;

  test.each([
    ['全市规模以上工业增加值', '%', 'growth', 'industrial_value_added'],
    ['GDP', '元', 'level', 'gdp'],
    ['新增国家高新技术企业', '家', 'level', 'high_tech_enterprises_new'],
    ['高新技术企业总数', '家', 'level', 'high_tech_enterprises_total'],
    ['“PM2.5”年均浓度', '微克/立方米', 'level', 'pm25'],
    ['全社会研发投入占GDP的比重', '%', 'level', 'rd_intensity'],
    ['地区生产总值', '倍', 'level', 'gdp'],
    ['实际利用境外资金', '美元', 'level', 'fdi_utilized'],
    ['实际引进省外资金', '元', 'level', 'domestic_investment_attracted'],
    ['地表水国考断面优良水体比例', '%', 'level', 'surface_water_good_ratio'],
    ['办理省政协提案', '件', 'level', 'cppcc_proposals'],
    ['各族群众安全感满意度', '%', 'level', 'public_safety_satisfaction'],
  ] as const)('%s in %s', (name, unit, measure, expected) => {
    expect(code(name, unit, measure)).toBe(expected);
  });

  test('a name that only resembles one, or comes in another unit, has none', () => {
    expect(code('农村居民收入水平满意度', '%')).toBeNull();
    expect(code('地区生产总值', '家')).toBeNull();
    expect(code('新增就业', '人')).toBeNull();
    expect(code('户籍人口城镇化率', '%')).toBeNull();
    expect(code('全部工业增加值', '元')).not.toBe('industrial_value_added');
  });

  test('names fold and expand', () => {
    expect(foldName('全市规模以上工业企业的“利润”')).toBe('规上工业企业利润');
    expect(expandName('[新增|净增]市场主体')).toEqual(['新增市场主体', '净增市场主体']);
  });

  test('every code is defined in one line, with what it is not', () => {
    for (const { code, definition } of ownLexicon().indicators) expect(definition, code).toMatch(/^[^\n]+不/);
  });

  test.each([
    ['农民人均纯收入', '元', 'rural_net_income'],
    ['农村居民人均可支配收入', '元', 'rural_resident_income'],
    ['工业增加值', '元', 'industrial_value_added_total'],
    ['规上工业增加值', '元', 'industrial_value_added'],
    ['工业总产值', '元', 'industrial_output_total'],
    ['财政总收入', '元', 'total_fiscal_revenue'],
    ['地方财政一般预算收入', '元', 'general_budget_revenue'],
    ['民生支出占财政一般公共预算支出比重', '%', 'livelihood_spending_share'],
  ])('%s is %s %s', (name, unit, expected) => expect(code(name, unit)).toBe(expected));

  test('every code of a name is one indicator only', () => {
    const seen = new Map<string, string>();
    for (const indicator of ownLexicon().indicators) {
      for (const name of indicator.names.flatMap(expandName).map(foldName)) {
        const other = seen.get(name);
        expect(
          other === undefined || other === indicator.code,
          `${name}: ${other} and ${indicator.code}`,
        ).toBe(true);
        seen.set(name, indicator.code);
      }
    }
  });
});

describe('placeFinder', () => {
  const find = placeFinder(openGazetteer(), '321100');

  test.each([
    ['丹阳市新增规上工业企业', '丹阳市'],
    ['句容市', '句容市'],
    ['镇江新区重大项目年度投资', '镇江新区'],
    ['句容推动石材企业', '句容市'],
  ])('%s', (phrase, name) => expect(find(phrase)?.place?.name).toBe(name));

  test.each(['丹阳港集装箱吞吐量', '规上工业增加值', '昆山市新增企业'])('%s', (phrase) =>
    expect(find(phrase)).toBeNull(),
  );

  test('the report’s own name is no other place', () => {
    expect(find('镇江市新增企业')).toEqual({ place: null, length: 3 });
  });
});
