import { describe, expect, it } from 'vitest';
import { readQuestion } from './question.ts';

const read = (words: string) => {
  const { regions, codes, years } = readQuestion(words);
  return { regions: regions.map(({ adcode }) => adcode), codes, years };
};

describe('the words of a search', () => {
  it.each([
    ['镇江市2023年地区生产总值目标', ['321100'], ['gdp'], [2023]],
    ['镇江 2023 GDP', ['321100'], ['gdp'], [2023]],
    ['Zhenjiang GDP 2023', ['321100'], ['gdp'], [2023]],
    ['zhenjiang general public budget revenue', ['321100'], ['general_public_budget_revenue'], []],
    ['镇江和扬州的城镇新增就业', ['321100', '321000'], ['urban_new_jobs'], []],
    ['保定 生产总值', ['130600'], ['gdp'], []],
    ['河北省固定资产投资2019、2021', ['130000'], ['fixed_asset_investment'], [2019, 2021]],
  ])('%s', (words, regions, codes, years) => {
    expect(read(words)).toEqual({ regions, codes, years });
  });

  it('ask for nothing that they do not name', () => {
    expect(read('营商环境')).toEqual({ regions: [], codes: [], years: [] });
    expect(read('数字经济')).toEqual({ regions: [], codes: [], years: [] });
    expect(read('')).toEqual({ regions: [], codes: [], years: [] });
  });

  it('ask for no region where several have the name', () => {
    expect(read('朝阳区 GDP')).toEqual({ regions: [], codes: ['gdp'], years: [] });
  });
});
